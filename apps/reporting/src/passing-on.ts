import { desks, isOfKeptOut, liveOrdersOf } from '@threekeys/read-models';
import type { CaseOrder, CaseRow } from '@threekeys/read-models';
import type { Desk } from './desk';
import type { Step } from './desk-step';

/** 移交: what lies with somebody who has left their post, or is kept out by now, waits for whoever may pass it on. */
export function passingOn(row: CaseRow, { names }: Pick<Desk, 'names'>): Step | undefined {
  const { accountablePost, accountablePerson } = row;
  if (names.includes(desks.answers({ post: accountablePost, person: accountablePerson })))
    return { commands: ['TransferAccountability'], because: 'left' };
  const orders = liveOrdersOf(row);
  const left = orders.find(
    ({ assignee }) => assignee.kind === 'post' && names.includes(desks.works(assignee)),
  );
  if (left) return { ...handingOn(left), because: 'left' };
  const isDispatcher = names.includes(desks.role('dispatcher'));
  const keptOut = isDispatcher ? orders.find((order) => isOfKeptOut(order, row)) : undefined;
  return keptOut && { ...handingOn(keptOut), because: 'kept-out' };
}

/** A volunteer is released; others are asked for their seat. */
function handingOn({ workOrderId, assignee }: CaseOrder): Step {
  return {
    commands: [assignee.kind === 'volunteers' ? 'ReleaseVolunteer' : 'ReassignWorkOrder'],
    workOrderId,
  };
}
