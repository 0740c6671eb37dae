import { countWords, localeOf } from '@threekeys/api-client/unit-words';
import { localClock } from './community-time';
import type { I18n } from './i18n';

/** In which language, and by whose clocks. */
type Locally = Pick<I18n, 'language' | 'offsetMinutes'>;

const dayMs = 86_400_000;
const timeZone = 'UTC';

/** “today 14:30”, “明天 09:00”; further away the date. */
export function whenWords(instant: string, now: string, locally: Locally): string {
  const locale = localeOf[locally.language];
  const at = localClock(instant, locally.offsetMinutes);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const days = dayOf(at) - dayOf(localClock(now, locally.offsetMinutes));
  const isNear = Math.abs(days) <= 1;
  const day = isNear
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    : dayWords(instant, locally);
  return `${day} ${time.format(at)}`;
}

const dayOf = (local: Date): number => Math.floor(local.getTime() / dayMs);

/** A time span in its largest unit: “3 hours”, “2 天”. */
export function spanWords(
  fromInstant: string,
  toInstant: string,
  { language }: Pick<Locally, 'language'>,
): string {
  const minutes = Math.max(1, Math.floor((Date.parse(toInstant) - Date.parse(fromInstant)) / 60_000));
  const [value, unit]: [number, 'minute' | 'hour' | 'day'] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 2880
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return countWords(value, unit, language);
}

/** The day alone: “24 Nov”, “11月24日”. */
export function dayWords(instant: string, { language, offsetMinutes }: Locally): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeZone, month: 'short', day: 'numeric' }).format(
    localClock(instant, offsetMinutes),
  );
}
