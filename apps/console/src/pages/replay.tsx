import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { api, ServerSaidNo } from '../api';
import { useI18n } from '../i18n';
import { PageTitle } from '../page';
import { paths } from '../paths';
import type { CaseDetail, History, HistoryEvent, StateAt } from '../types';
import { Button } from '../ui/button';
import { EventFacts } from './case/event-facts';
import { NotFoundPage } from './not-found';
import { FourAnswers } from './replay/four-answers';
import { Changes, StateTable } from './replay/state';

/** Steps through a history: the state then, what this step changed, who, when known, when it happened. Nothing here acts. */
export function ReplayPage({ number }: { number: string }) {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const { history, error, isForOthers } = useHistory(number);
  if (error instanceof ServerSaidNo && error.status === 404) return <NotFoundPage />;
  if (error) return <p role="alert">{error.message}</p>;
  if (isForOthers) return <NoHistory number={number} />;
  if (!history.data) return <p className="loading">{t.loading}</p>;
  const { events } = history.data;
  const asked = Number(search.get('step') ?? events.length);
  const step = Math.min(Math.max(Number.isInteger(asked) ? asked : events.length, 1), events.length);
  const goTo = (next: number) =>
    navigate(paths.replay(number, Math.min(Math.max(next, 1), events.length)), { replace: true });
  const event = events[step - 1];
  return (
    <>
      <PageTitle>{t.replay.title(history.data.number)}</PageTitle>
      <p>
        <Link href={paths.case(number)}>{t.replay.back}</Link>
      </p>
      <Slider events={events} step={step} goTo={goTo} />
      {event && <Step number={number} event={event} events={events} />}
    </>
  );
}

/** What happened, asked for by those alone who may read it. */
function useHistory(number: string) {
  const at = `/api/cases/${encodeURIComponent(number)}`;
  const detail = useQuery({ queryKey: ['live', 'case', number], queryFn: () => api.get<CaseDetail>(at) });
  const history = useQuery({
    queryKey: ['live', 'history', number],
    queryFn: () => api.get<History>(`${at}/history`),
    enabled: detail.data?.hasHistory ?? false,
  });
  const isForOthers = detail.data?.hasHistory === false;
  return { history, error: detail.error ?? history.error, isForOthers };
}

/** Who is only asked to help, or answers for a compound, sees the case as it is now. */
function NoHistory({ number }: { number: string }) {
  const { t } = useI18n();
  return (
    <>
      <PageTitle>{t.replay.title(number)}</PageTitle>
      <p>{t.replay.notForYou}</p>
      <p>
        <Link href={paths.case(number)}>{t.replay.back}</Link>
      </p>
    </>
  );
}

interface SliderProps {
  events: readonly HistoryEvent[];
  step: number;
  goTo: (step: number) => void;
}

function Slider({ events, step, goTo }: SliderProps) {
  const { t, time } = useI18n();
  const event = events[step - 1];
  const text = event
    ? `${t.replay.stepOf(step, events.length)}: ${t.events[event.type] ?? event.type}, ${time(event.recordedAt)}`
    : '';
  const jump = (pressed: KeyboardEvent) => {
    const by = { PageUp: 10, PageDown: -10 }[pressed.key];
    if (by === undefined) return;
    pressed.preventDefault();
    goTo(step + by);
  };
  return (
    <section className="panel" aria-label={t.replay.step}>
      <label>
        <span className="visually-hidden">{t.replay.step}</span>
        <input
          type="range"
          className="replay-slider"
          min={1}
          max={events.length}
          value={step}
          aria-valuetext={text}
          onKeyDown={jump}
          onChange={({ target }) => goTo(Number(target.value))}
        />
      </label>
      <p role="status">{text}</p>
      <p className="actions">
        <Button disabled={step === 1} onClick={() => goTo(1)}>
          {t.replay.firstStep}
        </Button>
        <Button disabled={step === 1} onClick={() => goTo(step - 1)}>
          {t.replay.previous}
        </Button>
        <Button disabled={step === events.length} onClick={() => goTo(step + 1)}>
          {t.replay.next}
        </Button>
        <Button disabled={step === events.length} onClick={() => goTo(events.length)}>
          {t.replay.lastStep}
        </Button>
      </p>
    </section>
  );
}

interface StepProps {
  number: string;
  event: HistoryEvent;
  events: readonly HistoryEvent[];
}

/** The state after an event, and the one before it. Both are there once it is `ready`. */
function useStates(number: string, { revision }: HistoryEvent) {
  const stateAt = (at: number) => ({
    queryKey: ['state', number, at],
    queryFn: () => api.get<StateAt>(`/api/cases/${encodeURIComponent(number)}/state?revision=${String(at)}`),
    enabled: at >= 0,
    staleTime: Infinity,
  });
  const now = useQuery(stateAt(revision));
  const before = useQuery(stateAt(revision - 1));
  return {
    now: now.data?.state,
    before: before.data?.state,
    ready: now.data !== undefined && (revision === 0 || before.data !== undefined),
    failure: now.error ?? before.error,
  };
}

function Step({ number, event, events }: StepProps) {
  const { t, time } = useI18n();
  const { now, before, ready, failure } = useStates(number, event);
  const cause = events.find(({ id }) => id === event.causationId);
  return (
    <div className="columns">
      <div>
        <section className="panel">
          <h2>{t.replay.changedHere}</h2>
          {failure && <p role="alert">{failure.message}</p>}
          {ready && now && <Changes before={before} after={now} />}
        </section>
        <section className="panel" aria-label={t.replay.stateThen}>
          <h2>{t.replay.stateThen}</h2>
          {now && <StateTable state={now} />}
        </section>
        {/* What comes above it would push it out of the window of who types there already. */}
        {(ready || failure) && <FourAnswers key={event.id} number={number} at={event.recordedAt} />}
      </div>
      <aside className="panel">
        <h2>{t.events[event.type] ?? event.type}</h2>
        <EventFacts event={event} />
        <dl>
          <dt>{t.replay.who}</dt>
          <dd>
            {event.actor.id} ({t.roles[event.actor.role] ?? event.actor.role})
          </dd>
          <dt>{t.replay.known}</dt>
          <dd>{time(event.recordedAt)}</dd>
          <dt>{t.replay.happened}</dt>
          <dd>{time(event.occurredAt)}</dd>
          {cause && (
            <>
              <dt>{t.replay.cause}</dt>
              <dd>
                <Link href={paths.replay(number, cause.revision + 1)}>
                  {t.events[cause.type] ?? cause.type}
                </Link>
              </dd>
            </>
          )}
          <dt>{t.replay.bytes}</dt>
          <dd className="hash">{event.leafHash}</dd>
        </dl>
      </aside>
    </div>
  );
}
