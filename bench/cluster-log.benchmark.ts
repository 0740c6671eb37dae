import { binaryEvent, EventStoreDBClient, START } from '@eventstore/db-client';
import type { EventStore, Leaf } from '@threekeys/event-store';
import { EventStoreDbEventStore } from '@threekeys/event-store-eventstoredb';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import type { EsdbServer } from './esdb-server';
import { startEsdb } from './esdb-server';
import { chainOf, fill } from './lives';
import type { Measure } from './rounds';
import { interleaved, rateOf } from './rounds';

const overheadMax = 0.1;
const atOnce = 16;
const perCase = 10;
const slices = 10;

/** What the adapter of EventStoreDB costs over the bare client, at the same work on the same server. */
export const clusterLog: Benchmark = { name: 'cluster-log', run };

interface Sizes {
  readonly appends: number;
  readonly streams: number;
  readonly events: number;
}

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const sizes = options.quick
    ? { appends: 320, streams: 50, events: 5000 }
    : { appends: 1600, streams: 1000, events: 50_000 };
  const server = await startEsdb();
  const store = await EventStoreDbEventStore.open({ connectionString: server.connectionString });
  const [raw, batched] = [new RawLog(server, 'Append'), new RawLog(server, 'BatchAppend')];
  try {
    await fill(store, sizes.events, perCase);
    const reads = await interleaved(options.rounds, readsOf(store, raw, sizes));
    const appends = await interleaved(slices * options.rounds, appendsOf(store, { raw, batched }, sizes));
    const medians = { ...reads.medians, ...appends.medians };
    options.note('per second', medians);
    options.note('samples', { ...reads.all, ...appends.all });
    const figure = (name: string, measured: keyof typeof medians, limit: keyof typeof medians): Figure => ({
      ...{ name: `EventStoreDB adapter: ${name}`, unit: '/s' },
      ...{ measured: medians[measured], limit: medians[limit] },
      mustReach: { atLeast: Number((1 / (1 + overheadMax)).toFixed(2)) },
    });
    return [
      figure('append, one after the other', 'append', 'rawAppend'),
      figure(`append, ${atOnce} at once`, 'appends', 'rawAppends'),
      figure(`read a stream of ${perCase}`, 'read', 'rawRead'),
      figure('read all', 'readAll', 'rawReadAll'),
      figure(`catch up with ${sizes.events} events`, 'catchUp', 'rawCatchUp'),
    ];
  } finally {
    await store.close();
    await Promise.all([raw.close(), batched.close()]);
    await server.stop();
  }
}

interface RawLogs {
  readonly raw: RawLog;
  /** Appends by the call that the adapter does not use: its client rejects the appends of all where one connection breaks. */
  readonly batched: RawLog;
}

/** Few at a time and often: what the machine gives changes within a second by more than the adapter costs. */
function appendsOf(store: EventStore, { raw, batched }: RawLogs, { appends: perRound }: Sizes) {
  const appends = perRound / slices;
  const each = async (leaves: readonly Leaf[]) => {
    for (const leaf of leaves) await store.append(leaf.stream, headBefore(leaf), [leaf]);
  };
  const eachBy = (log: RawLog) => async (leaves: readonly Leaf[]) => {
    for (const leaf of leaves) await log.append(leaf);
  };
  return {
    append: () => appending(1, appends / 2, each),
    rawAppend: () => appending(1, appends / 2, eachBy(raw)),
    batchedAppend: () => appending(1, appends / 2, eachBy(batched)),
    appends: () => appending(atOnce, appends, each),
    rawAppends: () => appending(atOnce, appends, eachBy(raw)),
    batchedAppends: () => appending(atOnce, appends, eachBy(batched)),
  } satisfies Record<string, Measure>;
}

function readsOf(store: EventStore, raw: RawLog, { streams, events }: Sizes) {
  return {
    read: () => reading(store, streams, (stream) => count(store.readStream(stream))),
    rawRead: () => reading(store, streams, (stream) => raw.readStream(stream)),
    readAll: () => rateOf(events, () => count(store.readAll(), events)),
    rawReadAll: () => rateOf(events, () => raw.readAll(events)),
    catchUp: () => rateOf(events, () => catchUp(store, events)),
    rawCatchUp: () => rateOf(events, () => raw.catchUp(events)),
  } satisfies Record<string, Measure>;
}

const headBefore = ({ revision, prev }: Leaf) =>
  revision === 0 ? 'no-stream' : { revision: revision - 1, leafHash: prev };

/** Streams that exist, each growing by one event at a time; they are begun before, as a case is that has been read. */
async function appending(
  lanes: number,
  appends: number,
  append: (leaves: readonly Leaf[]) => Promise<void>,
): Promise<number> {
  const chains = Array.from({ length: lanes }, () => chainOf(`case-${randomUUID()}`, 1 + appends / lanes));
  await Promise.all(chains.map(([first]) => append([first!])));
  return rateOf(appends, () => Promise.all(chains.map((chain) => append(chain.slice(1)))));
}

async function reading(
  store: EventStore,
  count: number,
  read: (stream: string) => Promise<unknown>,
): Promise<number> {
  const streams = new Set<string>();
  for await (const { stream } of store.readAll(undefined, {}, count * perCase)) streams.add(stream);
  return rateOf(streams.size, async () => {
    for (const stream of streams) await read(stream);
  });
}

async function count(events: AsyncIterable<unknown>, max = Infinity): Promise<number> {
  let seen = 0;
  for await (const _event of events) if (++seen >= max) break;
  return seen;
}

async function catchUp(store: EventStore, events: number): Promise<void> {
  await count(store.subscribe(undefined, {}, new AbortController().signal), events);
}

/** The same work by the client alone, in the way of its documentation. */
class RawLog {
  private readonly client: EventStoreDBClient;

  constructor({ connectionString }: EsdbServer, call: 'Append' | 'BatchAppend') {
    this.client = EventStoreDBClient.connectionString(connectionString);
    if (call === 'Append') Object.assign(this.client, { supports: () => Promise.resolve(false) });
  }

  async append({ stream, id, type, bytes, revision, recordedAt }: Leaf): Promise<void> {
    const event = binaryEvent({ id, type, data: bytes, metadata: { recordedAt } });
    await this.client.appendToStream(stream, event, {
      expectedRevision: revision === 0 ? 'no_stream' : BigInt(revision - 1),
    });
  }

  readStream(stream: string): Promise<number> {
    return count(this.client.readStream(stream));
  }

  async readAll(events: number): Promise<void> {
    let seen = 0;
    for await (const { event } of this.client.readAll())
      if (event?.streamId.startsWith('case-') === true && ++seen >= events) break;
  }

  async catchUp(events: number): Promise<void> {
    const filter = { filterOn: 'streamName', regex: '^case-', maxSearchWindow: 32 } as const;
    const subscription = this.client.subscribeToAll({
      fromPosition: START,
      filter: { ...filter, checkpointInterval: 1, checkpointReached: () => undefined },
    });
    await count(subscription, events);
  }

  /** The client may wait for ever for a subscription that has ended long ago. */
  async close(): Promise<void> {
    await Promise.race([this.client.dispose(), pause(1000)]);
  }
}
