import { DatabaseUnavailable, MongoDatabase } from '@threekeys/mongo';
import { describeWithLocalMongo, LocalMongo } from '@threekeys/mongo/fixtures';
import type { AccessRecord } from '@threekeys/privacy';
import { setTimeout as pause } from 'node:timers/promises';
import { accessCollections, MongoAccessLog } from '.';

const access = (actor: string): AccessRecord => ({
  ...{ at: '2026-03-01T08:00:00.000Z', stream: 'case-1', fields: ['name'], purpose: 'contact' },
  actor: { id: actor, role: 'intake-clerk' },
});

describeWithLocalMongo('the access log beside a server that is killed', () => {
  let mongo: LocalMongo;
  let database: MongoDatabase;

  beforeEach(async () => {
    mongo = await LocalMongo.start();
    database = MongoDatabase.open({ url: mongo.url, name: 'accesses', serverWithinMs: 1000 });
    await database.create(accessCollections);
  });
  afterEach(async () => {
    await database.close();
    await mongo.remove();
  });

  it('holds what it has answered, refuses what it could not write, and goes on in one chain', async () => {
    const log = MongoAccessLog.open(database);
    const answered: string[] = [];
    const refused: unknown[] = [];
    const record = async (actor: string): Promise<void> => {
      try {
        await log.record(access(actor));
        answered.push(actor);
      } catch (error) {
        refused.push(error);
        await pause(100);
      }
    };
    const clerk = async (name: string): Promise<void> => {
      for (let n = 0; refused.length < 20 || answered.length < 200; n++) await record(`${name} ${n}`);
    };
    const killed = async (): Promise<void> => {
      while (answered.length < 100) await pause(5);
      await mongo.kill();
      while (refused.length < 20) await pause(5);
      await mongo.again();
    };
    await Promise.all([killed(), ...['ann', 'bob', 'cat', 'dan'].map(clerk)]);
    expect(refused.filter((error) => !(error instanceof DatabaseUnavailable))).toEqual([]);

    const again = MongoAccessLog.open(database);
    const kept = new Set<string>();
    for await (const { actor } of again.read('2026-03')) kept.add(actor.id);
    expect(answered.filter((actor) => !kept.has(actor))).toEqual([]);
    expect(await again.firstBroken('2026-03')).toBeUndefined();
    expect(await database.collection('accesses').distinct('writer')).toHaveLength(1);
  });
});
