import type { Leaf } from '@threekeys/event-store';
import {
  catalogueAggregate,
  CommandHandler,
  EventStoreError,
  organisationAggregate,
  policyAggregate,
} from '@threekeys/event-store';
import {
  all,
  GivenRules,
  grow,
  headOf,
  leavesAfter,
  OpenSealer,
  SteppingClock,
} from '@threekeys/event-store/contract';
import { EventStoreDBClient, binaryEvent, NO_STREAM } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import type { EsdbDouble, EsdbDoubleOptions } from '../../../tools/esdb-double/src';
import { codeOf, openStore, startDouble, until } from './double.fixtures';
import type { EventStoreDbEventStore } from './eventstoredb-event-store';
import type { EventStoreDbOptions } from './options';

let doubles: EsdbDouble[] = [];
let stores: EventStoreDbEventStore[] = [];
let clients: EventStoreDBClient[] = [];

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await Promise.all(clients.map((client) => client.dispose()));
  for (const double of doubles) double.stop();
  [doubles, stores, clients] = [[], [], []];
});

async function started(options?: EsdbDoubleOptions): Promise<EsdbDouble> {
  const double = await startDouble(options);
  doubles.push(double);
  return double;
}

async function opened(double: EsdbDouble, options?: Partial<EventStoreDbOptions>) {
  const store = await openStore(double, options);
  stores.push(store);
  return store;
}

function driver(double: EsdbDouble, parameters = ''): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(`${double.connectionString}${parameters}`);
  clients.push(client);
  return client;
}

const note = () => binaryEvent({ id: randomUUID(), type: 'NoteTaken', data: Buffer.from('{}') });
const settledWithin = (ms: number, promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => 'resolved',
      () => 'rejected',
    ),
    new Promise((resolve) => setTimeout(resolve, ms, 'pending')),
  ]);

describe('a server that never answers an append', () => {
  it('leaves the driver waiting for ever, whatever its deadline', async () => {
    const double = await started();
    double.faults.plan('append', { is: 'silence', when: 'before-commit' });
    const client = driver(double, '&defaultDeadline=50');
    const append = client.appendToStream('case-1', note(), { deadline: 50 });
    expect(await settledWithin(400, append)).toBe('pending');
  });

  it.each(['before-commit', 'after-commit'] as const)(
    'is AppendOutcomeUnknown after our own deadline, and the same bytes again are there once (%s)',
    async (when) => {
      const double = await started();
      const store = await opened(double, { appendDeadlineMs: 150 });
      double.faults.plan('append', { is: 'silence', when });
      const leaves = leavesAfter('case-1', 'no-stream', 3);
      expect(await codeOf(store.append('case-1', 'no-stream', leaves))).toBe('AppendOutcomeUnknown');
      expect((await store.append('case-1', 'no-stream', leaves)).revision).toBe(2);
      await expectStoredOnce(store, leaves);
    },
  );

  it('makes the command handler send the same bytes again, and record once', async () => {
    const double = await started();
    const store = await opened(double, { appendDeadlineMs: 150 });
    const [policy, catalogue] = [
      policyAggregate.decider.initialState,
      catalogueAggregate.decider.initialState,
    ];
    const rules = {
      policy,
      catalogue,
      organisation: organisationAggregate.decider.initialState,
      compounds: {},
    };
    const ports = {
      store,
      sealer: new OpenSealer(),
      clock: new SteppingClock(),
      rules: new GivenRules(rules),
    };
    const handler = new CommandHandler(policyAggregate, ports);
    const { version: _none, ...document } = policy;
    double.faults.plan('append', { is: 'silence', when: 'after-commit' });
    double.faults.plan('append', { is: 'silence', when: 'before-commit' });
    const [commandId, by] = [randomUUID(), { id: 'secretary', role: 'secretary' } as const];
    const command = { type: 'AdoptPolicy', data: { version: 1, document } } as const;
    const recorded = await handler.handle('policy-main', command, {
      commandId,
      correlationId: commandId,
      by,
    });
    const stored = await all(store.readAll());
    expect(stored.map(({ id, type }) => ({ id, type }))).toEqual(recorded.events);
    expect(recorded).toMatchObject({ repeated: false, leafHash: stored[0]!.leafHash });
  });

  it('does not keep later appends from being answered', async () => {
    const double = await started();
    const store = await opened(double, { appendDeadlineMs: 150 });
    double.faults.plan('append', { is: 'silence', when: 'before-commit' }, 20);
    const lost = Array.from({ length: 20 }, (_, i) => codeOf(grow(store, `case-${i}`, 'no-stream', 1)));
    expect(new Set(await Promise.all(lost))).toEqual(new Set(['AppendOutcomeUnknown']));
    double.faults.clear();
    expect((await grow(store, 'case-99', 'no-stream', 1)).result.revision).toBe(0);
  });
});

