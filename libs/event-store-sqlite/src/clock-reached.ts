import type { AcceptedClock } from '@threekeys/event-store';
import { acceptanceIn, EventStoreError } from '@threekeys/event-store';
import { readAnchors } from './anchor-log';
import { filesOf } from './files';
import type { SqliteEventStore } from './sqlite-event-store';

/** How late it was by a log and its witness. */
export interface Reached {
  readonly logSize: number;
  readonly newest: string;
}

/**
 * The latest instant that a log or its witness know of, since a clock was last accepted: a stream that had come further by
 * then stands still there, so that its events say nothing of the time.
 * @param directory where the log and its witness lie
 * @returns undefined where the log is empty: nothing can be dated before it
 */
export async function clockReached(store: SqliteEventStore, directory: string): Promise<Reached | undefined> {
  const event = store.newest()?.recordedAt;
  if (event === undefined) return undefined;
  const { size: logSize } = await store.head();
  const accepted = await lastAccepted(store);
  const { anchors } = readAnchors(filesOf(directory).anchor);
  // What has been lost says nothing of what is there.
  const lines = anchors.filter(({ size }) => size > (accepted?.logSize ?? -1) && size <= logSize);
  const times = [
    event > (accepted?.newest ?? '') ? event : '',
    accepted?.clock ?? '',
    ...lines.map(({ time }) => time),
  ];
  return { logSize, newest: times.reduce((latest, time) => (time > latest ? time : latest)) };
}

async function lastAccepted(store: SqliteEventStore): Promise<AcceptedClock | undefined> {
  try {
    for await (const event of store.readStream('installation-main', { direction: 'backwards' })) {
      const { clock } = acceptanceIn(event, Number(event.position.slice(-16)));
      if (clock) return clock;
    }
  } catch (error) {
    if (!(error instanceof EventStoreError) || error.code !== 'StreamNotFound') throw error;
  }
  return undefined;
}
