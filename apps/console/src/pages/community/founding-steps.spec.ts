import { starterCatalogue, starterPolicy } from '@threekeys/domain';
import type { Community, UsersOf } from '../../types';
import { foundedSteps, foundingSteps, kindsWithoutHolder } from './founding-steps';

const names = { zh: '名', en: 'name' };
const unit = (level: 'community' | 'grid-branch') => ({ unit: level, level, names });
const post = (kind: string, holder?: string) => ({
  ...{ post: kind, unit: 'community', kind, names },
  ...(holder === undefined ? {} : { holder }),
});
/** As `npm start -- --no-demo` leaves it. */
const empty = {
  units: [unit('community')],
  posts: [post('duty-desk', 'admin')],
  compounds: [],
  categories: starterCatalogue,
  policy: { ...starterPolicy, version: 1 },
} as unknown as Community;
const user = (username: string, ...roles: string[]) => ({ username, disabled: false, roles, posts: [] });
const users = (...those: object[]) => those as unknown as UsersOf['users'];
const founders = users(user('admin', 'admin'), user('clerk', 'intake-clerk'));
const done = (community: Community, those = founders) =>
  foundingSteps.filter((step) => foundedSteps(community, those)[step]);

describe('the founding of a community', () => {
  it('begins with its units; what the installation brought along is there', () =>
    expect(done(empty, users(user('admin', 'admin')))).toEqual(['catalogue', 'policy']));

  it('needs somebody beside the administrator who can sign in and has a role', () => {
    expect(done(empty)).toContain('accounts');
    expect(done(empty, users(user('admin', 'admin'), user('clerk')))).not.toContain('accounts');
    const gone = { ...user('clerk', 'intake-clerk'), disabled: true };
    expect(done(empty, users(user('admin', 'admin'), gone))).not.toContain('accounts');
  });

  it('needs a holder for every kind of post to which the catalogue sends work', () => {
    expect(kindsWithoutHolder(empty)).toEqual(['property-liaison', 'grid-worker', 'mediator']);
    const held = ['property-liaison', 'grid-worker', 'mediator'].map((kind) => post(kind, 'li'));
    expect(done({ ...empty, posts: [...empty.posts, ...held] })).toContain('posts');
    expect(done({ ...empty, posts: [...empty.posts, ...held.slice(1), post('mediator')] })).not.toContain(
      'posts',
    );
  });

  it('needs a building and a holder of a key in each compound', () => {
    const building = { building: '1', names, grid: 'grid-1', entrances: [] };
    const party = { party: 'owners', holder: 'ye', standIns: [] } as const;
    const court = { compound: 'court', names, buildings: [building], parties: [party] };
    const lane = { compound: 'lane', names, buildings: [], parties: [] };
    const of = (...compounds: object[]) => ({ ...empty, compounds }) as unknown as Community;
    expect(done(of(court))).toEqual(expect.arrayContaining(['compounds', 'parties']));
    expect(done(of(court, lane))).not.toContain('compounds');
    expect(done(of(court, { ...lane, buildings: [building] }))).not.toContain('parties');
  });

  it('has its units with the first grid that is not closed', () => {
    const grid = unit('grid-branch');
    expect(done({ ...empty, units: [unit('community'), grid] })).toContain('units');
    expect(done({ ...empty, units: [unit('community'), { ...grid, closed: true }] })).not.toContain('units');
  });
});
