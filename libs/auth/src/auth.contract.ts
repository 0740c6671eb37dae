import { Clock } from '@threekeys/event-store';
import type { GlobalPosition } from '@threekeys/event-store';
import type { AccountRows, BodyHmac, Receipts, SequenceRows, SessionRows, TokenRows } from '.';
import {
  AccountUnknown,
  BlockSequences,
  ExpiringSessions,
  HashedAccounts,
  HashedTokens,
  signIn,
  TokenNameTaken,
  TokenUnknown,
  UsernameTaken,
} from '.';

export class SetClock extends Clock {
  instant = '2026-03-01T08:00:00.000Z';

  now(): string {
    return this.instant;
  }

  pass(minutes: number): void {
    this.instant = new Date(Date.parse(this.instant) + minutes * 60_000).toISOString();
  }
}

/** Of a body that is this text. */
export const hmacOf =
  (text: string): BodyHmac =>
  () =>
    Promise.resolve(text);

export interface OpenedAuth {
  readonly accounts: AccountRows;
  readonly sessions: SessionRows;
  readonly tokens: TokenRows;
  readonly receipts: Receipts;
  readonly sequences: SequenceRows;
  readonly clock: SetClock;
}

/** Whatever a hash costs, a store keeps it. What it usually costs is asked in `auth.spec.ts`. */
const accountsOn = (rows: AccountRows) => new HashedAccounts(rows, { N: 16, r: 8, p: 1 });

