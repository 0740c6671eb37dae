import { useCommunity } from './community';
import { useI18n } from './i18n';
import { chinaOffsetMinutes, localDateOf, localTextOf } from './community-time';

/** A span of time in words: its date once, where it begins and ends on the same local day. */
export function useWindowWords(): (window: { readonly from: string; readonly to: string }) => string {
  const { time } = useI18n();
  const offset = useCommunity()?.policy.timeZoneOffsetMinutes ?? chinaOffsetMinutes;
  return ({ from, to }) =>
    localDateOf(from, offset) === localDateOf(to, offset)
      ? `${time(from)}–${localTextOf(to, offset).slice(11)}`
      : `${time(from)} – ${time(to)}`;
}
