import { starterPolicy } from '@threekeys/domain';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done, problemOf } from './path-light.fixtures';

// Which versions of the policy there were, who adopted each, when, and what each decided otherwise.

let office: Office;
let secretary: Caller;

const stricter = {
  ...starterPolicy,
  contactAttemptsMin: 5,
  grounds: { ...starterPolicy.grounds, void: ['test-entry', 'wrong-entry'] },
};

beforeAll(async () => {
  office = await Office.open();
  secretary = await office.signedIn('secretary');
  office.pass(60);
  await done(secretary.post('/api/policy/commands/AdoptPolicy', { version: 2, document: stricter }));
  office.pass(60);
  const { contactAttemptsMin } = starterPolicy;
  await done(
    secretary.post('/api/policy/commands/AdoptPolicy', {
      version: 3,
      document: { ...stricter, contactAttemptsMin },
    }),
  );
});
afterAll(() => office.close());

describe('the versions of the policy', () => {
  it('are listed with who adopted each and when, the one in force first', async () => {
    const { versions } = await done(office.staff.get<{ versions: unknown[] }>('/api/policy/versions'));
    expect(versions).toMatchObject([
      { version: 3, adoptedAt: '2026-03-02T03:00:00.000Z', by: { id: 'secretary' }, changes: 1 },
      { version: 2, adoptedAt: '2026-03-02T02:00:00.000Z', by: { role: 'secretary' }, changes: 2 },
      { version: 1, changes: 0 },
    ]);
  });

  it('say whole what they decided, and what otherwise than the version before', async () => {
    expect(await done(office.staff.get('/api/policy/versions/2'))).toMatchObject({
      ...{ version: 2, since: 1, changes: 2, document: stricter },
      differences: [
        { path: '/contactAttemptsMin', before: 3, after: 5, names: { zh: '联系不上：须联系的天数' } },
        { path: '/grounds/void', names: { en: 'Grounds · voiding' }, after: ['test-entry', 'wrong-entry'] },
      ],
    });
  });

  it('are compared with any other one, and with the starter policy', async () => {
    const pathsOf = async (query: string) => {
      const { differences } = await done(
        office.staff.get<{ differences: { path: string }[] }>(`/api/policy/versions/${query}`),
      );
      return differences.map(({ path }) => path);
    };
    expect(await pathsOf('3?since=1')).toEqual(['/grounds/void']);
    expect(await pathsOf('1?since=2')).toEqual(['/contactAttemptsMin', '/grounds/void']);
    expect(await pathsOf('3?since=0')).toEqual(['/grounds/void']);
    expect(await pathsOf('2?since=2')).toEqual([]);
  });

  it.each(['4', '0', '3?since=4', 'latest'])('has no %s', async (which) => {
    const { status } = await problemOf(office.staff.get(`/api/policy/versions/${which}`));
    expect(status).toBe(which === 'latest' ? 400 : 404);
  });

  it('are nothing to who is not signed in', async () => {
    const { status } = await fetch(new URL('/api/policy/versions', office.url));
    expect(status).toBe(401);
  });
});
