import type { Role } from '@threekeys/domain';
import type { PermissionRow } from './permissions';
import { partiesThatMay, permissions } from './permissions';
import type { Relation } from './relation';
import { holdsAmong } from './relation';

/** A role that somebody holds; `party` of a key holder. */
export interface RoleGrant {
  readonly role: Role;
  readonly scope?: string;
  readonly party?: string;
}

const table: ReadonlyMap<string, PermissionRow> = new Map(Object.entries(permissions));
const partiesOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(partiesThatMay));

/** Who has the machine has the data: the operator's token may do what these roles may, and the log names the role. */
export const operatorGrants: readonly RoleGrant[] = (
  ['admin', 'dispatcher', 'intake-clerk', 'auditor', 'secretary'] as const
).map((role) => ({ role }));

/** Nobody calls as a service: services send their commands inside, and a grant of that role gives nothing. */
const relationsOf = (grant: RoleGrant, what: string): readonly Relation[] =>
  grant.role === 'service' || !isOfParty(grant, what) ? [] : (table.get(what)?.[grant.role] ?? []);

function isOfParty({ role, party }: RoleGrant, what: string): boolean {
  const parties = role === 'key-holder' ? partiesOf.get(what) : undefined;
  return parties === undefined || (party !== undefined && parties.includes(party));
}

/** Under which relations these grants allow it; empty: not at all. For filters of lists. */
export function relationsAllowing(grants: readonly RoleGrant[], what: string): ReadonlySet<Relation> {
  return new Set(grants.flatMap((grant) => relationsOf(grant, what)));
}

/** In which role they may do it, standing so; the first grant that allows it. Undefined: not at all. */
export function roleFor(
  grants: readonly RoleGrant[],
  what: string,
  standing: readonly string[] = ['any'],
): Role | undefined {
  return grants.find((grant) => relationsOf(grant, what).some(holdsAmong(standing, grant.scope)))?.role;
}

/** Whether they may do it, standing so to what it is about. What the table does not know nobody may. */
export function mayDo(
  grants: readonly RoleGrant[],
  what: string,
  standing: readonly string[] = ['any'],
): boolean {
  return roleFor(grants, what, standing) !== undefined;
}

/** Whether some case, or none, would allow it. */
export function mayEver(grants: readonly RoleGrant[], what: string): boolean {
  return relationsAllowing(grants, what).size > 0;
}

/** Everything that {@link mayEver} allows, in the order of the table. */
export function everythingOf(grants: readonly RoleGrant[]): readonly string[] {
  return [...table.keys()].filter((what) => mayEver(grants, what));
}
