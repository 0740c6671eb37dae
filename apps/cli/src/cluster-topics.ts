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

/** @throws CommandFailed where no brokers are named, none answers, or a topic is there that is not fit */
export async function makeTopics(
  wanted: TopicsWanted,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly MadeTopic[]> {
  const brokers = environment['THREEKEYS_KAFKA_BROKERS']?.split(',') ?? [];
  if (brokers.length === 0) throw badInput('Say in THREEKEYS_KAFKA_BROKERS where Kafka is (host:port,…).');
  const prefix = environment['THREEKEYS_KAFKA_PREFIX'];
  // Only who has a Kafka waits for its client to load.
  const { createTopics, kafkaDefaults, topicDefaults, TopicUnfit } =
    await import('@threekeys/messaging-kafka');
  const settings = { ...kafkaDefaults, brokers, ...(prefix === undefined ? {} : { prefix }) };
  try {
    return await createTopics(settings, { ...topicDefaults, ...wanted });
  } catch (error) {
    const code = error instanceof TopicUnfit ? exitCodes.refused : exitCodes.unavailable;
    throw new CommandFailed(code, `The topics could not be made: ${(error as Error).message}`);
  }
}
