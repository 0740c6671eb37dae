import type { operations } from './api.generated';

export type Language = 'zh' | 'en';
export const localeOf = { zh: 'zh-CN', en: 'en-GB' } as const;

type Community = operations['readCommunity']['responses'][200]['content']['application/json'];
type NumberTerm = Extract<Community['policyTerms'][number], { kind: 'number' }>;
/** What a number of the policy counts. */
export type Unit = NonNullable<NumberTerm['unit']>;

/** A number of the policy, by what it counts, as people say it: “08:00”, “7 days”, “UTC+08:00”. */
export function unitWords(value: number, unit: Unit, language: Language): string {
  switch (unit) {
    case 'minutes':
      return durationWords(value, language);
    case 'hours':
      return durationWords(value * 60, language);
    case 'days':
      return countWords(value, 'day', language);
    case 'percent':
      return countWords(value, 'percent', language);
    case 'minute-of-day':
      return clockOf(value);
    case 'utc-offset':
      return `UTC${offsetOf(value)}`;
  }
}

/** “3 hours”, “2天”. */
export function countWords(
  value: number,
  unit: 'minute' | 'hour' | 'day' | 'percent',
  language: Language,
): string {
  const style = { style: 'unit', unit, unitDisplay: unit === 'percent' ? 'short' : 'long' } as const;
  return new Intl.NumberFormat(localeOf[language], style).format(value);
}

/** How long, to the minute: “24 hours”, “7 days”, “2天12小时”. */
export function durationWords(minutes: number, language: Language): string {
  const days = minutes < 2880 ? 0 : Math.floor(minutes / 1440);
  const hours = Math.floor((minutes - days * 1440) / 60);
  const parts = [
    ...(days > 0 ? [countWords(days, 'day', language)] : []),
    ...(hours > 0 ? [countWords(hours, 'hour', language)] : []),
    ...(minutes % 60 > 0 || minutes === 0 ? [countWords(minutes % 60, 'minute', language)] : []),
  ];
  return parts.join(language === 'zh' ? '' : ' ');
}

/** A minute of the day by the clock: “08:00”. */
export const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((each) => String(each).padStart(2, '0')).join(':');

/** Minutes east of UTC: “+08:00”. */
export const offsetOf = (minutes: number): string => (minutes < 0 ? '-' : '+') + clockOf(Math.abs(minutes));
