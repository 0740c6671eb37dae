/**
 * How somebody stands to what they want to act on.
 * - `any`: always holds.
 * - `accountable`: is, or holds the post that is, accountable for the case.
 * - `assignee`: a live order is theirs, their post's or their organisation's.
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
  'offered',
  'assigned',
  'requester',
  'in-unit',
  'self',
] as const;
export type Relation = (typeof relations)[number];
