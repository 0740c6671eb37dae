import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';

/** What consumers say they have handled, and the log does not hold. */
export interface ProgressBeyond {
  /** Consumers whose checkpoint is not a place of this log. */
  readonly consumers: readonly string[];
  /** Streams that a consumer has handled, or parked, further than they go. */
  readonly streams: readonly { readonly stream: string; readonly lastRevision: number }[];
}

/** What consumers have written down. */
export interface ProgressWritten {
  readonly checkpoints: readonly { readonly consumer: string; readonly position: string }[];
  /** Of each stream, as far as any consumer has handled or parked it. */
  readonly furthest: Iterable<{ readonly stream: string; readonly revision: number }>;
}

/** Compares what consumers have written down with a log that may have lost its tail. */
export async function findBeyond(
  { checkpoints, furthest }: ProgressWritten,
  store: EventStore,
): Promise<ProgressBeyond> {
  const streams: { stream: string; lastRevision: number }[] = [];
  for (const { stream, revision } of furthest) {
    const lastRevision = await lastRevisionOf(store, stream);
    if (revision > lastRevision) streams.push({ stream, lastRevision });
  }
  return {
    consumers: checkpoints
      .filter(({ position }) => !isPlaceOf(store, position as GlobalPosition))
      .map(({ consumer }) => consumer),
    streams,
  };
}

/** Whether a position is one of this log, up to its head. */
export function isPlaceOf(store: EventStore, position: GlobalPosition): boolean {
  try {
    store.comparePositions(position, position);
    return true;
  } catch (error) {
    if (error instanceof EventStoreError && error.code === 'InvalidPosition') return false;
    throw error;
  }
}

/** −1: no such stream. */
async function lastRevisionOf(store: EventStore, stream: string): Promise<number> {
  try {
    for await (const { revision } of store.readStream(stream, { direction: 'backwards', max: 1 }))
      return revision;
    return -1;
  } catch (error) {
    if (error instanceof EventStoreError && error.code === 'StreamNotFound') return -1;
    throw error;
  }
}
