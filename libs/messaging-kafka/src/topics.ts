import { categoryOf } from '@threekeys/event-store';
import { sleep } from '@threekeys/messaging';
import type { Admin } from 'kafkajs';
import { ConfigResourceTypes, Kafka } from 'kafkajs';
import type { KafkaSettings } from './kafka-settings';
import { clientOf } from './kafka-settings';

type Subject = 'cases' | 'volunteers' | 'community';

/** A ranking belongs to the case whose order it answers. Whatever is not named is about the community. */
const subjects: Readonly<Record<string, Subject>> = {
  case: 'cases',
  match: 'cases',
  volunteer: 'volunteers',
};

const topicOf = (prefix: string, subject: Subject) => `${prefix}.${subject}.v1`;

export const topicOfCategory = (prefix: string, category: string): string =>
  topicOf(prefix, subjects[category] ?? 'community');

export const topicOfStream = (prefix: string, stream: string): string =>
  topicOfCategory(prefix, categoryOf(stream));

export const topicNames = (prefix: string): readonly string[] =>
  (['cases', 'volunteers', 'community'] as const).map((subject) => topicOf(prefix, subject));

export interface TopicPlan {
  /** For ever: another number sends a stream to another partition, and its order is lost. */
  readonly partitions: number;
  /** −1: as the broker is set. */
  readonly replicationFactor: number;
}

export const topicDefaults: TopicPlan = { partitions: 6, replicationFactor: -1 };

export interface Topic {
  readonly topic: string;
  readonly partitions: number;
  /** False: it was there. */
  readonly made: boolean;
}

/** A topic is there and is not what it has to be. */
export class TopicUnfit extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TopicUnfit';
  }
}

/** More than the largest append with its headers (libs/event-store, `appendLimits`). */
const messageBytesMax = 2 * 1_048_576;

/** Kept for ever: a new consumer finds everything. Never compacted: that would keep the last event of each stream. */
const configOfTopics = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'max.message.bytes': String(messageBytesMax),
};

/** Makes the topics that are missing. @throws TopicUnfit where one is there with another number of partitions, or compacted */
export async function createTopics(
  settings: KafkaSettings,
  plan: TopicPlan = topicDefaults,
): Promise<readonly Topic[]> {
  const admin = new Kafka(clientOf(settings)).admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const missing = topicNames(settings.prefix).filter((topic) => !there.has(topic));
    await make(admin, missing, plan);
    return await checked(admin, { topics: topicNames(settings.prefix), made: missing, plan });
  } finally {
    await admin.disconnect();
  }
}

async function make(admin: Admin, topics: readonly string[], plan: TopicPlan): Promise<void> {
  if (topics.length === 0) return;
  const configEntries = Object.entries(configOfTopics).map(([name, value]) => ({ name, value }));
  await admin.createTopics({
    // It would fail where the broker does not know yet what it has just made.
    waitForLeaders: false,
    topics: topics.map((topic) => ({
      ...{ topic, configEntries },
      numPartitions: plan.partitions,
      replicationFactor: plan.replicationFactor,
    })),
  });
}

interface Wanted {
  readonly topics: readonly string[];
  readonly made: readonly string[];
  readonly plan: TopicPlan;
}

async function checked(admin: Admin, { topics, made, plan }: Wanted): Promise<readonly Topic[]> {
  const partitionsOf = await describedPartitions(admin, topics);
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  for (const { resourceName, configEntries } of resources) {
    const policy = configEntries.find(({ configName }) => configName === 'cleanup.policy')?.configValue;
    if (policy?.includes('compact')) throw new TopicUnfit(`${resourceName} is compacted: events are lost`);
  }
  return topics.map((topic) => {
    const partitions = partitionsOf.get(topic) ?? 0;
    if (partitions === plan.partitions) return { topic, partitions, made: made.includes(topic) };
    throw new TopicUnfit(`${topic} has ${partitions} partitions, not ${plan.partitions}: never change them`);
  });
}

const knownAfterMsMax = 10_000;
const notYet = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE'];

/** A broker takes a moment until it knows what it has just made. */
async function describedPartitions(
  admin: Admin,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  for (const deadline = performance.now() + knownAfterMsMax; ;) {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
      return new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
    } catch (error) {
      const { type } = error as { type?: string };
      if (!notYet.includes(type ?? '') || performance.now() > deadline) throw error;
    }
    await sleep(100, new AbortController().signal);
  }
}
