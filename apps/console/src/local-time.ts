import type { Language } from './i18n';

const timeZone = 'Asia/Shanghai';
const localeOf = { zh: 'zh-CN', en: 'en-GB' } as const;
const dayMs = 86_400_000;

/** The community's day of an instant, counted from some first day. */
function dayOf(instant: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / dayMs);
}

/** “today 14:30”, “明天 09:00”; further away the date. */
export function whenWords(instant: string, now: string, language: Language): string {
  const locale = localeOf[language];
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const days = dayOf(instant) - dayOf(now);
  const isNear = Math.abs(days) <= 1;
  const day = isNear
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    : new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' }).format(at);
  return `${day} ${time.format(at)}`;
}

/** A time span in its largest unit: “3 hours”, “2 天”. */
export function spanWords(fromInstant: string, toInstant: string, language: Language): string {
  const minutes = Math.max(1, Math.floor((Date.parse(toInstant) - Date.parse(fromInstant)) / 60_000));
  const [value, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return new Intl.NumberFormat(localeOf[language], { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}

/** The day alone: “24 Nov”, “11月24日”. */
export function dayWords(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeZone, month: 'short', day: 'numeric' }).format(
    new Date(instant),
  );
}
