import { useI18n } from '../../i18n';
import type { HistoryEvent } from '../../types';
import { EventFacts } from './event-facts';
import { actorWords } from './event-words';
import { useVolunteerNames } from './volunteer-names';
import { volunteerIn } from './volunteer-words';
import { wordsIn } from './words-in';

/** What happened, newest last. Words of people are never folded away. */
export function Story({ events }: { events: readonly HistoryEvent[] }) {
  const { t, time } = useI18n();
  const asked = events.map((event) => volunteerIn(event, events));
  const nameOf = useVolunteerNames([...new Set(asked.filter((each) => each !== undefined))]);
  return (
    <ol className="story">
      {events.map((event, index) => (
        <li key={event.revision}>
          <p>
            <strong>{t.events[event.type] ?? event.type}</strong>{' '}
            <time dateTime={event.recordedAt}>{time(event.recordedAt)}</time> · {actorWords(event.actor, t)}
          </p>
          {event.occurredAt < event.recordedAt && (
            <p className="hint">{t.case.late(time(event.occurredAt))}</p>
          )}
          {wordsIn(event.data).map((words) => (
            <blockquote key={words}>{words}</blockquote>
          ))}
          {asked[index] !== undefined && <p>{nameOf(asked[index])}</p>}
          <EventFacts event={event} />
        </li>
      ))}
    </ol>
  );
}
