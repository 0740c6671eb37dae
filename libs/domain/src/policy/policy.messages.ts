import { z } from 'zod';
import { message, schemasByType } from '../message';
import { Code, Urgency } from '../values';

// Stream policy-main: one versioned document with every number that the rules of the case rest on.

const Hours = z
  .int()
  .min(1)
  .max(24 * 366);
const byUrgency = z.strictObject({ normal: Hours, soon: Hours, urgent: Hours });
const MinutesOf = z
  .int()
  .min(1)
  .max(60 * 24 * 14);
const minutesByUrgency = z.strictObject({ normal: MinutesOf, soon: MinutesOf, urgent: MinutesOf });

export const PolicyDocument = z.strictObject({
  /** Minutes east of UTC: local days and weekly slots are counted in it (China: 480, no daylight saving). */
  timeZoneOffsetMinutes: z.int().min(-720).max(840),
  deadlineHours: z.strictObject({
    acceptance: byUrgency,
    dispatch: byUrgency,
    acknowledgement: byUrgency,
    handling: byUrgency,
    'follow-up': byUrgency,
  }),
  /** A deadline warns when this share of it is over, in percent. */
  warnAtPercent: z.int().min(1).max(99),
  offers: z.strictObject({
    expiryMinutes: minutesByUrgency,
    waveSize: z.int().min(1).max(50),
    wavesMax: z.int().min(1).max(20),
    /** Asks per volunteer in seven days, urgent ones excepted. */
    perWeekMax: z.int().min(1).max(50),
  }),
  /** After the start of the window, a volunteer who has not checked in did not come. */
  noShowAfterMinutes: MinutesOf,
  /** Logged attempts on different local days after which a requester counts as not reachable. */
  contactAttemptsMin: z.int().min(1).max(20),
  /** A requester's request within it reopens at once. */
  reopeningTermDays: z.int().min(1).max(3660),
  /** How far `occurredAt` may lie before `recordedAt`. */
  backdatingHoursMax: Hours,
  /** Share of on-the-spot cases that go to a check, in percent. */
  onSpotCheckPercent: z.int().min(0).max(100),
  grounds: z.strictObject({
    decline: z.array(Code).min(1),
    return: z.array(Code).min(1),
    reopeningRefusal: z.array(Code).min(1),
    override: z.array(Code).min(1),
    release: z.array(Code).min(1),
    transfer: z.array(Code).min(1),
  }),
  defaultUrgency: Urgency,
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;

export const PolicyEvent = z.discriminatedUnion('type', [
  message('PolicyAdopted', { version: z.int().min(1), document: PolicyDocument }),
]);
export type PolicyEvent = z.infer<typeof PolicyEvent>;
export const policyEvents = schemasByType(PolicyEvent.options);

export const PolicyCommand = z.discriminatedUnion('type', [
  /** `version` = the last one + 1, so that nobody adopts over a change they have not seen. */
  message('AdoptPolicy', { version: z.int().min(1), document: PolicyDocument }),
]);
export type PolicyCommand = z.infer<typeof PolicyCommand>;
export const policyCommands = schemasByType(PolicyCommand.options);

export interface Policy extends PolicyDocument {
  readonly version: number;
}
