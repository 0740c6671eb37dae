import { Code, DeadlineName, Id, Instant, Party, PersonId } from '@threekeys/domain';
import { z } from 'zod';
import { CaseLine } from './cases.responses';

/** What is to be done: a command, and what of the case it is about. */
export const NextStep = z.strictObject({
  command: z.string(),
  /** What settles it as well. */
  or: z.array(z.string()),
  workOrderId: Id.optional(),
  offerId: Id.optional(),
  party: Party.optional(),
  requesterId: Id.optional(),
  /**
   * Who has it has left their post, or is of the other side by now: it is passed on. `sheet`: nothing has to be done; staff
   * wrote the key of this party down from a signed sheet, and the party may object.
   */
  because: z.enum(['left', 'kept-out', 'sheet']).optional(),
});

/** Whom a case waits for. */
export const WaitsFor = z.strictObject({
  post: Code.optional(),
  person: PersonId.optional(),
  organisation: Code.optional(),
  volunteers: z.boolean().optional(),
  parties: z.array(Party).optional(),
  body: Code.optional(),
});

export const DeskGroup = z.enum(['urgent', 'overdue', 'today', 'later']);

export const DeskLine = CaseLine.extend({
  group: DeskGroup,
  /** The clock that ends first. */
  due: z.strictObject({ name: z.union([DeadlineName, z.literal('key')]), at: Instant }).optional(),
  /** Absent: nothing that this person may do now. */
  step: NextStep.optional(),
  waitsFor: WaitsFor.optional(),
});
export type DeskLine = z.infer<typeof DeskLine>;

export const DeskPage = z.strictObject({
  /** The server's clock: how late something is, is late by it. */
  now: Instant,
  counts: z.strictObject({
    /** Those of the other list too: they stand on top of this one. */
    urgent: z.int(),
    overdue: z.int(),
    today: z.int(),
    later: z.int(),
    /** On the other list: what they answer for while others have to act. */
    waiting: z.int(),
  }),
  /** Urgent ones first, on the first page, then by when they are due. */
  lines: z.array(DeskLine),
  next: z.string().optional(),
});
export type DeskPage = z.infer<typeof DeskPage>;

/** A desk as it was known at an instant. */
export const PastDeskPage = z.strictObject({
  /** How late something was, it was by this clock. */
  asOf: Instant,
  person: PersonId,
  /** Soonest due first, within the page. There may be none while there is a next page: they are chosen by what was so then. */
  lines: z.array(DeskLine),
  next: z.string().optional(),
  /** How many stored events were read for this page. */
  eventsRead: z.int(),
});
export type PastDeskPage = z.infer<typeof PastDeskPage>;
