// A process that writes to a log without rest until it is killed. Started by the specs beside it and by the power cut.
import type { Actor, Decider, Rules } from '@threekeys/domain';
import type { PlainEvent } from '@threekeys/event-store';
import { CommandHandler, RulesSource, Sealer, SystemClock } from '@threekeys/event-store';
import type { SqliteEventStoreOptions } from '@threekeys/event-store-sqlite';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { randomInt, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What the driver sends as the one line on stdin. */
export interface Job {
  readonly home: string;
  readonly options?: Pick<SqliteEventStoreOptions, 'durability' | 'anchorIntervalMs' | 'walBytes'>;
  /** Sent before, and nobody knows what became of them. */
  readonly again: readonly Sent[];
  /** Planted wrong: says that a command is accepted before it is. What looks for losses must find this one. */
  readonly acceptsTooEarly?: boolean;
  /** Ends itself by SIGKILL after so many acknowledgements; else somebody else does. */
  readonly acknowledgementsMax?: number;
}
/** A command that adds so many events to a stream, all or none. */
export interface Sent {
  readonly commandId: string;
  readonly stream: string;
  readonly count: number;
}

const workers = 16;
const streamCount = 120;
const by: Actor = { id: 'tally', role: 'service' };

type Add = { readonly type: 'Add'; readonly data: { readonly count: number } };
type Added = { readonly type: 'Added'; readonly data: { readonly of: number; readonly total: number } };

const tallyDecider: Decider<number, Add, Added> = {
  initialState: 0,
  evolve: (_, { data }) => data.total,
  decide: ({ data }, total) =>
    Array.from({ length: data.count }, (_, index) => ({
      type: 'Added',
      data: { of: data.count, total: total + index + 1 },
    })),
};

/** A tally holds no personal data. */
class NothingToSeal extends Sealer {
  seal(events: readonly PlainEvent[]): Promise<readonly PlainEvent[]> {
    return Promise.resolve(events);
  }
}

/** A tally asks no rules. */
class NoRules extends RulesSource {
  current(): Promise<Rules> {
    return Promise.resolve({} as Rules);
  }
}

async function run(job: Job): Promise<void> {
  const { home, options, again, acknowledgementsMax = Infinity } = job;
  const store = await SqliteEventStore.open(home, { ballastBytes: 0, walBytes: 0, ...options });
  say(`O ${store.anchorState.status}`);
  const handler = new CommandHandler(
    { decider: tallyDecider, events: { Added: true } },
    { store, sealer: new NothingToSeal(), clock: new SystemClock(), rules: new NoRules() },
  );
  const left = [...again];
  let acknowledged = 0;
  const work = async () => {
    for (;;) {
      const { commandId, stream, count } = left.pop() ?? something();
      say(`S ${commandId} ${stream} ${count}`);
      if (job.acceptsTooEarly) say(`A ${commandId} ?`);
      const origin = { commandId, correlationId: commandId, by };
      const recorded = await handler.handle(stream, { type: 'Add', data: { count } }, origin).catch(conflict);
      say(recorded ? `A ${commandId} ${recorded.position}` : `R ${commandId}`);
      acknowledged += recorded ? 1 : 0;
      if (acknowledged >= acknowledgementsMax) process.kill(process.pid, 'SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}

function something(): Sent {
  return { commandId: randomUUID(), stream: `case-${randomInt(streamCount)}`, count: randomInt(1, 4) };
}

/** Rivals have been faster three times: the command is not accepted, and nothing of it is stored. */
function conflict(error: unknown): undefined {
  const isConflict = error instanceof Error && 'code' in error && error.code === 'WrongExpectedRevision';
  if (!isConflict) throw error;
}

/** One write for each line: a line that is out is out, whatever happens next. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

createInterface({ input: process.stdin }).once('line', (line) => {
  run(JSON.parse(line) as Job).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
});
