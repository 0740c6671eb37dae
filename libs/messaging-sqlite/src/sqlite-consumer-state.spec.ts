import { MemoryEventStore, SystemClock } from '@threekeys/event-store';
import { LogMessaging } from '@threekeys/messaging';
import { describeConsumerState, describeMessaging } from '@threekeys/messaging/contract';
import { openDatabase } from '@threekeys/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteConsumerState } from './sqlite-consumer-state';

function temporary() {
  const directory = mkdtempSync(join(tmpdir(), 'threekeys-messaging-'));
  const open = () => openDatabase(join(directory, 'ops.sqlite'), 'operations');
  return { open, remove: () => rmSync(directory, { recursive: true }) };
}

describeConsumerState('SQLite', () => {
  const { open, remove } = temporary();
  const databases = [open()];
  return {
    state: SqliteConsumerState.open(databases[0]!),
    reopen: () => {
      const database = open();
      databases.push(database);
      return SqliteConsumerState.open(database);
    },
    close: () => {
      for (const database of databases) database.close();
      remove();
    },
  };
});

describeMessaging('log, remembered in SQLite', async () => {
  const { open, remove } = temporary();
  const store = new MemoryEventStore();
  const database = open();
  const state = SqliteConsumerState.open(database);
  const clock = new SystemClock();
  return {
    store,
    connect: (retries) => new LogMessaging({ store, state, clock }, { retries, streamsMax: 4 }),
    close: async () => {
      await store.close();
      database.close();
      remove();
    },
  };
});