describe('an append whose connection breaks', () => {
  it.each(['before-commit', 'after-commit'] as const)('is sent again and stored once (%s)', async (when) => {
    const double = await started();
    const store = await opened(double);
    const { result } = await grow(store, 'case-1', 'no-stream', 1);
    double.faults.plan('append', { is: 'cut', when });
    const leaves = leavesAfter('case-1', headOf(result), 2);
    expect((await store.append('case-1', headOf(result), leaves)).revision).toBe(2);
    expect(await all(store.readStream('case-1'))).toHaveLength(3);
  });

  it('is stored once where the server restarts meanwhile', async () => {
    const double = await started();
    const store = await opened(double);
    const { result } = await grow(store, 'case-1', 'no-stream', 1);
    double.suspend();
    const appending = grow(store, 'case-1', headOf(result), 2);
    await double.resume();
    expect((await appending).result.revision).toBe(2);
  });

  it('is StoreUnavailable where nothing can have been sent', async () => {
    const double = await started();
    const store = await opened(double, { appendDeadlineMs: 200 });
    const { result } = await grow(store, 'case-1', 'no-stream', 1);
    double.suspend();
    expect(await codeOf(grow(store, 'case-1', headOf(result), 1))).toMatch(
      /^(StoreUnavailable|AppendOutcomeUnknown)$/,
    );
    expect(await codeOf(grow(store, 'case-1', headOf(result), 1))).toBe('StoreUnavailable');
  });

  it('does not end the process, however many are under way', async () => {
    const double = await started();
    const store = await opened(double);
    double.faults.plan('append', { is: 'cut', when: 'after-commit' }, 3);
    const appends = Array.from({ length: 40 }, (_, i) => grow(store, `case-${i}`, 'no-stream', 3));
    await Promise.all(appends);
    expect((await store.head()).size).toBe(120);
  });
});

describe('two clients in one process', () => {
  it('share their fate in the driver: the failure of one rejects an append of the other', async () => {
    const [one, other] = [await started(), await started()];
    one.faults.plan('append', { is: 'silence', when: 'before-commit' });
    other.faults.plan('append', { is: 'delay', delayMs: 300 });
    const lost = driver(one).appendToStream('case-1', note());
    lost.catch(() => undefined);
    const healthy = driver(other).appendToStream('case-1', note());
    await untilAsked(one, other);
    one.suspend();
    await expect(healthy).rejects.toThrow();
  });

  it('do not in the adapter: the append of the other goes on, and is stored once', async () => {
    const [one, other] = [await started(), await started()];
    const [failing, healthy] = [await opened(one, { appendDeadlineMs: 300 }), await opened(other)];
    one.faults.plan('append', { is: 'silence', when: 'before-commit' });
    other.faults.plan('append', { is: 'delay', delayMs: 300 });
    const lost = codeOf(grow(failing, 'case-1', 'no-stream', 1));
    const appending = grow(healthy, 'case-1', 'no-stream', 2);
    await untilAsked(one, other);
    one.suspend();
    expect((await appending).result.revision).toBe(1);
    await expectStoredOnce(healthy, (await appending).leaves);
    expect(await lost).toMatch(/^(AppendOutcomeUnknown|StoreUnavailable)$/);
  });

  it('are one where two stores are on one server', async () => {
    const double = await started();
    const [one, other] = [
      await opened(double, { prefix: 'one.' }),
      await opened(double, { prefix: 'other.' }),
    ];
    await Promise.all([grow(one, 'case-1', 'no-stream', 1), grow(other, 'case-1', 'no-stream', 1)]);
    await one.close();
    expect((await grow(other, 'case-2', 'no-stream', 1)).result.revision).toBe(0);
    expect(double.seen.connections.size).toBe(1);
  });
});

