import type { CaseStanding } from '@threekeys/http';
import type { CaseOrder, CaseRow } from '@threekeys/read-models';

/** What of a row decides how somebody stands to the case. */
export function standingOf(row: CaseRow): CaseStanding {
  const { accountablePost, accountablePerson, unit, compound, orders, respondent, requesters, joint } = row;
  return {
    accountable: { post: accountablePost, person: accountablePerson },
    unit,
    compound,
    respondent,
    joint,
    isDisclosed: requesters.some(({ disclosure, withdrawn }) => disclosure === true && withdrawn !== true),
    orders: orders.map((order) => ({
      workOrderId: order.workOrderId,
      assignee: order.assignee,
      isOver: isOver(order, row),
      offers: order.offers,
      assigned: isWorkedOn(order, row) ? order.assigned.filter(stands) : [],
    })),
  };
}

/** Who did it may be asked until the case ends, and rework is theirs. */
function isOver({ status, round }: CaseOrder, row: CaseRow): boolean {
  return !row.open || round !== row.round || status === 'returned' || status === 'ended';
}

/** Handlers see what the task needs: where the task is over, nothing. Rework makes it theirs again. */
function isWorkedOn({ status, round }: CaseOrder, row: CaseRow): boolean {
  return row.open && round === row.round && worked.includes(status);
}

const worked: readonly CaseOrder['status'][] = ['dispatched', 'acknowledged', 'handling'];

function stands({ status }: CaseOrder['assigned'][number]): boolean {
  return status === 'assigned' || status === 'checked-in';
}