/** What every store of accounts, sessions, receipts and sequences does. */
export function describeAuth(name: string, open: () => Promise<OpenedAuth>): void {
  describe(`${name}: an account`, () => {
    it('is known by its password, and by no other', async () => {
      const accounts = accountsOn((await open()).accounts);
      await accounts.create('clerk', 'correct horse');
      expect(await accounts.check('clerk', 'correct horse')).toBe(true);
      expect(await accounts.check('clerk', 'wrong horse')).toBe(false);
      expect(await accounts.check('nobody', 'correct horse')).toBe(false);
    });

    it('is made once', async () => {
      const accounts = accountsOn((await open()).accounts);
      await accounts.create('clerk', 'correct horse');
      await expect(accounts.create('clerk', 'another one')).rejects.toThrow(UsernameTaken);
      expect(await accounts.list()).toEqual([{ username: 'clerk', disabled: false }]);
    });

    it('may begin with the password of others, until one of them has another', async () => {
      const accounts = accountsOn((await open()).accounts);
      await accounts.createAll(['clerk', 'grid'], 'correct horse');
      await accounts.setPassword('grid', 'another one');
      expect(await accounts.check('clerk', 'correct horse')).toBe(true);
      expect(await accounts.check('grid', 'correct horse')).toBe(false);
      await expect(accounts.createAll(['mediator', 'clerk'], 'a third one')).rejects.toThrow(UsernameTaken);
    });

    it.each(['operator', 'anybody', 'intake', 'dispatch', 'volunteer-matching', 'reporting', 'timers'])(
      'never has the name %s, under which the log knows somebody else',
      async (reserved) => {
        const accounts = accountsOn((await open()).accounts);
        await expect(accounts.create(reserved, 'correct horse')).rejects.toThrow(UsernameTaken);
        expect(await accounts.list()).toEqual([]);
      },
    );

    it('lets nobody in once it is disabled, and takes a new password', async () => {
      const accounts = accountsOn((await open()).accounts);
      await accounts.create('clerk', 'correct horse');
      await accounts.setPassword('clerk', 'battery staple');
      expect(await accounts.check('clerk', 'correct horse')).toBe(false);
      expect(await accounts.check('clerk', 'battery staple')).toBe(true);
      await accounts.disable('clerk');
      expect(await accounts.check('clerk', 'battery staple')).toBe(false);
      await expect(accounts.disable('nobody')).rejects.toThrow(AccountUnknown);
      await expect(accounts.setPassword('nobody', 'x')).rejects.toThrow(AccountUnknown);
    });

    it('is one that can sign in until it is disabled', async () => {
      const accounts = accountsOn((await open()).accounts);
      expect(await accounts.isEnabled('clerk')).toBe(false);
      await accounts.create('clerk', 'correct horse');
      expect(await accounts.isEnabled('clerk')).toBe(true);
      await accounts.disable('clerk');
      expect(await accounts.isEnabled('clerk')).toBe(false);
    });

    it('is let in by its password of before once it is enabled again', async () => {
      const accounts = accountsOn((await open()).accounts);
      await accounts.create('clerk', 'correct horse');
      await accounts.disable('clerk');
      await accounts.enable('clerk');
      expect(await accounts.check('clerk', 'correct horse')).toBe(true);
      await expect(accounts.enable('nobody')).rejects.toThrow(AccountUnknown);
    });

    it('keeps no password', async () => {
      const { accounts: rows } = await open();
      await accountsOn(rows).create('clerk', 'correct horse');
      expect(JSON.stringify(await rows.all())).not.toContain('horse');
    });
  });

  describe(`${name}: a sign-in under way`, () => {
    const credentials = { username: 'clerk', password: 'correct horse' };
    /** Whose password is right; and then, before there is a session, an administrator does something. */
    async function signedInWhile(act: (accounts: HashedAccounts) => Promise<void>) {
      const { accounts: rows, sessions: sessionRows, clock } = await open();
      const accounts = accountsOn(rows);
      await accounts.create(credentials.username, credentials.password);
      const sessions = new ExpiringSessions(sessionRows, clock);
      let token = '';
      const create = async (username: string) => {
        await act(accounts);
        await sessions.endAllOf(username);
        return (token = await sessions.create(username));
      };
      const end = (ended: string) => sessions.end(ended);
      const answer = await signIn({ accounts, sessions: { create, end } }, credentials);
      return { answer, username: await sessions.usernameOf(token) };
    }

    it('opens a session where nothing happens in between', async () =>
      expect(await signedInWhile(() => Promise.resolve())).toEqual({
        ...{ answer: expect.any(String) as unknown, username: 'clerk' },
      }));

    it.each([
      ['disabled', (accounts: HashedAccounts) => accounts.disable('clerk')],
      [
        'given another password',
        (accounts: HashedAccounts) => accounts.setPassword('clerk', 'battery staple'),
      ],
    ] as const)('opens nothing where the account is %s in between', async (_what, act) =>
      expect(await signedInWhile(act)).toEqual({ answer: undefined, username: undefined }),
    );

    it('opens nothing by a wrong password', async () => {
      const { accounts: rows, sessions: sessionRows, clock } = await open();
      const ports = {
        accounts: accountsOn(rows),
        sessions: new ExpiringSessions(sessionRows, clock),
      };
      await ports.accounts.create(credentials.username, credentials.password);
      expect(await signIn(ports, { ...credentials, password: 'wrong horse' })).toBeUndefined();
    });
  });

  describe(`${name}: a session`, () => {
    it('is known by its token until it is ended, or twelve hours after its last use', async () => {
      const { sessions: rows, clock } = await open();
      const sessions = new ExpiringSessions(rows, clock);
      const token = await sessions.create('clerk');
      const other = await sessions.create('clerk');
      expect(await sessions.usernameOf(token)).toBe('clerk');
      clock.pass(11 * 60);
      expect(await sessions.usernameOf(token)).toBe('clerk');
      clock.pass(11 * 60);
      expect(await sessions.usernameOf(token)).toBe('clerk');
      expect(await sessions.usernameOf(other)).toBeUndefined();
      await sessions.end(token);
      expect(await sessions.usernameOf(token)).toBeUndefined();
      expect(await sessions.usernameOf('guess')).toBeUndefined();
    });

    it('does not come back where it was ended while it was prolonged', async () => {
      const { sessions: rows, clock } = await open();
      const token = await new ExpiringSessions(rows, clock).create('clerk');
      clock.pass(60);
      const sessions = new ExpiringSessions(endingOnFind(rows), clock);
      await sessions.usernameOf(token);
      expect(await sessions.usernameOf(token)).toBeUndefined();
    });

    it('ends with all others of its account', async () => {
      const { sessions: rows, clock } = await open();
      const sessions = new ExpiringSessions(rows, clock);
      const [one, two, others] = [
        await sessions.create('clerk'),
        await sessions.create('clerk'),
        await sessions.create('grid'),
      ];
      await sessions.endAllOf('clerk');
      expect(await Promise.all([one, two, others].map((token) => sessions.usernameOf(token)))).toEqual([
        undefined,
        undefined,
        'grid',
      ]);
    });
  });

  describe(`${name}: a token of a script`, () => {
    const opened = async () => {
      const { accounts: rows, tokens: tokenRows, clock } = await open();
      const accounts = accountsOn(rows);
      await accounts.create('clerk', 'correct horse');
      return { accounts, tokenRows, tokens: new HashedTokens(tokenRows, rows, clock) };
    };

    it('acts as its account until it is revoked, however long that is', async () => {
      const { tokens } = await opened();
      const token = await tokens.add('nightly', 'clerk', 'admin');
      expect(await tokens.accountOf(token)).toBe('clerk');
      expect(await tokens.accountOf(`${token}x`)).toBeUndefined();
      expect(await tokens.accountOf('')).toBeUndefined();
      await tokens.revoke('nightly');
      expect(await tokens.accountOf(token)).toBeUndefined();
      await expect(tokens.revoke('nightly')).rejects.toThrow(TokenUnknown);
    });

    it('ends with its account, and is made for none that is disabled or not there', async () => {
      const { accounts, tokens } = await opened();
      const token = await tokens.add('nightly', 'clerk', 'admin');
      await accounts.disable('clerk');
      expect(await tokens.accountOf(token)).toBeUndefined();
      await expect(tokens.add('hourly', 'clerk', 'admin')).rejects.toThrow(AccountUnknown);
      await expect(tokens.add('hourly', 'nobody', 'admin')).rejects.toThrow(AccountUnknown);
    });

    it('is revoked with all others of its account', async () => {
      const { accounts, tokens } = await opened();
      await accounts.create('grid', 'correct horse');
      const of = (name: string, account: string) => tokens.add(name, account, 'admin');
      const added = [await of('a', 'clerk'), await of('b', 'grid'), await of('c', 'clerk')];
      await tokens.revokeAllOf('clerk');
      expect(await Promise.all(added.map((token) => tokens.accountOf(token)))).toEqual([
        undefined,
        'grid',
        undefined,
      ]);
    });

    it('has a name of its own, by which they are listed with who made them', async () => {
      const { tokens } = await opened();
      await tokens.add('b', 'clerk', 'admin');
      await tokens.add('a', 'clerk', 'operator');
      await expect(tokens.add('a', 'clerk', 'admin')).rejects.toThrow(TokenNameTaken);
      const createdAt = '2026-03-01T08:00:00.000Z';
      expect(await tokens.list()).toEqual([
        { name: 'a', account: 'clerk', createdAt, createdBy: 'operator' },
        { name: 'b', account: 'clerk', createdAt, createdBy: 'admin' },
      ]);
    });

    it('is there without who made it, where that was not kept yet', async () => {
      const { tokens, tokenRows } = await opened();
      const early = { name: 'early', account: 'clerk', createdAt: '2026-01-01T00:00:00.000Z' };
      await tokenRows.insert({ ...early, hash: 'hash' });
      expect(await tokens.list()).toEqual([early]);
      expect(await tokenRows.find('hash')).toEqual({ ...early, hash: 'hash' });
    });

    it('has 256 random bits, and is kept as a hash alone', async () => {
      const { tokens, tokenRows } = await opened();
      const made = await Promise.all(['a', 'b', 'c'].map((name) => tokens.add(name, 'clerk', 'admin')));
      expect(new Set(made).size).toBe(3);
      const kept = JSON.stringify(await tokenRows.all());
      for (const token of made) {
        const [mark, secret] = [token.slice(0, 3), token.slice(3)];
        expect([mark, Buffer.from(secret, 'base64url').length]).toEqual(['tk_', 32]);
        expect(kept).not.toContain(secret);
      }
    });
  });

  describe(`${name}: a receipt`, () => {
    it('tells the same body from another, for thirty days', async () => {
      const { receipts, clock } = await open();
      expect(await receipts.remember('c', hmacOf('one'))).toBe('new');
      expect(await receipts.remember('c', hmacOf('one'))).toBe('same');
      expect(await receipts.remember('c', hmacOf('two'))).toBe('different');
      expect(await receipts.remember('d', hmacOf('two'))).toBe('new');
      clock.pass(31 * 24 * 60);
      expect(await receipts.remember('c', hmacOf('two'))).toBe('new');
    });
  });

  describe(`${name}: a command that recorded nothing`, () => {
    const at = (revision: number) => ({
      ...{ revision, leafHash: String(revision).repeat(64).slice(0, 64) },
      position: `p${String(revision)}` as GlobalPosition,
    });

    it('is answered the same for thirty days, whatever else it would be answered later', async () => {
      const { receipts, clock } = await open();
      expect(await receipts.nothingNew('c')).toBeUndefined();
      expect(await receipts.rememberNothingNew('c', at(3))).toEqual(at(3));
      expect(await receipts.rememberNothingNew('c', at(7))).toEqual(at(3));
      expect(await receipts.nothingNew('c')).toEqual(at(3));
      expect(await receipts.nothingNew('d')).toBeUndefined();
      clock.pass(31 * 24 * 60);
      expect(await receipts.nothingNew('c')).toBeUndefined();
    });
  });

  describe(`${name}: a sequence`, () => {
    it('gives each number once, also to many at the same time and after a restart', async () => {
      const { sequences: rows } = await open();
      const sequences = new BlockSequences(rows);
      const numbers = await Promise.all(Array.from({ length: 250 }, () => sequences.next('cases')));
      const later = await new BlockSequences(rows).next('cases');
      expect(new Set(numbers).size).toBe(250);
      expect(Math.min(...numbers)).toBe(1);
      expect(later).toBeGreaterThan(Math.max(...numbers));
      expect(await new BlockSequences(rows).next('others')).toBe(1);
    });

    it('starts above what is known to be taken', async () => {
      const { sequences: rows } = await open();
      const sequences = new BlockSequences(rows);
      await sequences.next('cases');
      await sequences.atLeast('cases', 5000);
      expect(await sequences.next('cases')).toBe(5000);
    });
  });
}

/** The same rows, in which somebody else ends each session as soon as it was read. */
function endingOnFind(rows: SessionRows): SessionRows {
  const find = async (hash: string) => {
    const session = await rows.find(hash);
    await rows.remove(hash);
    return session;
  };
  return Object.assign(Object.create(rows) as SessionRows, { find });
}
