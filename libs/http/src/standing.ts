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

/** The order or offer that a command names: nobody acts on an offer made to somebody else. */
export interface Named {
  readonly workOrderId?: string | undefined;
  readonly offerId?: string | undefined;
}

/** How a caller stands to a case, in the words of the permission table. `any` always holds. */
export function relationsTo(caller: Caller, standing: CaseStanding, named: Named = {}): readonly Relation[] {
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
  };
  return (Object.keys(holds) as Relation[]).filter((relation) => holds[relation]);
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

function isInUnit(caller: Caller, { unit, compound }: CaseStanding): boolean {
  const units = [...caller.posts.map((held) => held.unit), ...caller.grants.map(({ scope }) => scope)];
  return units.some((each) => each !== undefined && (each === unit || each === compound));
}
