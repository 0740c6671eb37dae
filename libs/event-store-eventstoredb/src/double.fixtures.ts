import { setImmediate as turn } from 'node:timers/promises';
import type { EsdbDoubleOptions } from '../../../tools/esdb-double/src';
import { EsdbDouble } from '../../../tools/esdb-double/src';
import { randomUUID } from 'node:crypto';
import { refusalOf } from '@threekeys/event-store/contract';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import type { EventStoreDbOptions } from './options';

/** A server has to take an append of 1 MiB of leaves with what it counts beside them (`MaxAppendSize`). */
export const appendBytesMax = 2 * 1024 * 1024;

/** An empty log on a server: of THREEKEYS_ESDB_URL where that is given, which may hold others, else of a double. */
export async function emptyLog(): Promise<{
  readonly connectionString: string;
  readonly prefix: string;
  readonly stop: () => void;
}> {
  const connectionString = process.env.THREEKEYS_ESDB_URL;
  const prefix = `t${randomUUID().replaceAll('-', '')}.`;
  if (connectionString !== undefined) return { connectionString, prefix, stop: () => undefined };
  const double = await startDouble();
  return { connectionString: double.connectionString, prefix: '', stop: () => double.stop() };
}

/** Short pauses, so that what is broken comes back within a test. */
export const quick = { backOffMs: { first: 5, max: 50 } };

export function startDouble(options: EsdbDoubleOptions = {}): Promise<EsdbDouble> {
  return EsdbDouble.start({ appendBytesMax, ...options });
}

export function openStore(
  { connectionString }: { readonly connectionString: string },
  options: Partial<EventStoreDbOptions> = {},
): Promise<EventStoreDbEventStore> {
  return EventStoreDbEventStore.open({ connectionString, ...quick, ...options });
}

/** The code of the refusal; a success or another error fails the test. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return (await refusalOf(promise)).code;
}

/** Until it holds. Fails where it does not within ten seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`it did not happen: ${what}`);
    await turn();
  }
}
