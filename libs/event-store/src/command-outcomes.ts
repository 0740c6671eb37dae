import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import { performance } from 'node:perf_hooks';
import { EventStoreError } from './event-store';
import type { Recorded } from './origin';
import { CommandRefused, OccurredAtOutOfBounds, RevisionNotAsExpected } from './origin';

/** How a command of this process ended: types and codes, nothing of what it said. */
export interface CommandOutcome {
  readonly command: string;
  readonly outcome: 'recorded' | 'repeated' | 'nothing-new' | 'refused' | 'failed';
  /** Why, where it was refused or failed. */
  readonly code?: string;
  readonly seconds: number;
}

const name = 'threekeys.command';
const outcomes = channel(name);

/** Tells of every command that any handler of this process has ended. @returns how to stop it */
export function onCommandOutcome(listener: (outcome: CommandOutcome) => void): () => void {
  const heard = (message: unknown) => listener(message as CommandOutcome);
  subscribe(name, heard);
  return () => {
    unsubscribe(name, heard);
  };
}

/** Does the work, and tells how it ended where somebody listens. @throws what the work throws */
export async function told(command: string, work: () => Promise<Recorded>): Promise<Recorded> {
  const startedAtMs = performance.now();
  const tell = (outcome: Omit<CommandOutcome, 'command' | 'seconds'>) => {
    const seconds = (performance.now() - startedAtMs) / 1000;
    if (outcomes.hasSubscribers) outcomes.publish({ command, seconds, ...outcome });
  };
  try {
    const recorded = await work();
    tell({ outcome: wordFor(recorded) });
    return recorded;
  } catch (error) {
    tell(reasonOf(error));
    throw error;
  }
}

function wordFor({ repeated, events }: Recorded): CommandOutcome['outcome'] {
  if (repeated) return 'repeated';
  return events.length > 0 ? 'recorded' : 'nothing-new';
}

function reasonOf(error: unknown): Pick<CommandOutcome, 'outcome' | 'code'> {
  if (error instanceof CommandRefused) return { outcome: 'refused', code: error.refusal.refused };
  if (error instanceof RevisionNotAsExpected || error instanceof OccurredAtOutOfBounds)
    return { outcome: 'refused', code: error.name };
  if (error instanceof EventStoreError) return { outcome: 'failed', code: error.code };
  return { outcome: 'failed', code: error instanceof Error ? error.name : 'unknown' };
}
