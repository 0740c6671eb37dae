import type { Role } from '@threekeys/domain';
import { fieldRules } from '@threekeys/auth';
import type { Caller } from '@threekeys/http';
import { TableAccess } from '@threekeys/http';
import { WordSearch } from './word-search';

/** Only what the tables say is asked here. */
const access = new TableAccess({} as never, {} as never, {} as never, {} as never);
const search = new WordSearch({} as never, {} as never, access);
const callerWith = (role: Role): Caller => ({ id: role, grants: [{ role }], posts: [] });

describe('a search by words, which names and phones are found by too', () => {
  it('is for those who may see who reported, and for nobody else', () => {
    const may = (Object.keys(fieldRules) as Role[]).filter((role) => search.maySearch(callerWith(role)));
    expect(may.sort()).toEqual([
      'auditor',
      'dispatcher',
      'grid-worker',
      'intake-clerk',
      'secretary',
      'social-worker',
    ]);
  });
});
