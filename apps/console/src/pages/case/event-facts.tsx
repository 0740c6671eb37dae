import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { HistoryEvent } from '../../types';

const shownFacts = [
  'ground',
  'reason',
  'outcome',
  'solved',
  'passed',
  'as',
  'category',
  'number',
  'interrupts',
  'resumes',
] as const;

/** What an event says in codes, in words. */
export function EventFacts({ event }: { event: HistoryEvent }) {
  const { t, language } = useI18n();
  const categories = useCommunity()?.categories ?? [];
  const named = (value: string) =>
    categories.find(({ category }) => category === value)?.names[language] ??
    t.outcomes[value] ??
    t.codes[value] ??
    t.statuses[value] ??
    value;
  const facts = shownFacts.flatMap((name) => {
    const value = event.data[name];
    if (typeof value === 'boolean') return [`${t.fields[name] ?? name}: ${value ? t.yes : t.no}`];
    return typeof value === 'string' ? [`${t.fields[name] ?? name}: ${named(value)}`] : [];
  });
  return facts.length === 0 ? null : <p className="hint">{facts.join(' · ')}</p>;
}
