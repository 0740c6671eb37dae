import type { MatchEvent } from '@threekeys/domain';
import type { Projection } from '../projection';

/** What volunteer-matching answered for an order, for the explanation of each choice. `eventId` is the `matchRef` of offers. */
export type RankingRow = MatchEvent['data'] & { readonly eventId: string; readonly rankedAt: string };

/** Every ranking; key = `<workOrderId>#<attempt>`. */
export const rankings: Projection<RankingRow> = {
  name: 'rankings',
  module: __filename,
  version: 1,
  categories: ['match'],
  columns: { workOrderId: 'text', caseId: 'text', attempt: 'integer', eventId: 'text' },
  indexes: [['workOrderId', 'attempt'], ['caseId', 'attempt'], ['eventId']],
  keysOf: ({ data }) => {
    const { workOrderId, attempt } = data as MatchEvent['data'];
    return [`${workOrderId}#${attempt}`];
  },
  evolve: (_row, { id, data, recordedAt }) => ({
    ...(data as MatchEvent['data']),
    eventId: id,
    rankedAt: recordedAt,
  }),
};
