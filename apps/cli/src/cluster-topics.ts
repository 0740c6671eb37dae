import type { KafkaConfig } from '@threekeys/cluster';
import type { Environment } from '@threekeys/runtime';
import { ConfigInvalid } from '@threekeys/runtime';
import { badInput, CommandFailed, exitCodes } from './exit';

export interface TopicsWanted {
  readonly partitions?: number;
  readonly replicationFactor?: number;
}

export interface MadeTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly made: boolean;
}

/** @throws CommandFailed where the brokers are not named rightly, none answers, or a topic is there that is not fit */
export async function makeTopics(
  wanted: TopicsWanted,
  environment: Environment,
): Promise<readonly MadeTopic[]> {
  // Only who has a Kafka waits for its client to load.
  const { createTopics, kafkaDefaults, topicDefaults, TopicUnfit } =
    await import('@threekeys/messaging-kafka');
  const settings = { ...kafkaDefaults, ...(await kafkaIn(environment)) };
  try {
    return await createTopics(settings, { ...topicDefaults, ...wanted });
  } catch (error) {
    const code = error instanceof TopicUnfit ? exitCodes.refused : exitCodes.unavailable;
    throw new CommandFailed(code, `The topics could not be made: ${(error as Error).message}`);
  }
}

async function kafkaIn(environment: Environment): Promise<KafkaConfig> {
  const { kafkaConfigFrom } = await import('@threekeys/cluster');
  try {
    return kafkaConfigFrom(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) throw badInput(error.message);
    throw error;
  }
}
