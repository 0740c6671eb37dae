import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { HistoryEvent } from '../../types';
import { factsOf } from './event-words';

/** What an event says in codes, in words. */
export function EventFacts({ event }: { event: HistoryEvent }) {
  const { t, language, time } = useI18n();
  const facts = factsOf(event, { t, language, time, community: useCommunity() });
  return facts.length === 0 ? null : <p className="hint">{facts.join(' · ')}</p>;
}
