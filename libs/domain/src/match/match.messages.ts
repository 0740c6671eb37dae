import { z } from 'zod';
import { message, schemasByType } from '../message';
import { Code, Hash, Id, Window } from '../values';

// Stream match-<workOrderId>: what volunteer-matching answered for an order, attempt by attempt, so that every
// offer can name the ranking it rested on (`matchRef` = the event's id).

/** One term of a score: integer points from a versioned table, lower is better. */
export const ScoreTerm = z.strictObject({ term: Code, points: z.int() });
export const RankedVolunteer = z.strictObject({
  volunteerId: Id,
  score: z.int(),
  terms: z.array(ScoreTerm).max(20),
  window: Window,
  /** No question needed: they agreed to this category beforehand. */
  standingConsent: z.boolean(),
});
export type RankedVolunteer = z.infer<typeof RankedVolunteer>;

const ranking = {
  caseId: Id,
  workOrderId: Id,
  attempt: z.int().min(1),
  tableVersion: z.int(),
  policyVersion: z.int(),
  /** Leaf hash (hex) of the canonical JSON of what the ranking was computed from. */
  inputHash: Hash,
  /** Best first, at most 50. */
  ranked: z.array(RankedVolunteer).max(50),
  considered: z.int(),
  excluded: z.array(z.strictObject({ constraint: Code, count: z.int().min(1) })).max(30),
};

export const MatchEvent = z.discriminatedUnion('type', [message('VolunteersRanked', ranking)]);
export type MatchEvent = z.infer<typeof MatchEvent>;
export const matchEvents = schemasByType(MatchEvent.options);

export const MatchCommand = z.discriminatedUnion('type', [message('RankVolunteers', ranking)]);
export type MatchCommand = z.infer<typeof MatchCommand>;
