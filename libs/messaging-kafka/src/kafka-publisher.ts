import { Logger } from '@nestjs/common';
import type { RecordedEvent } from '@threekeys/event-store';
import type { Message, Producer, TopicMessages } from 'kafkajs';
import { Kafka, Partitioners } from 'kafkajs';
import { contentIn, messageOf, referenceTo } from './event-message';
import { EventPublisher } from './event-publisher';
import type { KafkaSettings } from './kafka-settings';
import { clientOf, patientClient } from './kafka-settings';
import { topicOfStream } from './topics';

const everyReplica = -1;

/** Writes events to their topics. After a failure it begins as a new producer: the old one's numbering may have a hole. */
export class KafkaPublisher extends EventPublisher {
  private readonly kafka: Kafka;
  private connected: Promise<Producer> | undefined;

  constructor(private readonly settings: KafkaSettings) {
    super();
    this.kafka = new Kafka(clientOf(settings));
  }

  /** @throws Error of the client, after about a minute without broker */
  async publish(events: readonly RecordedEvent[]): Promise<void> {
    try {
      await this.send(events, messageOf);
    } catch (error) {
      await this.close();
      if (!isTooLarge(error)) throw error;
      await this.publishSmaller(events);
    }
  }

  async close(): Promise<void> {
    const producer = await this.connected?.catch(() => undefined);
    this.connected = undefined;
    await producer?.disconnect();
  }

  /** Halves, in order; one that is too large alone goes without its leaf, and the reader takes it from the log. */
  private async publishSmaller(events: readonly RecordedEvent[]): Promise<void> {
    const [first] = events;
    if (events.length > 1) {
      const half = Math.ceil(events.length / 2);
      await this.publish(events.slice(0, half));
      await this.publish(events.slice(half));
    } else if (first) {
      const { stream, revision } = first;
      const correlation = contentIn(first.bytes)?.correlationId ?? 'unknown';
      new Logger('relay').warn(
        `${stream}@${revision} (correlation ${correlation}) is too large for a message: it travels as a reference`,
      );
      await this.send(events, referenceTo);
    }
  }

  private async send(
    events: readonly RecordedEvent[],
    asMessage: (event: RecordedEvent) => Message,
  ): Promise<void> {
    const byTopic = new Map<string, Message[]>();
    for (const event of events) {
      const topic = topicOfStream(this.settings.prefix, event.stream);
      const messages = byTopic.get(topic) ?? [];
      messages.push(asMessage(event));
      byTopic.set(topic, messages);
    }
    const topicMessages = [...byTopic].map(([topic, messages]): TopicMessages => ({ topic, messages }));
    const producer = await this.producer();
    await producer.sendBatch({ acks: everyReplica, topicMessages });
  }

  private producer(): Promise<Producer> {
    this.connected ??= this.connect();
    return this.connected;
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: patientClient,
    });
    await producer.connect();
    return producer;
  }
}

function isTooLarge(error: unknown): boolean {
  const { type, cause } = error as { type?: string; cause?: { type?: string } };
  return [type, cause?.type].includes('MESSAGE_TOO_LARGE');
}
