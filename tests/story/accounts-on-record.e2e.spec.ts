import type { AccessPageAnswer } from '../../apps/reporting/src/operator.responses';
import { password } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { done } from './path-light.fixtures';

// Whoever gives an account a password or a token can act as it: that they did stands where an auditor finds it.

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

describe('an administrator', () => {
  it('does nothing to an account that is not in the access log', async () => {
    const admin = await office.signedIn('admin');
    await done(admin.post('/api/users', { username: 'newcomer', password }));
    await done(admin.post('/api/users/grid/password', { password: 'another password' }));
    await done(admin.post('/api/tokens', { name: 'nightly', account: 'secretary' }));
    await done(admin.send('DELETE', '/api/tokens/nightly'));
    await done(admin.post('/api/users/newcomer/disable', {}));
    await done(admin.post('/api/users/newcomer/enable', {}));
    const auditor = await office.signedIn('auditor');
    const { accesses } = await done(auditor.get<AccessPageAnswer>('/api/access?actor=admin'));
    const acts = accesses.filter(({ purpose }) => purpose === 'administration');
    expect(acts.map(({ actor, stream, fields }) => [actor.role, stream, ...fields])).toEqual([
      ['admin', 'account-newcomer', 'enabled'],
      ['admin', 'account-newcomer', 'disabled'],
      ['admin', 'account-secretary', 'token-revoked/nightly'],
      ['admin', 'account-secretary', 'token/nightly'],
      ['admin', 'account-grid', 'password'],
      ['admin', 'account-newcomer', 'account'],
    ]);
  });
});
