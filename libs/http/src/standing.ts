import type { Assignee, JointResolution } from '@threekeys/domain';
import type { Held, Relation } from '@threekeys/auth';
import { byScope } from '@threekeys/auth';
import { sides } from '@threekeys/read-models';
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
  /** The joint resolution of this round: whose key is asked. */
  readonly joint?: Pick<JointResolution, 'parties' | 'standIns'> | undefined;
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
 * about stands to it in no other way, whatever their posts and orders. What holds by the scope of a grant holds for that
 * grant alone: whoever holds the key of a compound and heads a courtyard of it hears as its head of that courtyard only.
 */
export function relationsTo(caller: Caller, standing: CaseStanding, named: Named = {}): readonly Held[] {
  if (isOtherSide(caller, standing)) return asOtherSide(caller, standing);
  const orders = standing.orders.filter(
    ({ workOrderId }) => named.workOrderId === undefined || named.workOrderId === workOrderId,
  );
  const isTheirs = ({ offerId, volunteerId }: OfferStanding): boolean =>
    volunteerId === caller.volunteerId && (named.offerId === undefined || named.offerId === offerId);
  const assignees = orders.filter(({ assignee }) => isHolderOf(caller, assignee));
  const holds: Readonly<Partial<Record<Relation, boolean>>> = {
    any: true,
    accountable: isHolder(caller, standing.accountable),
    assignee: assignees.length > 0,
    'at-work': assignees.some(({ isOver }) => isOver !== true),
    offered: orders.some(({ offers }) => offers.some(isTheirs)),
    assigned: orders.some(({ assigned }) => assigned.some(isTheirs)),
    'in-unit': caller.posts.some(({ unit }) => isOf(unit, standing)),
    requester: isRequester(caller, standing, named),
  };
  const scopes = [...new Set(caller.grants.flatMap(({ scope }) => scope ?? []))];
  return [
    ...(Object.keys(holds) as Relation[]).filter((relation) => holds[relation]),
    ...scopes.flatMap((scope) => heldBy(scope, { ...standing, orders })),
  ];
}

/** In which relations a grant of this scope stands to the case. */
function heldBy(scope: string, standing: CaseStanding): readonly Held[] {
  const theirs = standing.orders.filter(
    ({ assignee }) => assignee.kind === 'organisation' && assignee.organisation === scope,
  );
  const holds: Readonly<Partial<Record<Relation, boolean>>> = {
    assignee: theirs.length > 0,
    'at-work': theirs.some(({ isOver }) => isOver !== true),
    'in-unit': isOf(scope, standing),
  };
  return (Object.keys(holds) as Relation[])
    .filter((relation) => holds[relation])
    .map((relation) => byScope(relation, scope));
}

function asOtherSide(caller: Caller, { joint, compound, isDisclosed }: CaseStanding): readonly Held[] {
  const asked: Held[] = isAsked(caller, compound, joint) ? ['key-asked'] : [];
  return ['other-side', ...asked, ...(isDisclosed ? (['named-to'] as const) : [])];
}

/** As the party's key holder of that compound, or as who stands in for one. */
function isAsked({ id, grants }: Caller, compound: string, joint: CaseStanding['joint']): boolean {
  if (!joint) return false;
  const isPartys = grants.some(
    ({ role, scope = compound, party }) =>
      role === 'key-holder' && scope === compound && party !== undefined && joint.parties.includes(party),
  );
  return isPartys || joint.standIns.some(({ person }) => person === id);
}

function isOtherSide({ id, volunteerId, grants }: Caller, { respondent }: CaseStanding): boolean {
  const { organisation, keptOut = [] } = respondent ?? {};
  const actsForIt = organisation !== undefined && grants.some(({ scope }) => scope === organisation);
  return actsForIt || keptOut.some((each) => each === id || each === volunteerId);
}

/** By which names the cases that somebody is the other side of know them: account, volunteer, organisations. */
export function sidesOf({ id, volunteerId, grants }: Caller): readonly string[] {
  const organisations = grants.flatMap(({ scope }) =>
    scope === undefined ? [] : [sides.organisation(scope)],
  );
  return [id, ...(volunteerId === undefined ? [] : [volunteerId]), ...organisations];
}

function isHolder(caller: Caller, { post, person }: CaseStanding['accountable']): boolean {
  return caller.id === person || caller.posts.some((held) => held.post === post);
}

function isHolderOf(caller: Caller, assignee: Assignee): boolean {
  return assignee.kind === 'post' && isHolder(caller, assignee);
}

function isRequester(
  { requesterId: own }: Caller,
  { requesterIds = [] }: CaseStanding,
  named: Named,
): boolean {
  return own !== undefined && requesterIds.includes(own) && (named.requesterId ?? own) === own;
}

function isOf(place: string, { unit, compound }: CaseStanding): boolean {
  return place === unit || place === compound;
}
