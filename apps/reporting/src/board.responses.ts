import { caseLanes } from '@threekeys/read-models';
import { Code, Id } from '@threekeys/domain';
import { z } from 'zod';
import { CaseLine, OrderAnswer } from './cases.responses';

// What the dispatcher's board answers: cases by where their work lies.

export const Lane = z.enum(caseLanes);

/** A volunteer whom an order names; the name masked, absent where it is erased. */
const Asked = z.strictObject({ volunteerId: Id, name: z.string().optional(), skills: z.array(Code) });

export const BoardCard = CaseLine.extend({
  /** Of the present round: the one for which nobody is left to ask; the lead that is worked on; the last that was given back. */
  order: OrderAnswer.optional(),
  /** Those whom the order asked or booked. */
  volunteers: z.array(Asked),
});
export type BoardCard = z.infer<typeof BoardCard>;

export const BoardPage = z.strictObject({
  lane: Lane,
  /** In the whole lane, under the same filters. */
  total: z.int(),
  cards: z.array(BoardCard),
  next: z.string().optional(),
});
export type BoardPage = z.infer<typeof BoardPage>;