describe('a connection string that asks the driver not to throw', () => {
  it('makes it invent a revision', async () => {
    const double = await started();
    const client = driver(double, '&throwOnAppendFailure=false');
    for (let i = 0; i < 6; i++) await client.appendToStream('case-1', note());
    const refused = await client.appendToStream('case-1', note(), { expectedRevision: NO_STREAM });
    expect(refused).toMatchObject({ success: false, nextExpectedRevision: 1n });
  });

  it('is not obeyed', async () => {
    const double = await started();
    const connectionString = `${double.connectionString}&throwOnAppendFailure=false`;
    const store = await opened(double, { connectionString });
    await grow(store, 'case-1', 'no-stream', 6);
    const refusal = await grow(store, 'case-1', 'no-stream', 1).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'WrongExpectedRevision', facts: { actual: 5 } });
  });
});

describe('credentials', () => {
  it('given per call send the driver to the older way to append', async () => {
    const double = await started();
    const credentials = { username: 'admin', password: '…' };
    await driver(double).appendToStream('case-1', note(), { credentials });
    expect(double.seen.calls).toMatchObject({ append: 1, batchAppend: 0 });
  });

  it('are given with the connection only, and the way does not change', async () => {
    const double = await started();
    const connectionString = double.connectionString.replace('//', '//admin:changed@');
    const store = await opened(double, { connectionString });
    const { append } = double.seen.calls;
    await grow(store, 'case-1', 'no-stream', 1);
    expect(double.seen.calls).toMatchObject({ append: append + 1, batchAppend: 0 });
  });
});

describe('a server that says no', () => {
  it('for the moment only is asked again: not ready, and a commit that took too long', async () => {
    const double = await started();
    const store = await opened(double);
    double.faults.plan('append', { is: 'not-ready' }, 3);
    double.faults.plan('append', { is: 'timeout' });
    const { leaves } = await grow(store, 'case-1', 'no-stream', 2);
    await expectStoredOnce(store, leaves);
  });

  it('is AccessDenied where it refuses access', async () => {
    const double = await started();
    const store = await opened(double);
    for (const call of ['append', 'read', 'subscribe'] as const)
      double.faults.plan(call, { is: 'access-denied' }, 9);
    const { signal } = new AbortController();
    const reads = [store.readStream('case-1'), store.readAll(), store.subscribe(undefined, {}, signal)];
    for (const read of reads) expect(await codeOf(all(read))).toBe('AccessDenied');
    expect(await codeOf(store.head())).toBe('AccessDenied');
    double.faults.clear();
    double.faults.plan('append', { is: 'access-denied' });
    expect(await codeOf(grow(store, 'case-1', 'no-stream', 1))).toBe('AccessDenied');
  });

  it('is AppendTooLarge where its own limit is lower than ours', async () => {
    const double = await started({ appendBytesMax: 1_000 });
    const store = await opened(double);
    expect(await codeOf(grow(store, 'case-1', 'no-stream', 10))).toBe('AppendTooLarge');
    expect((await store.head()).size).toBe(0);
  });

  it('that is not there at all is StoreUnavailable', async () => {
    const double = await started();
    double.suspend();
    expect(await codeOf(openStore(double))).toBe('StoreUnavailable');
  });
});

/** Both have the append that is sent to them, and have not answered it. */
function untilAsked(...asked: EsdbDouble[]): Promise<void> {
  return until('both were asked', () => asked.every(({ faults }) => faults.left === 0));
}

async function expectStoredOnce(store: EventStoreDbEventStore, leaves: readonly Leaf[]): Promise<void> {
  const stored = await all(store.readAll());
  expect(stored.map(({ bytes }) => bytes.toString())).toEqual(leaves.map(({ bytes }) => bytes.toString()));
}

describe('an error of the adapter', () => {
  it('is the port’s, with the driver’s as its cause only', async () => {
    const double = await started();
    const store = await opened(double);
    await grow(store, 'case-1', 'no-stream', 1);
    const error: unknown = await grow(store, 'case-1', 'no-stream', 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EventStoreError);
    expect((error as EventStoreError).cause).toMatchObject({ type: 'wrong-expected-version' });
  });
});
