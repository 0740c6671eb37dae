import { fitFor } from '@threekeys/domain';
import { desks, isOfKeptOut, liveOrdersOf } from '@threekeys/read-models';
import type { CaseOrder, CaseRow } from '@threekeys/read-models';
import type { Desk } from './desk';
import type { Step } from './desk-step';

/** 移交: what lies with somebody who has left their post, or is kept out by now, waits for whoever may pass it on. */
export function passingOn(row: CaseRow, desk: Pick<Desk, 'names' | 'rules' | 'now'>): Step | undefined {
  const because = whyPassedOn(row, desk);
  return because ? { commands: ['TransferAccountability'], because } : handingOn(row, desk);
}

type Looking = Parameters<typeof passingOn>[1];

function whyPassedOn(row: CaseRow, { names, ...asked }: Looking): Step['because'] {
  const { accountablePost: post, accountablePerson: person } = row;
  if (names.includes(desks.answers({ post, person }))) return 'left';
  const mayPassOn = (['dispatcher', 'secretary'] as const).some((role) => names.includes(desks.role(role)));
  return mayPassOn && !fitFor(row, asked)(person) ? 'kept-out' : undefined;
}

function handingOn(row: CaseRow, { names, ...asked }: Looking): Step | undefined {
  const orders = liveOrdersOf(row);
  const left = orders.find(
    ({ assignee }) => assignee.kind === 'post' && names.includes(desks.works(assignee)),
  );
  if (left) return { ...toSomebodyElse(left), because: 'left' };
  if (!names.includes(desks.role('dispatcher'))) return undefined;
  const isFit = fitFor(row, asked);
  const keptOut = orders.find(
    (order) => isOfKeptOut(order, row) || (order.assignee.kind === 'post' && !isFit(order.assignee.person)),
  );
  return keptOut && { ...toSomebodyElse(keptOut), because: 'kept-out' };
}

/** A volunteer is released; others are asked for their seat. */
function toSomebodyElse({ workOrderId, assignee }: CaseOrder): Step {
  return {
    commands: [assignee.kind === 'volunteers' ? 'ReleaseVolunteer' : 'ReassignWorkOrder'],
    workOrderId,
  };
}
