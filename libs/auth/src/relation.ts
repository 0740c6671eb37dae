/**
 * How somebody stands to what they want to act on.
 * - `any`: holds for everybody but the other side.
 * - `accountable`: is, or holds the post that is, accountable for the case.
 * - `assignee`: an order is or was theirs, their post's or their organisation's.
 * - `at-work`: an order of the present round is theirs and was not returned, while the case is open.
 * - `offered`: the volunteer of an offer or assignment of the case.
 * - `assigned`: a volunteer's booking stands; for what is shown, only while its order is worked on.
 * - `requester`: reported it or joined it; a resident's page of one case.
 * - `in-unit`: the case lies in the unit of a post of theirs, or in the unit or compound of the grant that is asked.
 * - `self`: the volunteer in question is themself.
 * - `other-side`: is, or acts for, who is complained about. Then nothing else holds, not even `any`.
 * - `key-asked`: is of the other side, and holds or stands in for the key of a party of this round's joint resolution.
 * - `named-to`: is of the other side, and a requester agreed that it hears who reported.
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
  'other-side',
  'key-asked',
  'named-to',
] as const;
export type Relation = (typeof relations)[number];

/** A relation that holds whatever they act as, or only by a grant of that scope. */
export type Held = Relation | `${Relation}@${string}`;

/** A relation in which somebody stands by the scope of a grant: it lends itself to no other role of theirs. */
export function byScope(relation: Relation, scope: string): Held {
  return `${relation}@${scope}`;
}

/**
 * Whether a relation is among those in which somebody stands who acts by a grant of this scope. 身份隔离: to the other side's
 * own case nobody stands as `any`.
 */
export function holdsAmong(standing: readonly string[], scope?: string): (relation: Relation) => boolean {
  const isOtherSide = standing.includes('other-side' satisfies Relation);
  return (relation) =>
    relation === 'any'
      ? !isOtherSide
      : standing.includes(relation) || (scope !== undefined && standing.includes(byScope(relation, scope)));
}
