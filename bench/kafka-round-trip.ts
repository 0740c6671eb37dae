import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { randomUUID } from 'node:crypto';
import { once, EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

const messageBytes = 1300;

/** From a message that is handed to a producer until a consumer of the same process has it, at an even pace. In ms. */
export async function roundTrips(
  broker: string,
  { count, perSecond }: { readonly count: number; readonly perSecond: number },
): Promise<readonly number[]> {
  process.env['KAFKAJS_NO_PARTITIONER_WARNING'] = '1';
  const kafka = new Kafka({ brokers: [broker], clientId: 'bench', logLevel: logLevel.NOTHING });
  const topic = `round-trip-${randomUUID()}`;
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 6, replicationFactor: 1 }] });
  await admin.disconnect();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  const consumer = kafka.consumer({ groupId: topic });
  await Promise.all([producer.connect(), consumer.connect()]);
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    const arrivals = new Arrivals();
    await consumer.run({
      eachMessage: async ({ message }) => {
        arrivals.take(Number(message.key?.toString()));
      },
    });
    const send = async (index: number) => {
      const sentAt = performance.now();
      const value = Buffer.alloc(messageBytes, 'a');
      await producer.send({ topic, acks: -1, messages: [{ key: String(index), value }] });
      return sentAt;
    };
    // The first finds out where everything is.
    await send(count);
    await arrivals.of(count);
    const startedAt = performance.now();
    const sending = Array.from({ length: count }, async (_, index) => {
      await delay(Math.max(0, startedAt + (1000 * index) / perSecond - performance.now()));
      return send(index);
    });
    const sent = await Promise.all(sending);
    return await Promise.all(sent.map(async (at, index) => (await arrivals.of(index)) - at));
  } finally {
    await Promise.all([producer.disconnect(), consumer.disconnect()]);
  }
}

class Arrivals {
  private readonly times = new Map<number, number>();
  private readonly coming = new EventEmitter().setMaxListeners(0);

  take(index: number): void {
    this.times.set(index, performance.now());
    this.coming.emit(String(index));
  }

  async of(index: number): Promise<number> {
    if (!this.times.has(index)) await once(this.coming, String(index));
    return this.times.get(index) ?? Infinity;
  }
}
