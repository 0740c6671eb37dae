import { BlockSequences, ExpiringSessions } from '@threekeys/auth';
import { describeAuth, hmacOf, SetClock } from '@threekeys/auth/contract';
import type { GlobalPosition } from '@threekeys/event-store';
import type { MongoDatabase } from '@threekeys/mongo';
import { describeWithMongo, mongoWith } from '@threekeys/mongo/fixtures';
import {
  authCollections,
  forgetNothingNew,
  MongoAccountRows,
  MongoReceipts,
  MongoSequenceRows,
  MongoSessionRows,
  MongoTokenRows,
} from '.';

describeWithMongo('accounts, sessions, tokens, receipts and sequences in MongoDB', () => {
  const mongo = mongoWith(authCollections);
  /** Calls of both processes, all at the same moment. */
  const atOnce = <T>(
    [one, other]: readonly [MongoDatabase, MongoDatabase],
    call: (database: MongoDatabase, i: number) => Promise<T>,
  ): Promise<readonly T[]> =>
    Promise.all(Array.from({ length: 20 }, (_, i) => call(i % 2 === 0 ? one : other, i)));

  describeAuth('MongoDB', async () => {
    const clock = new SetClock();
    const database = await mongo.created();
    return {
      accounts: MongoAccountRows.open(database),
      sessions: MongoSessionRows.open(database),
      tokens: MongoTokenRows.open(database),
      receipts: MongoReceipts.open(database, clock),
      sequences: MongoSequenceRows.open(database),
      clock,
    };
  });

  describe('an account', () => {
    it('is made by one of many who make it at the same moment', async () => {
      const processes = await mongo.twoProcesses();
      const made = await atOnce(processes, (database, i) =>
        MongoAccountRows.open(database).insert({ username: 'clerk', password: `hash ${i}`, disabled: false }),
      );
      expect(made.filter(Boolean)).toHaveLength(1);
      expect((await MongoAccountRows.open(processes[1]).find('clerk'))?.password).toBe(
        `hash ${made.indexOf(true)}`,
      );
    });

    it('is there also for a change that changes nothing', async () => {
      const rows = MongoAccountRows.open(await mongo.created());
      await rows.insert({ username: 'clerk', password: 'hash', disabled: false });
      expect([await rows.update('clerk', {}), await rows.update('nobody', {})]).toEqual([true, false]);
      expect(await rows.update('clerk', { password: undefined, disabled: true })).toBe(true);
      expect(await rows.find('clerk')).toEqual({ username: 'clerk', password: 'hash', disabled: true });
    });
  });

  describe('a session', () => {
    it('is over in every process once it was ended in one', async () => {
      const [one, other] = await mongo.twoProcesses();
      const clock = new SetClock();
      const here = new ExpiringSessions(MongoSessionRows.open(one), clock);
      const there = new ExpiringSessions(MongoSessionRows.open(other), clock);
      const token = await here.create('clerk');
      expect(await there.usernameOf(token)).toBe('clerk');
      await there.endAllOf('clerk');
      clock.pass(30);
      expect(await here.usernameOf(token)).toBeUndefined();
    });

    it('keeps the later of the ends that two processes give it', async () => {
      const [one, other] = await mongo.twoProcesses();
      await MongoSessionRows.open(one).save({
        hash: 'h',
        username: 'clerk',
        expiresAt: '2026-03-01T08:00:00.000Z',
      });
      await MongoSessionRows.open(other).prolong('h', '2026-03-01T10:00:00.000Z');
      await MongoSessionRows.open(one).prolong('h', '2026-03-01T09:00:00.000Z');
      expect((await MongoSessionRows.open(one).find('h'))?.expiresAt).toBe('2026-03-01T10:00:00.000Z');
    });

    it('is removed once it is over, and none before', async () => {
      const rows = MongoSessionRows.open(await mongo.created());
      await rows.save({ hash: 'over', username: 'clerk', expiresAt: '2026-03-01T08:00:00.000Z' });
      await rows.save({ hash: 'live', username: 'clerk', expiresAt: '2026-03-01T08:00:00.001Z' });
      await rows.removeExpired('2026-03-01T08:00:00.000Z');
      expect([await rows.find('over'), (await rows.find('live'))?.hash]).toEqual([undefined, 'live']);
    });
  });

  describe('a sequence', () => {
    it('gives no number twice while two processes take from it and raise it', async () => {
      const processes = await mongo.twoProcesses();
      const sequences = processes.map((database) => new BlockSequences(MongoSequenceRows.open(database)));
      const numbers = await Promise.all(
        Array.from({ length: 1000 }, async (_, i) => {
          const sequence = sequences[i % 2]!;
          if (i % 100 === 50) await sequence.atLeast('cases', i * 10);
          return sequence.next('cases');
        }),
      );
      expect(new Set(numbers).size).toBe(1000);
      expect(Math.min(...numbers)).toBe(1);
    });

    it('reserves from one to the next without overlap, from the very first', async () => {
      const processes = await mongo.twoProcesses();
      const firsts = await atOnce(processes, (database) =>
        MongoSequenceRows.open(database).reserve('cases', 7),
      );
      expect([...firsts].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 1 + 7 * i));
    });
  });

  describe('a receipt', () => {
    it('is new to one of many who send the same id at the same moment', async () => {
      const processes = await mongo.twoProcesses();
      const clock = new SetClock();
      const ask = () =>
        atOnce(processes, (database, i) =>
          MongoReceipts.open(database, clock).remember('c', hmacOf(`body ${i % 3}`)),
        );
      const told = await ask();
      expect(told.filter((each) => each === 'new')).toHaveLength(1);
      const first = told.indexOf('new') % 3;
      told.forEach((each, i) => each === 'new' || expect(each).toBe(i % 3 === first ? 'same' : 'different'));
      clock.pass(30 * 24 * 60);
      expect((await ask()).filter((each) => each === 'new')).toHaveLength(1);
    });

    it('of a command that recorded nothing is the same for all who answer it at the same moment', async () => {
      const processes = await mongo.twoProcesses();
      const clock = new SetClock();
      const answer = (revision: number) => ({
        ...{ revision, leafHash: 'a'.repeat(64), position: `p${revision}` as GlobalPosition },
      });
      const given = await atOnce(processes, (database, i) =>
        MongoReceipts.open(database, clock).rememberNothingNew('c', answer(i)),
      );
      expect(new Set(given.map(({ revision }) => revision)).size).toBe(1);
      expect(await MongoReceipts.open(processes[0], clock).nothingNew('c')).toEqual(given[0]);
      await forgetNothingNew(processes[1]);
      expect(await MongoReceipts.open(processes[0], clock).nothingNew('c')).toBeUndefined();
    });
  });
});
