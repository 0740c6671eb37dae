import { z } from 'zod';
import { personal } from './message';

/** Values that messages share. Ids are lower-case UUIDs; codes are short ASCII words; instants ISO 8601 UTC with ms. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const Code = z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,58}[a-z0-9])?$/);
/** An account or a service. */
export const PersonId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
/** Number of a case in another system. */
export const ExternalId = z.string().regex(/^[\x21-\x7e]{1,100}$/);
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, { abort: true })
  .refine(isInstant, { message: 'an instant that exists' });
/** Hex SHA-256. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
export const LocalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(isLocalDate, { message: 'a date of the calendar' });
export const CaseNumber = z.string().regex(/^\d{4}-\d{6,9}$/);

/** Half-open interval [from, to). */
export const Window = z
  .strictObject({ from: Instant, to: Instant })
  .refine(({ from, to }) => from < to, { message: 'a window ends after it starts', path: ['to'] });
export type Window = z.infer<typeof Window>;

export const Minutes = z.int().min(1).max(14_400);
/** Free text. It is personal data of who spoke it. */
export const Words = z.string().min(1).max(2000);
export const words = personal(Words, { of: 'speaker' });
export const wordsOfRequester = personal(Words, { of: 'requester' });

export const PersonName = z.string().min(1).max(80);
export const Phone = z.string().regex(/^\+?[0-9][0-9 -]{4,22}[0-9]$/);

export const Urgency = z.enum(['normal', 'soon', 'urgent']);
export type Urgency = z.infer<typeof Urgency>;

/** Name of a unit, a place, a category in both languages of the product. */
// eslint-disable-next-line threekeys/unmarked-free-text -- names of things, written by administrators, public
const NameOfThing = z.string().min(1).max(80);
export const Names = z.strictObject({ zh: NameOfThing, en: NameOfThing });
export type Names = z.infer<typeof Names>;

/** No scale of scores goes further. */
export const scoreCeiling = 10;

export const LevelName = z.enum(['community', 'grid-branch', 'building-group', 'key-household']);
export type LevelName = z.infer<typeof LevelName>;

/** Whether it is on the calendar and the clock: 29 February of a common year and 12:14:99 are written well and are never. */
export function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

export function isLocalDate(text: string): boolean {
  return isInstant(`${text}T00:00:00.000Z`);
}
