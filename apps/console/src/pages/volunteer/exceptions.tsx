import { useRef, useState } from 'react';
import { clockOf, rangesOf, rangeWords, slotsPerDay } from '../../free-time';
import { useI18n } from '../../i18n';
import { isDate } from '../../community-time';
import type { FreeTime } from '../../types';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/field';

type ExceptionOf = FreeTime['exceptions'][number];

interface ExceptionsProps {
  exceptions: readonly ExceptionOf[];
  /** Undefined: to be read only. */
  onChange: ((exceptions: readonly ExceptionOf[]) => void) | undefined;
}

const nothing = { date: '', that: '', from: '', to: '' };

/** Dates on which exactly these hours are free, whatever the week says. A second range of the same date is added to it. */
export function Exceptions({ exceptions, onChange }: ExceptionsProps) {
  const { t, language } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = ({ date, free }: ExceptionOf) =>
    `${date}: ${
      rangesOf(free)
        .map(rangeWords)
        .join(language === 'zh' ? '、' : ', ') || t.volunteers.notAtAll
    }`;
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {t.volunteers.exceptions}
      </h3>
      <p className="hint">{t.volunteers.exceptionsHint}</p>
      {exceptions.length === 0 && <p>{t.volunteers.noExceptions}</p>}
      <ul className="plain">
        {exceptions.map((each) => (
          <li key={each.date} className="actions">
            <span>{words(each)}</span>
            {onChange && (
              <Button
                aria-label={t.volunteers.remove(words(each))}
                onClick={() => {
                  onChange(exceptions.filter((other) => other !== each));
                  heading.current?.focus();
                }}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onChange && <AddException onAdd={(added) => onChange(withException(exceptions, added))} />}
    </>
  );
}

/** Sorted by date; the hours of a date that is there already are joined, unless it is now not free at all. */
export function withException(
  exceptions: readonly ExceptionOf[],
  { date, free }: ExceptionOf,
): readonly ExceptionOf[] {
  const before = exceptions.find((each) => each.date === date);
  const joined = free.length === 0 ? [] : [...new Set([...(before?.free ?? []), ...free])];
  const others = exceptions.filter((each) => each !== before);
  const all = [...others, { date, free: joined.sort((a, b) => a - b) }];
  return all.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function AddException({ onAdd }: { onAdd: (exception: ExceptionOf) => void }) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(nothing);
  const [wrong, setWrong] = useState('');
  const set = (change: Partial<typeof nothing>) => setTyped({ ...typed, ...change });
  const isFree = typed.that === 'free';
  const add = () => {
    const from = Number(typed.from);
    const to = Number(typed.to);
    const isMissing = !isDate(typed.date) || typed.that === '' || (isFree && !(typed.from && typed.to));
    const problem = isMissing ? t.volunteers.dateMissing : t.volunteers.rangeOrder;
    if (isMissing || (isFree && from >= to)) {
      setWrong(problem);
      return;
    }
    const free = isFree ? Array.from({ length: to - from }, (_, index) => from + index) : [];
    onAdd({ date: typed.date, free });
    setTyped(nothing);
    setWrong('');
  };
  const times = Array.from({ length: slotsPerDay + 1 }, (_, slot) => ({
    value: String(slot),
    label: clockOf(slot),
  }));
  const choose = { value: '', label: t.choose };
  return (
    <fieldset className="choice">
      <legend>{t.volunteers.add}</legend>
      {wrong && (
        <p className="error" role="alert">
          {wrong}
        </p>
      )}
      <div className="side-by-side">
        <TextField
          label={t.volunteers.date}
          type="date"
          value={typed.date}
          onChange={({ target }) => set({ date: target.value })}
        />
        <Select
          label={t.volunteers.that}
          options={[
            choose,
            { value: 'not', label: t.volunteers.notAtAll },
            { value: 'free', label: t.volunteers.freeThen },
          ]}
          value={typed.that}
          onChange={({ target }) => set({ that: target.value })}
        />
        {isFree && (
          <>
            <Select
              label={t.volunteers.from}
              options={[choose, ...times.slice(0, -1)]}
              value={typed.from}
              onChange={({ target }) => set({ from: target.value })}
            />
            <Select
              label={t.volunteers.to}
              options={[choose, ...times.slice(1)]}
              value={typed.to}
              onChange={({ target }) => set({ to: target.value })}
            />
          </>
        )}
      </div>
      <Button onClick={add}>{t.volunteers.add}</Button>
    </fieldset>
  );
}
