import type { OrganisationEvent } from '@threekeys/domain';
import type { Projection } from '../projection';

type Data<T extends OrganisationEvent['type']> = Extract<OrganisationEvent, { type: T }>['data'];
type Grant = Omit<Data<'RoleGranted'>, 'person'>;

/** What a person may and holds: posts and grants of roles. */
export type PersonRow = {
  readonly person: string;
  readonly posts: readonly string[];
  readonly roles: readonly string[];
  readonly grants: readonly Grant[];
};

/** Who holds which posts and roles; key = person. */
export const people: Projection<PersonRow> = {
  name: 'people',
  module: __filename,
  version: 2,
  categories: ['organisation'],
  columns: { posts: 'text[]', roles: 'text[]' },
  indexes: [['posts'], ['roles']],
  keysOf: (event) => {
    const { data } = event as unknown as OrganisationEvent;
    return 'person' in data ? [data.person] : [];
  },
  evolve: (row, event, person) => {
    const before = row ?? { person, posts: [], roles: [], grants: [] };
    const { type, data } = event as unknown as OrganisationEvent;
    switch (type) {
      case 'PostFilled':
        return { ...before, posts: [...before.posts.filter((post) => post !== data.post), data.post] };
      case 'PostLeft':
        return { ...before, posts: before.posts.filter((post) => post !== data.post) };
      case 'RoleGranted':
        return granted(before, [...before.grants.filter((grant) => !isSame(grant, data)), grantOf(data)]);
      case 'RoleRevoked':
        return granted(
          before,
          before.grants.filter((grant) => !isSame(grant, data)),
        );
      default:
        return row;
    }
  },
};

function granted(row: PersonRow, grants: readonly Grant[]): PersonRow {
  return { ...row, grants, roles: [...new Set(grants.map(({ role }) => role))] };
}

function grantOf({ person: _, ...grant }: Data<'RoleGranted'>): Grant {
  return grant;
}

function isSame(a: Grant, b: Grant): boolean {
  const isSameTerm = a.from === b.from && a.until === b.until;
  return a.role === b.role && a.scope === b.scope && a.party === b.party && isSameTerm;
}
