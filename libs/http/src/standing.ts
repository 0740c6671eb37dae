import type { Assignee } from '@threekeys/domain';
import type { Relation } from '@threekeys/auth';
import type { Caller } from './caller';

interface OfferStanding {
  readonly offerId: string;
  readonly volunteerId: string;
}

/** What of a case decides how somebody stands to it. */
export interface CaseStanding {
  readonly accountable: { readonly post: string; readonly person: string };
  readonly unit?: string | undefined;
  readonly compound: string;
  /** By whom the side that is complained about is known. */
  readonly respondent?:
    | { readonly organisation?: string | undefined; readonly keptOut?: readonly string[] | undefined }
    | undefined;
  /** A requester agreed that the other side hears who reported. */
  readonly isDisclosed?: boolean;
  /** Who reported it or joined it. Where something is shown to residents or asked by them. */
  readonly requesterIds?: readonly string[];
  readonly orders: readonly {
    readonly workOrderId: string;
    readonly assignee: Assignee;
    /** Returned, of an earlier round, or of a case that has ended: what its assignee saw ends with it. Where something is shown. */
    readonly isOver?: boolean;
    readonly offers: readonly OfferStanding[];
    /** Offers whose booking stands. */
    readonly assigned: readonly OfferStanding[];
  }[];
}

/** The order, offer or requester that a command names: nobody acts on an offer made to somebody else. */
export interface Named {
  readonly workOrderId?: string | undefined;
  readonly offerId?: string | undefined;
  readonly requesterId?: string | undefined;
}

/**
 * How a caller stands to a case, in the words of the permission table. 身份隔离: whoever is of the side that is complained
 * about stands to it in no other way, whatever their posts and orders.
 */
export function relationsTo(caller: Caller, standing: CaseStanding, named: Named = {}): readonly Relation[] {
  if (isOtherSide(caller, standing))
    return standing.isDisclosed ? ['other-side', 'named-to'] : ['other-side'];
  const orders = standing.orders.filter(
    ({ workOrderId }) => named.workOrderId === undefined || named.workOrderId === workOrderId,
  );
  const isTheirs = ({ offerId, volunteerId }: OfferStanding): boolean =>
    volunteerId === caller.volunteerId && (named.offerId === undefined || named.offerId === offerId);
  const holds: Readonly<Partial<Record<Relation, boolean>>> = {
    any: true,
    accountable: isHolder(caller, standing.accountable),
    assignee: orders.some(({ assignee }) => isAssignee(caller, assignee)),
    'at-work': orders.some(({ assignee, isOver }) => isOver !== true && isAssignee(caller, assignee)),
    offered: orders.some(({ offers }) => offers.some(isTheirs)),
    assigned: orders.some(({ assigned }) => assigned.some(isTheirs)),
    'in-unit': isInUnit(caller, standing),
    requester: isRequester(caller, standing, named),
  };
  return (Object.keys(holds) as Relation[]).filter((relation) => holds[relation]);
}

function isOtherSide({ id, volunteerId, grants }: Caller, { respondent }: CaseStanding): boolean {
  const { organisation, keptOut = [] } = respondent ?? {};
  const actsForIt = organisation !== undefined && grants.some(({ scope }) => scope === organisation);
  return actsForIt || keptOut.some((each) => each === id || each === volunteerId);
}

function isHolder(caller: Caller, { post, person }: CaseStanding['accountable']): boolean {
  return caller.id === person || caller.posts.some((held) => held.post === post);
}

function isAssignee(caller: Caller, assignee: Assignee): boolean {
  switch (assignee.kind) {
    case 'post':
      return isHolder(caller, assignee);
    case 'organisation':
      return caller.grants.some(({ scope }) => scope === assignee.organisation);
    case 'volunteers':
      return false;
  }
}

function isRequester(
  { requesterId: own }: Caller,
  { requesterIds = [] }: CaseStanding,
  named: Named,
): boolean {
  return own !== undefined && requesterIds.includes(own) && (named.requesterId ?? own) === own;
}

function isInUnit(caller: Caller, { unit, compound }: CaseStanding): boolean {
  const units = [...caller.posts.map((held) => held.unit), ...caller.grants.map(({ scope }) => scope)];
  return units.some((each) => each !== undefined && (each === unit || each === compound));
}
