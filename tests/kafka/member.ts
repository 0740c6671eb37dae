import { SystemClock } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { KafkaMessaging } from '@threekeys/messaging-kafka';
import { SqliteConsumerState } from '@threekeys/messaging-sqlite';
import { openDatabase } from '@threekeys/sqlite';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

// A process of its own that consumes until it is killed. Its effect is a line in a file: kill -9 takes back none.

async function main([home = '', broker = '', prefix = '']: readonly string[]): Promise<void> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const state = SqliteConsumerState.open(openDatabase(join(home, 'ops.sqlite'), 'operations'));
  const messaging = new KafkaMessaging(
    { store, state, clock: new SystemClock() },
    { ...{ brokers: [broker], prefix, sessionTimeoutMs: 6000, heartbeatEveryMs: 500, fetchWaitMs: 100 } },
  );
  messaging.consume({
    ...{ name: 'dispatch', categories: ['case'], ignores: [] },
    reactions: {
      Counted: async ({ event }) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        appendFileSync(join(home, 'effects.txt'), `${event.stream}@${event.revision}\n`);
      },
    },
  });
  await messaging.start();
}

void main(process.argv.slice(2));
