import type { CaseLane, CaseOrder, CaseRow } from './case.row';

const toBeDispatched: readonly CaseRow['status'][] = ['accepted', 'filed'];
const atWork: readonly CaseRow['status'][] = ['dispatched', 'handling'];
const live: readonly CaseOrder['status'][] = ['dispatched', 'acknowledged', 'handling'];

/** The lane of a case as it stands. */
export function laneOf({
  status,
  flags,
  orders,
  round,
}: Pick<CaseRow, 'status' | 'flags' | 'orders' | 'round'>): CaseLane | undefined {
  const ofRound = orders.filter((each) => each.round === round);
  if (toBeDispatched.includes(status))
    return ofRound.some((each) => each.status === 'returned') ? 'returned' : 'waiting';
  if (!atWork.includes(status)) return undefined;
  if (flags.exhausted) return 'nobody';
  return ofRound.some(looksForVolunteers) ? 'offers' : 'under-way';
}

/** Live, and a seat of it is not taken. */
function looksForVolunteers({ assignee, status, need, assigned }: CaseOrder): boolean {
  const seated = assigned.filter((each) => each.status === 'assigned' || each.status === 'checked-in').length;
  return assignee.kind === 'volunteers' && live.includes(status) && seated < (need?.seats ?? 1);
}
