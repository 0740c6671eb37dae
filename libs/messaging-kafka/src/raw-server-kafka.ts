import type { KafkaOptions, MessageHandler } from '@nestjs/microservices';
import { ServerKafka } from '@nestjs/microservices';
import type {
  ConsumerCrashEvent,
  ConsumerGroupJoinEvent,
  EachMessagePayload,
  TopicPartitionOffset,
} from 'kafkajs';
import type { KafkaSettings } from './kafka-settings';
import { clientOf, clientOfMember } from './kafka-settings';

/** What the transport tells of itself. */
export interface ServerEvents {
  /** Topics and partitions that are this member's from now on. */
  joined(assigned: Readonly<Record<string, readonly number[]>>): void;
  /** It is being told that others come or go. */
  rebalancing(): void;
  /** The group still takes it for a member. */
  heartbeat(): void;
  /** The broker answered. */
  answered(): void;
  /** What a handler let out. */
  failed(error: unknown): void;
  /** It stopped for good: whoever wants more makes another. */
  crashed(error: Error): void;
}

/**
 * Nest's Kafka transport with raw bytes in: its own parser makes text of keys, headers and of whatever is not JSON, and
 * takes an object with a member `key` or `value` for a message. Offsets are committed by us, after the effect.
 */
export class RawServerKafka extends ServerKafka {
  constructor(
    settings: KafkaSettings,
    groupId: string,
    private readonly events: ServerEvents,
  ) {
    super(optionsOf(settings, groupId));
    this.parser = { parse: (message: object) => ({ headers: {}, ...message }) } as never;
  }

  /** @throws Error where the group has moved on; what is not committed is delivered again */
  async commit(offsets: readonly TopicPartitionOffset[]): Promise<void> {
    await this.consumer?.commitOffsets([...offsets]);
  }

  /**
   * An error that left it would be repeated by the client, then stop every topic of the service, over and over. Nothing is
   * lost by keeping it: offsets are ours to commit. An interceptor could keep it too, at twice the cost of all else here.
   */
  override async handleMessage(payload: EachMessagePayload): Promise<void> {
    try {
      await super.handleMessage(payload);
    } catch (error) {
      this.events.failed(error);
    }
  }

  /** Nest would read the topic as JSON at each message, and make and catch an error each time. */
  override getHandlerByPattern(pattern: string): MessageHandler | null {
    return this.messageHandlers.get(pattern) ?? super.getHandlerByPattern(pattern);
  }

  protected override registerConsumerEventListeners(): void {
    super.registerConsumerEventListeners();
    const { consumer } = this;
    if (!consumer) return;
    const { GROUP_JOIN, REBALANCING, HEARTBEAT, FETCH, CRASH } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }: ConsumerGroupJoinEvent) =>
      this.events.joined(payload.memberAssignment),
    );
    consumer.on(REBALANCING, () => this.events.rebalancing());
    consumer.on(HEARTBEAT, () => this.events.heartbeat());
    consumer.on(FETCH, () => this.events.answered());
    consumer.on(CRASH, ({ payload }: ConsumerCrashEvent) => this.events.crashed(payload.error));
  }
}

function optionsOf(settings: KafkaSettings, groupId: string): Required<KafkaOptions>['options'] {
  return {
    // Else the transport calls the group `<group>-server`.
    postfixId: '',
    client: clientOf(settings, clientOfMember(settings)),
    consumer: {
      groupId,
      allowAutoTopicCreation: false,
      sessionTimeout: settings.sessionTimeoutMs,
      heartbeatInterval: settings.heartbeatEveryMs,
      rebalanceTimeout: settings.rebalanceTimeoutMs,
      maxWaitTimeInMs: settings.fetchWaitMs,
      // The client restarts after some errors and stays silent after others: we make another after each.
      retry: { ...clientOfMember(settings), restartOnFailure: () => Promise.resolve(false) },
    },
    subscribe: { fromBeginning: true },
    run: { autoCommit: false, partitionsConsumedConcurrently: 3 },
    producer: { allowAutoTopicCreation: false },
    deserializer: {
      deserialize: (data: unknown, options?: { channel: string }) => ({ pattern: options?.channel, data }),
    },
  };
}
