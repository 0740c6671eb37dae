import { useState } from 'react';
import { rangesOf, rangeWords, weekWords } from '../../free-time';
import { useI18n } from '../../i18n';
import { pointedField } from '../case/pointed-field';
import { ProblemBox } from '../../problem';
import type { FreeTime, VolunteerDetail } from '../../types';
import { Button } from '../../ui/button';
import { FreeGrid } from '../../ui/free-grid';
import { Exceptions } from './exceptions';
import { useMay } from './use-may';
import { useVolunteerAct } from './use-volunteer-act';

const byDay = { from: 12, to: 44 };
const wholeDay = { from: 0, to: 48 };

const isSame = (a: FreeTime, b: FreeTime): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is being changed. News from the server takes its place, unless something is changed and not saved yet. */
function useDraft(saved: FreeTime): readonly [FreeTime, (draft: FreeTime) => void] {
  const [{ base, draft }, set] = useState({ base: saved, draft: saved });
  if (!isSame(saved, base)) set({ base: saved, draft: isSame(draft, base) ? saved : draft });
  return [draft, (next) => set({ base, draft: next })];
}

/** When somebody is free: a week of half-hours, and single days that differ. Nothing counts until it is saved. */
export function FreeTimePanel({ one }: { one: VolunteerDetail }) {
  const { t } = useI18n();
  const may = useMay(one);
  const saved: FreeTime = one.freeTime ?? { weekly: [], exceptions: [] };
  const [draft, setDraft] = useDraft(saved);
  const isNight = draft.weekly.some((slot) => slot % 48 < byDay.from || slot % 48 >= byDay.to);
  const [showsNight, setShowsNight] = useState(isNight);
  const isChanged = !isSame(draft, saved);
  const { act, send } = useVolunteerAct(one, ({ volunteers }) => volunteers.freeTime);
  const mayChange = may('DeclareFreeTime');
  const setWeekly = (weekly: ReadonlySet<number>) =>
    setDraft({ ...draft, weekly: [...weekly].sort((a, b) => a - b) });
  return (
    <section className="panel" aria-labelledby="free-time">
      <h2 id="free-time">{t.volunteers.freeTime}</h2>
      <div className="checks">
        <label>
          <input
            type="checkbox"
            checked={showsNight}
            onChange={({ target }) => setShowsNight(target.checked)}
          />
          {t.volunteers.wholeDay}
        </label>
      </div>
      <FreeGrid
        label={t.volunteers.freeTime}
        weekly={new Set(draft.weekly)}
        shown={showsNight ? wholeDay : byDay}
        onChange={mayChange ? setWeekly : undefined}
      />
      {/* Below the grid: above it, each line more would move the grid away under the finger that paints. */}
      <Summary freeTime={draft} />
      <Exceptions
        exceptions={draft.exceptions}
        onChange={mayChange ? (exceptions) => setDraft({ ...draft, exceptions: [...exceptions] }) : undefined}
      />
      {act.error && <ProblemBox error={act.error} labelOf={(pointer) => pointedField(pointer, t)} />}
      {mayChange && (
        <p className="actions">
          <Button
            kind="primary"
            busy={act.isPending}
            onClick={() => send('DeclareFreeTime', { freeTime: draft })}
          >
            {t.volunteers.save}
          </Button>
          {isChanged && <Button onClick={() => setDraft(saved)}>{t.volunteers.discard}</Button>}
          <span role="status">{isChanged && t.volunteers.unsaved}</span>
        </p>
      )}
    </section>
  );
}

/** The same in words, for who does not see the grid, and for who does. */
function Summary({ freeTime: { weekly, exceptions } }: { freeTime: FreeTime }) {
  const { t, language } = useI18n();
  const joined = (words: readonly string[]) => words.join(language === 'zh' ? '、' : ', ');
  const week = weekWords(weekly, t.volunteers.days, joined);
  return (
    <ul className="plain" aria-label={t.volunteers.summary}>
      {week.length === 0 && <li>{t.volunteers.freeTimeNone}</li>}
      {week.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {exceptions.map(({ date, free }) => (
        <li key={date}>
          {date}: {joined(rangesOf(free).map(rangeWords)) || t.volunteers.notAtAll}
        </li>
      ))}
    </ul>
  );
}
