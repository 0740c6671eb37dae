import { Logger } from '@nestjs/common';
import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { MemoryEventStore, SystemClock } from '@threekeys/event-store';
import { EventStoreDbEventStore } from '@threekeys/event-store-eventstoredb';
import type { Consumer, ConsumerState } from '@threekeys/messaging';
import { MemoryConsumerState, MemoryLeases } from '@threekeys/messaging';
import type { KafkaSettings } from '@threekeys/messaging-kafka';
import {
  createTopics,
  kafkaDefaults,
  KafkaMessaging,
  KafkaPublisher,
  Relay,
  relayName,
} from '@threekeys/messaging-kafka';
import { messagingCollections, MongoConsumerState } from '@threekeys/messaging-mongo';
import { MongoDatabase } from '@threekeys/mongo';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { whyNoServers } from '../deploy/local/jars';
import { startLocalKafka } from '../deploy/local/local-kafka';
import { startLocalMongo } from '../deploy/local/local-mongo';
import type { LocalServer } from '../deploy/local/local-server';
import { freePort } from '../deploy/local/local-server';
import type { Benchmark, BenchmarkOptions, Figure } from './benchmark';
import { startEsdb } from './esdb-server';
import { fill, fillMingled } from './lives';
import { rateAlone, shared } from './processes';

const eventsPerSecondMin = 5000;
const clock = new SystemClock();

/** How fast what is stored reaches Kafka, and how fast a consumer that was away for long is back. */
export const clusterMessaging: Benchmark = { name: 'cluster-messaging', run };

async function run(options: BenchmarkOptions): Promise<readonly Figure[]> {
  const missing = whyNoServers();
  if (missing !== undefined) {
    process.stderr.write(`cluster-messaging: skipped, ${missing}\n`);
    return [];
  }
  // The transport says all it does.
  Logger.overrideLogger(false);
  const kafka = await startLocalKafka(join(options.directory, 'kafka'), await freePort());
  try {
    return [...(await relayFromEventStoreDb(kafka, options)), ...(await relayAndCatchUp(kafka, options))];
  } finally {
    await kafka.stop();
  }
}

async function relayFromEventStoreDb(
  kafka: LocalServer,
  { quick, note }: BenchmarkOptions,
): Promise<readonly Figure[]> {
  const events = quick ? 5000 : 50_000;
  const server = await startEsdb();
  const store = await EventStoreDbEventStore.open({ connectionString: server.connectionString });
  try {
    await fill(store, events);
    const settings = await topicsOn(kafka);
    const end = await endOf(store);
    const relay = await shared({ kafka: kafka.pid, eventStoreDb: server.pid }, () =>
      relayed(store, settings, end),
    );
    note('relay from the double', { events, perSecond: events / relay.seconds, ...relay });
    return [atLeast('relay from the EventStoreDB double', rateAlone(events, relay))];
  } finally {
    await store.close();
    await server.stop();
  }
}

/** A log in memory: neither the relay nor the consumer waits for it. */
async function relayAndCatchUp(kafka: LocalServer, options: BenchmarkOptions): Promise<readonly Figure[]> {
  const { quick, note } = options;
  const events = quick ? 10_000 : 100_000;
  const store = new MemoryEventStore();
  await fillMingled(store, events);
  const settings = await topicsOn(kafka);
  const end = await endOf(store);
  const relay = await shared({ kafka: kafka.pid }, () => relayed(store, settings, end));
  note('relay from memory', { events, perSecond: events / relay.seconds, ...relay });
  const figures = [atLeast('relay from a log in memory', rateAlone(events, relay))];
  const state = new MemoryConsumerState();
  const caughtUp = await shared({ kafka: kafka.pid }, () =>
    handled(events, { store, state, settings, name: 'dispatch' }),
  );
  note('consumer, state in memory', { events, perSecond: events / caughtUp.seconds, ...caughtUp });
  figures.push(atLeast(`a consumer ${events} behind, state in memory`, rateAlone(events, caughtUp)));
  figures.push(await catchUpOnMongo(events / 5, { kafka, store, settings }, options));
  await store.close();
  return figures;
}

interface Backlog {
  readonly kafka: LocalServer;
  readonly store: EventStore;
  readonly settings: KafkaSettings;
}

async function catchUpOnMongo(
  events: number,
  { kafka, store, settings }: Backlog,
  { directory, note }: BenchmarkOptions,
): Promise<Figure> {
  const mongo = await startLocalMongo(join(directory, 'mongo'), await freePort());
  const database = MongoDatabase.open({ url: `mongodb://127.0.0.1:${mongo.port}`, name: 'bench' });
  try {
    await database.create(messagingCollections);
    const state = MongoConsumerState.open(database);
    const caughtUp = await shared({ kafka: kafka.pid, mongo: mongo.pid }, () =>
      handled(events, { store, state, settings, name: 'volunteer-matching' }),
    );
    note('consumer, state in the MongoDB-compatible server', {
      events,
      perSecond: events / caughtUp.seconds,
      ...caughtUp,
    });
    return atLeast(
      `the same, its first ${events}, state in the MongoDB-compatible server`,
      rateAlone(events, caughtUp),
    );
  } finally {
    await database.close();
    await mongo.stop();
  }
}

let installations = 0;

/** Topics of their own. */
async function topicsOn({ port }: LocalServer): Promise<KafkaSettings> {
  const settings = { ...kafkaDefaults, prefix: `b${++installations}`, brokers: [`127.0.0.1:${port}`] };
  await createTopics(settings, { partitions: 6, replicationFactor: 1 });
  return settings;
}

/** Everything that is stored, to its end, as the process does it. */
async function relayed(
  store: EventStore,
  settings: KafkaSettings,
  end: GlobalPosition | undefined,
): Promise<void> {
  const [state, leases] = [new MemoryConsumerState(), new MemoryLeases(clock)];
  const publisher = new KafkaPublisher(settings);
  const relay = new Relay({ store, publisher, state, leases, clock }, { holder: 'bench' });
  await relay.start();
  while ((await state.checkpoint(relayName)) !== end) await delay(5);
  await relay.stop();
}

async function endOf(store: EventStore): Promise<GlobalPosition | undefined> {
  return (await store.head()).position;
}

interface Catching {
  readonly store: EventStore;
  readonly state: ConsumerState;
  readonly settings: KafkaSettings;
  readonly name: string;
}

/** From the start of a consumer that has handled nothing until it has handled so many, whatever it does with each. */
async function handled(events: number, { store, state, settings, name }: Catching): Promise<void> {
  const messaging = new KafkaMessaging({ store, state, clock }, settings);
  const ended = new Promise<void>((resolve) => {
    let seen = 0;
    const react = () => {
      if (++seen === events) resolve();
      return Promise.resolve();
    };
    const consumer: Consumer = {
      ...{ name, categories: ['case'], ignores: [] },
      reactions: { ContactAttempted: react },
    };
    messaging.consume(consumer);
  });
  await messaging.start();
  await ended;
  await messaging.stop();
}

const atLeast = (name: string, measured: number): Figure => ({
  ...{ name: `${name}, on two cores`, unit: 'events/s', measured },
  ...{ limit: eventsPerSecondMin, mustReach: { atLeast: 1 } },
});
