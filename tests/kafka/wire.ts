import type { Admin, Message } from 'kafkajs';
import { ConfigResourceTypes, Kafka, logLevel, Partitioners } from 'kafkajs';
import type { KafkaSettings } from '@threekeys/messaging-kafka';

// What an operator, or a stranger, does to a broker behind the product's back.

const clientOf = ({ brokers }: KafkaSettings) =>
  new Kafka({ brokers: [...brokers], clientId: 'a-test', logLevel: logLevel.NOTHING });

export async function asOperator<T>(settings: KafkaSettings, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = clientOf(settings).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

export async function send(
  settings: KafkaSettings,
  topic: string,
  messages: readonly Message[],
): Promise<void> {
  const producer = clientOf(settings).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    await producer.send({ topic: `${settings.prefix}.${topic}.v1`, messages: [...messages] });
  } finally {
    await producer.disconnect();
  }
}

/** Everything a topic holds, partition by partition. */
export async function heldIn(settings: KafkaSettings, topic: string, count: number) {
  const held: { key: string; value: Buffer; headers: Record<string, string>; partition: number }[] = [];
  const consumer = clientOf(settings).consumer({ groupId: `a-test-${performance.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic: `${settings.prefix}.${topic}.v1`, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ message: { key, value, headers }, partition }) => {
          const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]);
          held.push({
            ...{ key: String(key), value: value ?? Buffer.alloc(0), partition },
            headers: Object.fromEntries(texts) as Record<string, string>,
          });
          if (held.length >= count) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return held;
}

export function limitMessages(settings: KafkaSettings, topic: string, bytesMax: number): Promise<unknown> {
  const configEntries = [
    { name: 'max.message.bytes', value: String(bytesMax) },
    { name: 'cleanup.policy', value: 'delete' },
  ];
  const name = `${settings.prefix}.${topic}.v1`;
  return asOperator(settings, (admin) =>
    admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name, configEntries }],
    }),
  );
}
