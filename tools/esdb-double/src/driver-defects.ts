import { EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { EsdbDouble } from './esdb-double';
import { eventOf } from './rule.fixtures';

// What the driver does to the process that it runs in; the adapter's specs show that it is kept from it.

const defects: Readonly<Record<string, () => Promise<void>>> = {
  'throwing-checkpoint': async () => {
    const client = driver(await EsdbDouble.start());
    await client.appendToStream(
      'case-1',
      Array.from({ length: 100 }, () => eventOf(randomUUID())),
    );
    const filter = streamNameFilter({
      prefixes: ['case-'],
      checkpointReached: () => {
        throw new Error('planted');
      },
    });
    for await (const _event of client.subscribeToAll({ filter })) continue;
  },

  'late-answer': async () => {
    const [failing, healthy] = [await EsdbDouble.start(), await EsdbDouble.start()];
    failing.faults.plan('append', { is: 'silence', when: 'before-commit' });
    healthy.faults.plan('append', { is: 'delay', delayMs: 300 });
    for (const double of [failing, healthy])
      driver(double)
        .appendToStream('case-1', eventOf(randomUUID()))
        .catch(() => undefined);
    while (failing.faults.left + healthy.faults.left > 0)
      await new Promise((resolve) => setImmediate(resolve));
    failing.suspend();
  },
};

function driver({ connectionString }: EsdbDouble): EventStoreDBClient {
  return EventStoreDBClient.connectionString(connectionString);
}

void defects[process.argv[2] ?? '']?.();
