import { assigneeIn, needAt, volunteers } from '../../assignees';
import type { BoardCard, Community } from '../../types';

/** What can be done with several cases at once, each by a command of its own. */
export const acts = ['DispatchWorkOrder', 'ReassignWorkOrder', 'TransferAccountability'] as const;
export type ActName = (typeof acts)[number];

/** What an act has to know of a case. */
export type Target = Pick<BoardCard, 'caseId' | 'number' | 'status' | 'category' | 'place'> & {
  readonly order?: Pick<NonNullable<BoardCard['order']>, 'workOrderId' | 'status' | 'assignee'> | undefined;
};

/** What was filled in, once for all cases of the act. */
export interface Said {
  /** As `assigneeOptions` has it. */
  readonly assignee: string;
  /** When volunteers may do the work: instants. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reason: string;
  readonly words: string;
}

const live: ReadonlySet<string> = new Set(['dispatched', 'acknowledged', 'handling']);

export const isLive = ({ order }: Pick<Target, 'order'>): boolean =>
  order !== undefined && live.has(order.status);

/** Whether the act finds something to do where the case lies. The server still decides. */
export function fits(act: ActName, target: Target): boolean {
  switch (act) {
    case 'DispatchWorkOrder':
      return target.status === 'filed' && target.category !== undefined;
    case 'ReassignWorkOrder':
      return isLive(target);
    case 'TransferAccountability':
      return true;
  }
}

/** Which grounds of the policy the act takes. */
export const groundsOf = (act: ActName): 'override' | 'transfer' =>
  act === 'TransferAccountability' ? 'transfer' : 'override';

/** The body of the command for one case. @param key of the act: the id of the order that it adds */
export function bodyOf(
  act: ActName,
  target: Target,
  said: Said,
  { key, community }: { key: string; community: Pick<Community, 'categories'> | undefined },
): unknown {
  const why = { reason: said.reason, ...(said.words.trim() && { words: said.words.trim() }) };
  const assignee = assigneeIn(said.assignee);
  const need = needOf(target, said, community);
  switch (act) {
    case 'DispatchWorkOrder':
      return { order: { workOrderId: key, part: 'lead', assignee, ...need }, override: why };
    case 'ReassignWorkOrder':
      return { workOrderId: target.order?.workOrderId, to: assignee, ...need, ...why };
    case 'TransferAccountability': {
      const { kind: _post, ...holder } = assignee;
      return { to: holder, ...why };
    }
  }
}

/** What volunteers are asked for; nothing where the work goes to anybody else. */
function needOf(
  { category: of, place }: Target,
  { assignee, from, to }: Said,
  community: Pick<Community, 'categories'> | undefined,
) {
  const category = community?.categories.find((each) => each.category === of);
  if (assignee !== volunteers || !category) return {};
  return { need: { ...needAt(category, place), windows: [{ from, to }] } };
}
