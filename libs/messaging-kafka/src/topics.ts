import { categoryOf } from '@threekeys/event-store';
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
    return await checked(admin, topicNames(settings.prefix), missing, plan);
  } finally {
    await admin.disconnect();
  }
}

async function make(admin: Admin, topics: readonly string[], plan: TopicPlan): Promise<void> {
  if (topics.length === 0) return;
  const configEntries = Object.entries(configOfTopics).map(([name, value]) => ({ name, value }));
  await admin.createTopics({
    waitForLeaders: true,
    topics: topics.map((topic) => ({
      ...{ topic, configEntries },
      numPartitions: plan.partitions,
      replicationFactor: plan.replicationFactor,
    })),
  });
}

async function checked(
  admin: Admin,
  topics: readonly string[],
  made: readonly string[],
  plan: TopicPlan,
): Promise<readonly Topic[]> {
  const { topics: described } = await admin.fetchTopicMetadata({ topics: [...topics] });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  for (const { resourceName, configEntries } of resources) {
    const policy = configEntries.find(({ configName }) => configName === 'cleanup.policy')?.configValue;
    if (policy?.includes('compact')) throw new TopicUnfit(`${resourceName} is compacted: events are lost`);
  }
  return described.map(({ name: topic, partitions: { length: partitions } }) => {
    if (partitions === plan.partitions) return { topic, partitions, made: made.includes(topic) };
    throw new TopicUnfit(`${topic} has ${partitions} partitions, not ${plan.partitions}: never change them`);
  });
}
