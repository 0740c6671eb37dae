import type { GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { all, follow, grow, headOf, idsOf } from '@threekeys/event-store/contract';
import { EventStoreDBClient, binaryEvent } from '@eventstore/db-client';
import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { EsdbDouble, Generation } from '../../../tools/esdb-double/src';
import { Log, startProcess } from '../../../tools/esdb-double/src';
import { codeOf, openStore, startDouble, until } from './double.fixtures';
import { EsdbClient } from './esdb-client';
import type { EventStoreDbEventStore } from './eventstoredb-event-store';

let double: EsdbDouble;
let store: EventStoreDbEventStore;
let driver: EventStoreDBClient;

async function begin(options: Parameters<typeof startDouble>[0] = {}): Promise<void> {
  double = await startDouble(options);
  store = await openStore(double);
  driver = EventStoreDBClient.connectionString(double.connectionString);
}

afterEach(async () => {
  await store.close();
  await driver.dispose();
  double.stop();
});

const patienceMs = 10_000;

/** What it ends when it is disposed of. */
interface HeldByTheDriver {
  readonly client: { readonly disposableStreams: ReadonlySet<unknown> };
}

describe('a position', () => {
  it('is read inclusively by the driver and subscribed to exclusively; the port leaves it out both times', async () => {
    await begin();
    const { result, leaves } = await grow(store, 'case-1', 'no-stream', 3);
    const stored = await all(store.readAll());
    const [, middle] = stored;
    const [, commit, prepare] = middle!.position.split('.').map((part, i) => (i === 0 ? 0n : BigInt(part)));
    const fromPosition = { commit: commit!, prepare: prepare! };
    const read: string[] = [];
    const idOf = (event: { metadata?: unknown } | undefined) => (event?.metadata as { id: string }).id;
    for await (const { event } of driver.readAll({ fromPosition })) read.push(idOf(event));
    expect(read).toEqual(idsOf(leaves.slice(1)));
    const subscription = driver.subscribeToAll({ fromPosition });
    for await (const { event } of subscription) {
      expect(idOf(event)).toBe(leaves[2]!.id);
      break;
    }
    expect(idsOf(await all(store.readAll(middle!.position)))).toEqual(idsOf(leaves.slice(2)));
    expect(idsOf(await follow({ store, patienceMs, after: middle!.position, count: 1 }))).toEqual([
      leaves[2]!.id,
    ]);
    expect(await all(store.readAll(result.position))).toEqual([]);
  });

  it('at which nothing stands is InvalidPosition: of a log that was restored from a backup, it may be so', async () => {
    await begin();
    const { result } = await grow(store, 'case-1', 'no-stream', 2);
    const [storeId, commit] = result.position.split('.') as [string, string];
    const moved = (by: number) =>
      [storeId, ...Array<string>(2).fill(String(BigInt(commit) + BigInt(by)).padStart(20, '0'))].join('.');
    for (const by of [1, -1, 1_000_000]) {
      const position = moved(by) as GlobalPosition;
      expect(await codeOf(all(store.readAll(position)))).toBe('InvalidPosition');
      const { signal } = new AbortController();
      expect(await codeOf(all(store.subscribe(position, {}, signal)))).toBe('InvalidPosition');
    }
  });
});

describe('two stores that are opened at the same moment on a new server', () => {
  it('are one log: each knows the positions of the other', async () => {
    double = await startDouble();
    driver = EventStoreDBClient.connectionString(double.connectionString);
    const [one, other] = await Promise.all([openStore(double), openStore(double)]);
    const first = (await grow(one, 'case-1', 'no-stream', 1)).result.position;
    const second = (await grow(other, 'case-2', 'no-stream', 1)).result.position;
    expect(other.comparePositions(first, second)).toBeLessThan(0);
    expect(await all(other.readAll(first))).toHaveLength(1);
    await one.close();
    store = other;
  });
});

describe('events of the system, and of others on the same server', () => {
  it('never leave the adapter, and are not in the head', async () => {
    await begin();
    const other = await openStore(double, { prefix: 'other.' });
    const { leaves, result } = await grow(store, 'case-1', 'no-stream', 1);
    double.log.writeSystemEvent();
    await grow(other, 'case-1', 'no-stream', 2);
    await driver.appendToStream(
      'ours without a category',
      binaryEvent({ type: 'Other', data: Buffer.from('x') }),
    );
    const more = await grow(store, 'case-1', headOf(result), 1);
    const ids = idsOf([...leaves, ...more.leaves]);
    expect(idsOf(await all(store.readAll()))).toEqual(ids);
    expect(idsOf(await all(store.readAll(undefined, { types: ['NoteTaken'] })))).toEqual(ids);
    expect(idsOf(await follow({ store, patienceMs, filter: { types: ['NoteTaken'] }, count: 2 }))).toEqual(
      ids,
    );
    expect(await store.head()).toMatchObject({ size: 2, position: more.result.position });
    expect((await other.head()).size).toBe(2);
    expect(await codeOf(all(other.readAll(result.position)))).toBe('InvalidPosition');
    await other.close();
  });

  it('are an error where they are in one of our streams', async () => {
    await begin();
    await grow(store, 'case-1', 'no-stream', 1);
    await driver.appendToStream('case-1', binaryEvent({ type: 'Other', data: Buffer.from('x') }));
    expect(await codeOf(all(store.readStream('case-1')))).toBe('StoreUnavailable');
    expect(await codeOf(store.head())).toBe('StoreUnavailable');
  });
});

describe.each<Generation>(['24.10', '26'])(
  'on a server of generation %s, a stream that somebody',
  (generation) => {
    it('has deleted softly is gone for reading and for beginning anew', async () => {
      await begin({ generation });
      const { result, leaves } = await grow(store, 'case-1', 'no-stream', 3);
      await driver.deleteStream('case-1');
      expect(await codeOf(all(store.readStream('case-1')))).toBe('StreamGone');
      expect(await codeOf(all(store.readStream('case-1', { direction: 'backwards', max: 1 })))).toBe(
        'StreamGone',
      );
      expect(await codeOf(grow(store, 'case-1', 'no-stream', 1))).toBe('StreamGone');
      expect(await codeOf(store.append('case-1', 'no-stream', leaves))).toBe('StreamGone');
      expect(double.log.stream('case-1').lastRevision).toBe(BigInt(result.revision));
    });

    it('deletes after the look-up is gone as soon as the server has numbered on', async () => {
      await begin({ generation });
      expect(await codeOf(all(store.readStream('case-1')))).toBe('StreamNotFound');
      await driver.appendToStream('case-1', binaryEvent({ type: 'Other', data: Buffer.from('x') }));
      await driver.deleteStream('case-1');
      expect(await codeOf(grow(store, 'case-1', 'no-stream', 1))).toBe('StreamGone');
    });

    it('has tombstoned is gone', async () => {
      await begin({ generation });
      const { result } = await grow(store, 'case-1', 'no-stream', 3);
      await driver.tombstoneStream('case-1');
      expect(await codeOf(all(store.readStream('case-1')))).toBe('StreamGone');
      expect(await codeOf(grow(store, 'case-1', 'no-stream', 1))).toBe('StreamGone');
      expect(await codeOf(grow(store, 'case-1', headOf(result), 1))).toBe('StreamGone');
    });

    it('has truncated is gone where a part of it is missing', async () => {
      await begin({ generation });
      await grow(store, 'case-1', 'no-stream', 5);
      await driver.setStreamMetadata('case-1', { maxCount: 2 });
      expect(await codeOf(all(store.readStream('case-1')))).toBe('StreamGone');
      expect(await codeOf(all(store.readStream('case-1', { direction: 'backwards' })))).toBe('StreamGone');
      expect(await all(store.readStream('case-1', { from: 3 }))).toHaveLength(2);
    });
  },
);

it('a read that nobody takes to its end leaves nothing in the driver', async () => {
  await begin();
  // Only from another process does the end of an answer come together with the first event.
  const server = await startProcess();
  const distant = await openStore(server);
  const { client } = (await EsdbClient.open(server.connectionString)) as unknown as HeldByTheDriver;
  await grow(distant, 'case-1', 'no-stream', 3);
  for (let i = 0; i < 300; i++) {
    const [last] = await all(distant.readStream('case-1', { direction: 'backwards', max: 1 }));
    expect(last?.revision).toBe(2);
  }
  await turn();
  const kept = client.disposableStreams.size;
  await distant.close();
  await server.kill();
  // The last of them may still be on their way.
  expect(kept).toBeLessThan(10);
});

describe('a read that breaks', () => {
  it('goes on where it was', async () => {
    await begin();
    const { leaves } = await grow(store, 'case-1', 'no-stream', 30);
    const breaks = () =>
      [7, 0, 11].forEach((afterEvents) => double.faults.plan('read', { is: 'break', afterEvents }));
    breaks();
    expect(idsOf(await all(store.readStream('case-1')))).toEqual(idsOf(leaves));
    breaks();
    expect(idsOf(await all(store.readStream('case-1', { direction: 'backwards' })))).toEqual(
      idsOf(leaves).reverse(),
    );
    breaks();
    expect(idsOf(await all(store.readAll()))).toEqual(idsOf(leaves));
    breaks();
    expect((await store.head()).size).toBe(30);
  });

  it('does so before a first append too, and while the log is opened', async () => {
    await begin();
    double.faults.plan('read', { is: 'not-ready' }, 2);
    expect((await grow(store, 'case-1', 'no-stream', 1)).result.revision).toBe(0);
    double.faults.plan('read', { is: 'not-ready' }, 3);
    const again = await openStore(double);
    expect((await again.head()).size).toBe(1);
    await again.close();
  });

  it('is StoreUnavailable where it breaks again and again, and where the server is silent', async () => {
    await begin();
    const patient = await openStore(double, { readSilenceMaxMs: 100 });
    await grow(store, 'case-1', 'no-stream', 1);
    double.faults.plan('read', { is: 'break', afterEvents: 0 }, 4);
    expect(await codeOf(all(store.readStream('case-1')))).toBe('StoreUnavailable');
    double.faults.plan('read', { is: 'silence', when: 'before-commit' });
    expect(await codeOf(all(patient.readStream('case-1')))).toBe('StoreUnavailable');
    double.faults.plan('read', { is: 'stall', afterEvents: 0 });
    expect(await codeOf(patient.head())).toBe('StoreUnavailable');
    expect((await patient.head()).size).toBe(1);
    await patient.close();
  });
});

describe('a follower', () => {
  it('sends reads and appends to the leader', async () => {
    const log = new Log();
    await begin({ log });
    const follower = await startDouble({ log });
    follower.leader = double.endpoint;
    const there = await openStore(follower);
    const { result } = await grow(there, 'case-1', 'no-stream', 2);
    await grow(there, 'case-1', headOf(result), 1);
    expect(await all(there.readStream('case-1'))).toHaveLength(3);
    expect((await there.head()).size).toBe(3);
    expect(double.seen.calls.append).toBeGreaterThan(1);
    expect(follower.log.records).toBe(double.log.records);
    await there.close();
    follower.stop();
  });

  it('that becomes one while connected does too', async () => {
    const log = new Log();
    await begin({ log });
    const next = await startDouble({ log });
    const { result } = await grow(store, 'case-1', 'no-stream', 1);
    double.leader = next.endpoint;
    const { leaves } = await grow(store, 'case-1', headOf(result), 2);
    expect(idsOf(await all(store.readStream('case-1', { from: 1 })))).toEqual(idsOf(leaves));
    expect(next.seen.calls.append).toBeGreaterThan(0);
    next.stop();
  });
});

describe('a subscription', () => {
  it('of the driver does not come back by itself', async () => {
    await begin();
    const subscription = driver.subscribeToAll();
    subscription.on('data', () => undefined);
    await once(subscription, 'confirmation');
    const failed = once(subscription, 'error').catch((error: unknown) => error);
    double.suspend();
    await failed;
    await double.resume();
    expect(double.seen.calls.subscribe).toBe(1);
  });

  it('goes on after each break without loss or double: cut, disconnected, server restarted', async () => {
    await begin();
    let { result } = await grow(store, 'case-1', 'no-stream', 5);
    double.faults.plan('subscribe', { is: 'break', afterEvents: 2 }, 2);
    const onEvent = async ({ revision }: RecordedEvent) => {
      if (revision === 4) double.disconnect();
      if (revision === 6) {
        double.suspend();
        await double.resume();
      }
      if (revision >= 4) ({ result } = await grow(store, 'case-1', headOf(result), 1));
    };
    const seen = await follow({ store, patienceMs, count: 10, onEvent });
    expect(seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 10 }, (_, i) => i));
    expect(double.seen.calls.subscribe).toBeGreaterThan(3);
  });

  it('begins anew after the pair that it had looked to, also where nothing passed', async () => {
    await begin();
    const looked: string[] = [];
    const watched = await openStore(double, { onCheckpoint: (position) => looked.push(position) });
    const following = follow({ store: watched, patienceMs, filter: { categories: ['volunteer'] }, count: 1 });
    await grow(store, 'case-1', 'no-stream', 200);
    await until('checkpoints', () => looked.length >= 6);
    double.disconnect();
    await until('a second subscription', () => double.seen.subscribedFrom.length >= 2);
    const { leaves } = await grow(store, 'volunteer-1', 'no-stream', 1);
    expect(idsOf(await following)).toEqual(idsOf(leaves));
    const [, commit, prepare] = looked.at(-1)!.split('.') as [string, string, string];
    expect(double.seen.subscribedFrom).toEqual([
      'start',
      { commit: BigInt(commit), prepare: BigInt(prepare) },
    ]);
    await watched.close();
  });

  it('loses nothing that waits behind a slow listener when a checkpoint has overtaken it', async () => {
    await begin();
    await grow(store, 'case-1', 'no-stream', 300);
    double.faults.plan('subscribe', { is: 'break', afterEvents: 100 }, 2);
    const onEvent = async () => {
      for (let i = 0; i < 5; i++) await turn();
    };
    const seen = await follow({ store, patienceMs, count: 300, onEvent });
    expect(seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });

  it('that brings checkpoints only is left alone', async () => {
    await begin();
    const idleMaxMs = 600;
    let looked = 0;
    const patient = await openStore(double, { idleMaxMs, onCheckpoint: () => void (looked += 1) });
    const following = follow({ store: patient, patienceMs, filter: { categories: ['volunteer'] }, count: 1 });
    const end = performance.now() + 3 * idleMaxMs;
    for (let i = 0; performance.now() < end; i++) await grow(store, `case-${i}`, 'no-stream', 40);
    await grow(store, 'volunteer-1', 'no-stream', 1);
    expect(await following).toHaveLength(1);
    expect(looked).toBeGreaterThan(1);
    expect(double.seen.calls.subscribe).toBe(1);
    await patient.close();
  });

  it('that is silent for too long is begun anew', async () => {
    await begin();
    const impatient = await openStore(double, { idleMaxMs: 100 });
    await grow(store, 'case-1', 'no-stream', 6);
    double.faults.plan('subscribe', { is: 'stall', afterEvents: 2 });
    double.faults.plan('subscribe', { is: 'silence', when: 'before-commit' });
    const seen = await follow({ store: impatient, patienceMs, count: 6 });
    expect(seen.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(double.seen.calls.subscribe).toBe(3);
    await impatient.close();
  });

  it('goes on where somebody who is told of checkpoints throws', async () => {
    await begin();
    let told = 0;
    const onCheckpoint = () => {
      told += 1;
      throw new Error('planted');
    };
    const watched = await openStore(double, { onCheckpoint });
    await grow(store, 'case-1', 'no-stream', 200);
    expect(await follow({ store: watched, patienceMs, count: 200 })).toHaveLength(200);
    expect(told).toBeGreaterThan(2);
    await watched.close();
  });

  it('waits through a server that is not ready', async () => {
    await begin();
    await grow(store, 'case-1', 'no-stream', 2);
    double.faults.plan('subscribe', { is: 'not-ready' }, 3);
    expect(await follow({ store, patienceMs, count: 2 })).toHaveLength(2);
  });
});
