import { Code, ExternalId, Hash, Instant, LocalDate, Party, PersonId, PlanSource } from '@threekeys/domain';
import { z } from 'zod';

const Opened = z.string();

export const PlanAnswer = z.strictObject({
  version: z.int(),
  proposedAt: Instant,
  proposedBy: PersonId,
  /** Absent where the caller may not read it, or where it is erased. */
  content: Opened.optional(),
  scope: Opened.optional(),
  costFen: z.int(),
  payer: Code,
  source: PlanSource,
  term: LocalDate,
  /** Leaf hash: what the keys are turned on. */
  hash: Hash,
});
export type PlanAnswer = z.infer<typeof PlanAnswer>;

/** What a party said about a version. */
export const KeyWord = z.strictObject({
  party: Party,
  version: z.int(),
  said: z.enum(['turned', 'refused', 'taken-back']),
  at: Instant,
  /** Whose word it is. */
  holder: PersonId,
  /** Who wrote it down from a signed sheet. */
  recordedBy: z.strictObject({ person: PersonId, channel: Code, minutes: ExternalId }).optional(),
  /** Who asked for the link by which it was said. */
  linkedBy: PersonId.optional(),
  reason: Code.optional(),
  words: Opened.optional(),
});
export type KeyWord = z.infer<typeof KeyWord>;

/** 三方会商 of the present round as it went: every version of the plan, and what each party said. */
export const ResolutionAnswer = z.strictObject({
  round: z.int(),
  plans: z.array(PlanAnswer),
  said: z.array(KeyWord),
  /** Who holds each party's key now, absent: nobody is named; and who may stand in for it, in their order. */
  holders: z.array(
    z.strictObject({ party: Party, holder: PersonId.optional(), standIns: z.array(PersonId) }),
  ),
  /** In force now. */
  standIns: z.array(z.strictObject({ party: Party, person: PersonId, basis: Code, until: Instant })),
  /** The rule that reserves the plan on the table to all owners: their committee has no word on it. */
  reservedBy: Code.optional(),
  /** Why all owners decide, and what they decided; of the plan on the table. */
  assembly: z
    .strictObject({
      rule: Code,
      referredAt: Instant,
      decided: z.strictObject({ approved: z.boolean(), minutes: ExternalId, at: Instant }).optional(),
    })
    .optional(),
  /** Refusals and overdue keys, and after how many it may be ended. */
  attempts: z.int(),
  attemptsNeeded: z.int(),
});
export type ResolutionAnswer = z.infer<typeof ResolutionAnswer>;
