import type { MatchEvent } from '@threekeys/domain';
import { contentOf, EventStoreError } from '@threekeys/event-store';
import type { EventStore } from '@threekeys/event-store';

/** The last ranking of an order, and the id of its event. */
export interface RankingOfOrder {
  readonly matchRef: string;
  readonly ranking: MatchEvent['data'];
}

/** Nothing where the order was never ranked. */
export async function lastRanking(
  store: EventStore,
  workOrderId: string,
): Promise<RankingOfOrder | undefined> {
  try {
    const last = { direction: 'backwards', max: 1 } as const;
    for await (const event of store.readStream(`match-${workOrderId}`, last)) {
      return { matchRef: event.id, ranking: contentOf(event).data as MatchEvent['data'] };
    }
  } catch (error) {
    if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
  }
  return undefined;
}
