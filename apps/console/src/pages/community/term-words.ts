import { localDateOf } from '../../community-time';
import { useI18n } from '../../i18n';
import { lastMoment } from './term';

/** “from 2026-03-01 · until 2026-08-31”, by its first and its last day; empty where it is not limited. */
export function useTermWords(): (term: { readonly from?: string; readonly until?: string }) => string {
  const { t, offsetMinutes } = useI18n();
  const day = (instant: string) => localDateOf(instant, offsetMinutes);
  return ({ from, until }) =>
    [from && t.community.fromDay(day(from)), until && t.community.untilDay(day(lastMoment(until)))]
      .filter(Boolean)
      .join(' · ');
}
