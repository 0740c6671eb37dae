import { isCode, linesOf } from './lines';
import { documentOf, entriesOf } from './entries';
import type { Entry } from './entries';

/** What a field of the policy takes. Bounds are those of the server, so that a form says so before it sends. */
export type PolicyField =
  | { readonly kind: 'number'; readonly path: readonly string[]; readonly min: number; readonly max: number }
  | { readonly kind: 'codes'; readonly path: readonly string[]; readonly mayBeEmpty: boolean }
  | { readonly kind: 'code' | 'urgency'; readonly path: readonly string[] };

const hours = { min: 1, max: 24 * 366 };
const minutes = { min: 1, max: 60 * 24 * 14 };
const bounds: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  timeZoneOffsetMinutes: { min: -720, max: 840 },
  deadlineHours: hours,
  keyHours: hours,
  backdatingHoursMax: hours,
  warnAtPercent: { min: 1, max: 99 },
  expiryMinutes: minutes,
  checkInHoursBefore: { min: 0, max: 24 * 14 },
  noShowAfterMinutes: minutes,
  waveSize: { min: 1, max: 50 },
  wavesMax: { min: 1, max: 20 },
  perWeekMax: { min: 1, max: 50 },
  contactAttemptsMin: { min: 1, max: 20 },
  reopeningTermDays: { min: 1, max: 3660 },
  archiveAfterDays: { min: 1, max: 3660 },
  onSpotCheckPercent: { min: 0, max: 100 },
  attemptsMin: { min: 1, max: 20 },
  climbsFrom: { min: 1, max: 3 },
  reopening: { min: 1, max: 20 },
  scoreMax: { min: 2, max: 10 },
  urgentMinutes: minutes,
  days: { min: 1, max: 14 },
  opensMinute: { min: 0, max: 24 * 60 },
  closesMinute: { min: 0, max: 24 * 60 },
  ranking: { min: 0, max: 10_000 },
};
const mayBeEmpty: ReadonlySet<string> = new Set([
  'escalationPostKinds',
  'standInPostKinds',
  'companyWorkCheckedBy',
]);

/** Of a number that this form does not know: the server says which it takes. */
export const anyNumber = { min: -999_999, max: 999_999 };

export function fieldsOf(document: object): readonly PolicyField[] {
  return entriesOf(document).map(({ path, value }) => {
    if (Array.isArray(value))
      return { kind: 'codes', path, mayBeEmpty: path.some((name) => mayBeEmpty.has(name)) };
    if (typeof value === 'string')
      return { kind: path.at(-1) === 'defaultUrgency' ? 'urgency' : 'code', path };
    const found = path.map((name) => bounds[name]).find((each) => each !== undefined);
    return { kind: 'number', path, ...(found ?? anyNumber) };
  });
}

export const keyOf = ({ path }: Pick<PolicyField, 'path'>): string => path.join('/');

export type Draft = Readonly<Record<string, string>>;

/** The document as its form begins. */
export function draftOf(document: object): Draft {
  return Object.fromEntries(
    entriesOf(document).map(({ path, value }) => [
      path.join('/'),
      Array.isArray(value) ? value.join('\n') : String(value),
    ]),
  );
}

function isWithin({ min, max }: { readonly min: number; readonly max: number }, text: string): boolean {
  const value = Number(text);
  return /^-?\d{1,6}$/.test(text) && value >= min && value <= max;
}

/** Whether what is typed is what the field takes. */
export function isRight(field: PolicyField, text: string): boolean {
  switch (field.kind) {
    case 'number':
      return isWithin(field, text);
    case 'codes': {
      const lines = linesOf(text);
      return lines.every(isCode) && (field.mayBeEmpty || lines.length > 0);
    }
    case 'code':
      return isCode(text);
    case 'urgency':
      return ['normal', 'soon', 'urgent'].includes(text);
  }
}

/** What the form says, as the document to adopt. */
export function filledDocument(fields: readonly PolicyField[], draft: Draft): Record<string, unknown> {
  return documentOf(
    fields.map((field): Entry => {
      const text = (draft[keyOf(field)] ?? '').trim();
      const values = { number: Number(text), codes: linesOf(text), code: text, urgency: text };
      return { path: field.path, value: values[field.kind] };
    }),
  );
}
