import type { EsdbDoubleOptions } from '../../../tools/esdb-double/src';
import { EsdbDouble } from '../../../tools/esdb-double/src';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import type { EventStoreDbOptions } from './options';

/** A server has to take an append of 1 MiB of leaves with what it counts beside them (`MaxAppendSize`). */
export const appendBytesMax = 2 * 1024 * 1024;

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
