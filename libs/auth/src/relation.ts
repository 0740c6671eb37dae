/**
 * How somebody stands to what they want to act on.
 * - `any`: always holds.
 * - `accountable`: is, or holds the post that is, accountable for the case.
 * - `assignee`: an order is or was theirs, their post's or their organisation's.
 * - `at-work`: an order of the present round is theirs and was not returned, while the case is open.
 * - `offered`: the volunteer of an offer or assignment of the case.
 * - `assigned`: a volunteer's booking stands; for what is shown, only while its order is worked on.
 * - `requester`: reported it or joined it; a resident's page of one case.
 * - `in-unit`: the case lies in a unit or compound of theirs.
 * - `self`: the volunteer in question is themself.
 */
export const relations = [
  'any',
  'accountable',
  'assignee',
  'at-work',
  'offered',
  'assigned',
  'requester',
  'in-unit',
  'self',
] as const;
export type Relation = (typeof relations)[number];
