import { Id, Instant } from '@threekeys/domain';
import { z } from 'zod';
import { CaseLine } from './cases.responses';

// What this service answers about an instant of the past.

/** Something that happened, with both its clocks. Its content is in the history, under its id. */
export const DatedFact = z.strictObject({
  id: Id,
  revision: z.int(),
  type: z.string(),
  /** From when on it was so: when it happened, or when that happened which it corrects. */
  trueAt: Instant,
  occurredAt: Instant,
  /** When it was known. */
  recordedAt: Instant,
  /** It was entered after it had happened. */
  late: z.boolean(),
  /** The fact that it corrects. */
  corrects: Id.optional(),
});
export type DatedFact = z.infer<typeof DatedFact>;

export const CaseAsOf = z.strictObject({
  caseId: Id,
  number: z.string(),
  at: Instant,
  answers: z.strictObject({
    /** What was known then of that time: what anybody could act on. */
    knownThenTrueThen: z.array(DatedFact),
    /** Of what was known then, what holds to this day: nobody has corrected it since. */
    knownThenTrueNow: z.array(DatedFact),
    /** What is known today of that time: with late entries and corrections. */
    knownNowTrueThen: z.array(DatedFact),
    /** What is known today, up to today. */
    knownNowTrueNow: z.array(DatedFact),
  }),
});
export type CaseAsOf = z.infer<typeof CaseAsOf>;

/** Cases as they were known at an instant. */
export const PastCasePage = z.strictObject({
  asOf: Instant,
  /** May be fewer than asked for, or none, while there is a next page: lines are chosen by what they were then. */
  cases: z.array(CaseLine),
  next: z.string().optional(),
  /** How many stored events were read for this page. */
  eventsRead: z.int(),
});
export type PastCasePage = z.infer<typeof PastCasePage>;
