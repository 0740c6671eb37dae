import { isInstant, isLocalDate } from '@threekeys/domain';
import { z } from 'zod';

const written = {
  zh: '一个时点，如 2026-03-01T10:00Z 或 2026-03-01T10:00+08:00，也可只写日期',
  en: 'an instant, e.g. 2026-03-01T10:00Z or 2026-03-01T10:00+08:00, or a date alone',
};
const parts =
  /^(\d{4}-\d{2}-\d{2})(?:(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

/**
 * The instant that somebody wrote to minutes, seconds or milliseconds, in UTC or with an offset; of a date alone its first
 * moment in UTC (ISO 8601).
 * @returns as it is stored, in UTC with milliseconds; undefined where it is none or not on the calendar
 */
export function instantWritten(text: string): string | undefined {
  const [, date = '', clock = 'T00:00', zone = 'Z'] = parts.exec(text) ?? [];
  return isLocalDate(date) ? new Date(`${date}${clock}${zone}`).toISOString() : undefined;
}

const Existing = z.string().refine(isInstant, { params: { expected: written } });
const Written = z.string().min(1).max(40).describe(written.en);

/** An instant that is asked about, as people write it. */
export const AskedInstant = Written.transform((text) => instantWritten(text) ?? text).pipe(Existing);

const revision = /^\d{1,9}$/;

/** The same, or the revision of a case. */
export const RevisionOrInstant = Written.transform((text) =>
  revision.test(text) ? Number(text) : (instantWritten(text) ?? text),
).pipe(z.union([Existing, z.int()]));
