import type { CaseStanding } from '@threekeys/http';
import type { CaseRow } from '@threekeys/read-models';

/** What of a row decides how somebody stands to the case. */
export function standingOf({
  accountablePost,
  accountablePerson,
  unit,
  compound,
  orders,
}: CaseRow): CaseStanding {
  return {
    accountable: { post: accountablePost, person: accountablePerson },
    unit,
    compound,
    orders: orders.map(({ workOrderId, assignee, offers }) => ({ workOrderId, assignee, offers })),
  };
}
