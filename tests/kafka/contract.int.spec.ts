import { describeMessaging } from '@threekeys/messaging/contract';
import { describeWithKafka, Installation, TestKafka } from './installation';
import type { KafkaMessaging } from '@threekeys/messaging-kafka';

describeWithKafka('on a real broker', () => {
  let kafka: TestKafka;
  beforeAll(async () => (kafka = await TestKafka.start()));
  afterAll(() => kafka.remove());

  describeMessaging('Kafka', async () => {
    const installation = await Installation.on(kafka);
    await installation.relaying();
    return {
      store: installation.store,
      connect: (retries) => installation.messaging({ retries, streamsMax: 4 }),
      crash: (messaging) => (messaging as KafkaMessaging).leave(),
      close: () => installation.close(),
    };
  });
});
