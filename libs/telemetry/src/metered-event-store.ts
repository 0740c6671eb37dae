import type { EventStore } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { performance } from 'node:perf_hooks';
import type { Metrics } from './metrics';
import { ObservedEventStore } from './observed-event-store';

/** A store whose appends are counted and timed by their outcome. */
export function meteredEventStore(store: EventStore, { appends }: Pick<Metrics, 'appends'>): EventStore {
  return new ObservedEventStore(store, async (...append) => {
    const startedAtMs = performance.now();
    const ended = (outcome: string) => appends.observe({ outcome }, (performance.now() - startedAtMs) / 1000);
    try {
      const result = await store.append(...append);
      ended('stored');
      return result;
    } catch (error) {
      ended(error instanceof EventStoreError ? error.code : 'failed');
      throw error;
    }
  });
}
