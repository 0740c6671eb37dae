import { useI18n } from './i18n';
import { localDateOf, localTextOf } from './community-time';

/** A span of time in words: its date once, where it begins and ends on the same local day. */
export function useWindowWords(): (window: { readonly from: string; readonly to: string }) => string {
  const { time, offsetMinutes } = useI18n();
  return ({ from, to }) =>
    localDateOf(from, offsetMinutes) === localDateOf(to, offsetMinutes)
      ? `${time(from)}–${localTextOf(to, offsetMinutes).slice(11)}`
      : `${time(from)} – ${time(to)}`;
}
