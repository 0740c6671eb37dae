import type { KafkaContext, MessageHandler } from '@nestjs/microservices';
import type { EachMessagePayload } from 'kafkajs';
import { EMPTY, throwError } from 'rxjs';
import { kafkaDefaults } from './kafka-settings';
import type { ServerEvents } from './raw-server-kafka';
import { RawServerKafka } from './raw-server-kafka';

describe('what a handler lets out', () => {
  const failures: unknown[] = [];
  const events = { failed: (error: unknown) => void failures.push(error) } as ServerEvents;
  const handled = async (handler: MessageHandler, value = Buffer.from('{}')) => {
    const server = new RawServerKafka({ ...kafkaDefaults, brokers: [] }, 'group', events);
    server.addHandler('topic', handler, true);
    const message = { key: null, value, offset: '7', timestamp: '0', attributes: 0, headers: {} };
    const payload: EachMessagePayload = {
      ...{ topic: 'topic', partition: 2, message },
      ...{ heartbeat: () => Promise.resolve(), pause: () => () => undefined },
    };
    await server.handleMessage(payload);
  };
  beforeEach(() => failures.splice(0));

  it.each([
    ['thrown', () => Promise.reject(new Error('a bug'))],
    ['sent', () => Promise.resolve(throwError(() => new Error('a bug')))],
  ] as const)(
    'is never an error, %s: the transport would stop every topic of the service for it, over and over',
    async (_how, handler) => {
      await handled(handler as never);
      expect(failures).toEqual([new Error('a bug')]);
    },
  );

  it('is never nothing: the transport takes an empty answer for a failure', async () => {
    await handled(() => Promise.resolve(EMPTY));
    expect(failures).toHaveLength(1);
  });

  it('is what came, as bytes, where all is well', async () => {
    const taken: unknown[] = [];
    await handled(
      (message: { value: Buffer; offset: string }, context) => {
        const { value, offset } = message;
        taken.push(
          value,
          offset,
          (context as KafkaContext).getTopic(),
          (context as KafkaContext).getPartition(),
        );
        return Promise.resolve();
      },
      Buffer.from([0xff, 0]),
    );
    expect(taken).toEqual([Buffer.from([0xff, 0]), '7', 'topic', 2]);
    expect(failures).toEqual([]);
  });
});
