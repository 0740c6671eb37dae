import { Instant } from '@threekeys/domain';
import { z } from 'zod';
import { CaseLine, RequesterAnswer } from './cases.responses';

/** A requester who has not heard the end of their matter yet. */
export const FollowUpLine = z.strictObject({
  case: CaseLine,
  requester: RequesterAnswer.omit({ withdrawn: true }),
  /** When they were sought and not reached. */
  attempts: z.array(Instant),
  /** Different local days among them, and how many the policy asks for before the case may close without them. */
  days: z.int(),
  daysNeeded: z.int(),
  /** Sought on enough days: for this requester the case may be closed. */
  outOfReach: z.boolean(),
  /** Whoever did the work does not ask how it went. */
  isDoer: z.boolean(),
  dueAt: Instant.optional(),
  /** Commands about this requester that the caller may give. */
  allowed: z.array(z.string()),
});
export type FollowUpLine = z.infer<typeof FollowUpLine>;

export const FollowUpPage = z.strictObject({
  now: Instant,
  /** Cases that wait, on all pages. */
  cases: z.int(),
  lines: z.array(FollowUpLine),
  next: z.string().optional(),
});
export type FollowUpPage = z.infer<typeof FollowUpPage>;
