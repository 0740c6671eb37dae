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
  minutesServed: z.int(),
  registeredAt: Instant,
});
export type VolunteerLine = z.infer<typeof VolunteerLine>;

export const VolunteerPage = z.strictObject({
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
      workOrderId: Id,
      window: Window,
    }),
  ),
  served: z.array(z.strictObject({ serviceId: Id, caseId: Id.optional(), at: Instant, minutes: z.int() })),
  paused: z.strictObject({ until: Instant.optional() }).optional(),
});
export type VolunteerDetail = z.infer<typeof VolunteerDetail>;

export const RevealedVolunteer = z.strictObject({
  /** `null`: erased. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
});
export type RevealedVolunteer = z.infer<typeof RevealedVolunteer>;

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
    terms: z.array(z.strictObject({ term: z.string(), points: z.int(), names: Names })),
  }),
]);
export type WhyAnswer = z.infer<typeof WhyAnswer>;
