import {
  Code,
  FreeTime,
  Id,
  Instant,
  LocalDate,
  Names,
  PersonId,
  RankedVolunteer,
  Window,
} from '@threekeys/domain';
import { z } from 'zod';

/** A volunteer in the register; name and phone masked. */
export const VolunteerLine = z.strictObject({
  volunteerId: Id,
  /** Absent where it is erased. */
  name: z.string().optional(),
  phone: z.string().optional(),
  kind: z.enum(['resident', 'employed-member', 'worker']),
  compound: Code,
  building: Code.optional(),
  account: PersonId.optional(),
  skills: z.array(Code),
  interests: z.array(Code),
  active: z.boolean(),
  left: z.boolean(),
  paused: z.strictObject({ until: Instant.optional() }).optional(),
  /** Neither away nor booked, and in their free time, at the moment of the answer. */
  freeNow: z.boolean(),
  /** Bookings of this local week, those that were served too. */
  bookingsThisWeek: z.int(),
  minutesServed: z.int(),
  registeredAt: Instant,
});
export type VolunteerLine = z.infer<typeof VolunteerLine>;

export const VolunteerPage = z.strictObject({
  /** At most `limit`; where they are sought by when they are free, fewer may come although there is a `next`. */
  volunteers: z.array(VolunteerLine),
  next: z.string().optional(),
});
export type VolunteerPage = z.infer<typeof VolunteerPage>;

export const VolunteerDetail = VolunteerLine.extend({
  freeTime: FreeTime.optional(),
  consents: z.array(
    z.strictObject({ consentId: Id, categories: z.array(Code), weekly: z.array(z.int()).optional() }),
  ),
  certificates: z.array(z.strictObject({ certificateId: Id, certificate: Code, until: LocalDate })),
  bookings: z.array(
    z.strictObject({
      bookingId: Id,
      offerId: Id,
      caseId: Id,
      /** Of the case, as people say it. */
      number: z.string().optional(),
      workOrderId: Id,
      window: Window,
    }),
  ),
  served: z.array(
    z.strictObject({
      serviceId: Id,
      caseId: Id.optional(),
      number: z.string().optional(),
      at: Instant,
      minutes: z.int(),
    }),
  ),
});
export type VolunteerDetail = z.infer<typeof VolunteerDetail>;

export const RevealedVolunteer = z.strictObject({
  /** `null`: erased. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
});
export type RevealedVolunteer = z.infer<typeof RevealedVolunteer>;

const Term = z.strictObject({ term: z.string(), points: z.int(), names: Names });
const Because = z.strictObject({ constraint: z.string(), names: Names });

/** Why a volunteer is, or is not, among those who would be asked now. */
export const WhyAnswer = z.discriminatedUnion('outcome', [
  /** The case looks for nobody. */
  z.strictObject({ outcome: z.literal('no-order') }),
  /** The times agreed for its order are over. */
  z.strictObject({ outcome: z.literal('over') }),
  z.strictObject({ outcome: z.literal('unknown'), workOrderId: Id }),
  z.strictObject({
    outcome: z.literal('excluded'),
    workOrderId: Id,
    /** What stands in the way, the first one first. */
    because: z.array(Because).min(1),
  }),
  z.strictObject({
    outcome: z.literal('ranked'),
    workOrderId: Id,
    rank: z.int(),
    of: z.int(),
    volunteer: RankedVolunteer,
    terms: z.array(Term),
  }),
]);
export type WhyAnswer = z.infer<typeof WhyAnswer>;

/** What matching answered for a work order, attempt by attempt, the last one first: each offer names the one it rested on. */
export const OrderRankings = z.strictObject({
  workOrderId: Id,
  attempts: z.array(
    z.strictObject({
      /** `matchRef` of the offers that rest on it. */
      eventId: Id,
      attempt: z.int(),
      rankedAt: Instant,
      policyVersion: z.int(),
      considered: z.int(),
      /** Best first. */
      ranked: z.array(
        z.strictObject({
          volunteerId: Id,
          /** Masked; absent where it is erased. */
          name: z.string().optional(),
          skills: z.array(Code),
          interests: z.array(Code),
          score: z.int(),
          terms: z.array(Term),
          window: Window,
          standingConsent: z.boolean(),
        }),
      ),
      excluded: z.array(Because.extend({ count: z.int() })),
    }),
  ),
});
export type OrderRankings = z.infer<typeof OrderRankings>;
