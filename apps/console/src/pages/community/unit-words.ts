import type { Language } from '../../i18n';
import { countWords, durationWords } from '../../local-time';
import type { Community } from '../../types';

type NumberTerm = Extract<Community['policyTerms'][number], { kind: 'number' }>;
export type Unit = NonNullable<NumberTerm['unit']>;

/** A number of the policy, by what it counts, as people say it: “08:00”, “7 days”, “UTC+08:00”. */
export function unitWords(value: number, unit: Unit, language: Language): string {
  switch (unit) {
    case 'minutes':
      return durationWords(value, { language });
    case 'hours':
      return durationWords(value * 60, { language });
    case 'days':
      return countWords(value, 'day', { language });
    case 'percent':
      return countWords(value, 'percent', { language });
    case 'minute-of-day':
      return clockOf(value);
    case 'utc-offset':
      return `UTC${offsetOf(value)}`;
  }
}

/** As it is typed: a time of day and an offset by the clock, everything else as a number. */
export function typedOf(value: number, unit: Unit | undefined): string {
  if (unit === 'minute-of-day') return clockOf(value);
  return unit === 'utc-offset' ? offsetOf(value) : String(value);
}

/** What was typed; NaN where it is no such value. */
export function numberTyped(text: string, unit: Unit | undefined): number {
  if (unit !== 'minute-of-day' && unit !== 'utc-offset') return /^-?\d{1,6}$/.test(text) ? Number(text) : NaN;
  const form = unit === 'minute-of-day' ? /^()(\d{1,2}):([0-5]\d)$/ : /^([+-])(\d{1,2}):([0-5]\d)$/;
  const [, sign, hours, minutes] = form.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((each) => String(each).padStart(2, '0')).join(':');

const offsetOf = (minutes: number): string => (minutes < 0 ? '-' : '+') + clockOf(Math.abs(minutes));
