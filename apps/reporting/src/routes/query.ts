import { CaseNumber, Id } from '@threekeys/domain';
import { z } from 'zod';

/** The number that people say, or the id. */
export const CasePath = z.strictObject({ caseId: z.union([Id, CaseNumber]) });

export const AtLeast = { atLeast: z.string().min(1).max(200).optional() };

/** Where the page before ended. */
export const Cursor = z.string().min(1).max(1000).optional();

export const Limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .refine((limit) => limit <= 200, { message: '1 to 200' })
  .optional();

export const Revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export const Yes = z.enum(['true', 'false']).transform((text) => text === 'true');

/** One of the values, or several with commas between. */
export const several = <S extends z.ZodType<string, string>>(each: S) =>
  z
    .string()
    .min(1)
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(each).min(1).max(20))
    .optional();

export const unavailable = ['store-unavailable', 'access-not-recorded'] as const;
