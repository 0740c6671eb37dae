import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { clockOf, daysPerWeek, painted, rangeWords, slotsPerDay } from '../free-time';
import type { Cell } from '../free-time';
import { useI18n } from '../i18n';

interface FreeGridProps {
  label: string;
  /** Half-hours of the week that are free: 0 = Monday 00:00. */
  weekly: ReadonlySet<number>;
  /** Undefined: to be read only. */
  onChange: ((weekly: ReadonlySet<number>) => void) | undefined;
  /** Half-hours of the day that are shown: [from, to). */
  shown: { readonly from: number; readonly to: number };
}

/** What is painted over a rectangle, from the week as it was before. */
interface Stroke {
  readonly anchor: Cell;
  readonly before: ReadonlySet<number>;
  readonly free: boolean;
}

const steps: Readonly<Record<string, Cell>> = {
  ArrowUp: { day: 0, slot: -1 },
  ArrowDown: { day: 0, slot: 1 },
  ArrowLeft: { day: -1, slot: 0 },
  ArrowRight: { day: 1, slot: 0 },
  Home: { day: 0, slot: -slotsPerDay },
  End: { day: 0, slot: slotsPerDay },
};

/** Strokes over the week, by pointer or by Shift with the arrows: each paints from the week as it was when it began. */
function useStrokes({ weekly, onChange }: Pick<FreeGridProps, 'weekly' | 'onChange'>) {
  const { t } = useI18n();
  const stroke = useRef<Stroke | undefined>(undefined);
  const [said, setSaid] = useState('');
  const paint = (to: Cell) => {
    if (!stroke.current || !onChange) return;
    const { anchor, before, free } = stroke.current;
    onChange(painted(before, [anchor, to], free));
    const slots = { from: Math.min(anchor.slot, to.slot), to: Math.max(anchor.slot, to.slot) + 1 };
    const days = [...new Set([Math.min(anchor.day, to.day), Math.max(anchor.day, to.day)])];
    const names = days.map((day) => t.volunteers.days[day]).join(' – ');
    setSaid(`${names} ${rangeWords(slots)}: ${free ? t.volunteers.freeWord : t.volunteers.busyWord}`);
  };
  return {
    said,
    paint,
    isUnderWay: () => stroke.current !== undefined,
    begin: (anchor: Cell, free: boolean) => {
      stroke.current = { anchor, before: weekly, free };
    },
    end: () => {
      stroke.current = undefined;
    },
  };
}

const isFree = (weekly: ReadonlySet<number>, { day, slot }: Cell): boolean =>
  weekly.has(day * slotsPerDay + slot);

/** WAI-ARIA APG: grid with one tab stop. Days are columns, half-hours rows. */
export function FreeGrid({ label, weekly, onChange, shown }: FreeGridProps) {
  const { t } = useI18n();
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<Cell>({ day: 0, slot: Math.max(shown.from, 16) });
  const strokes = useStrokes({ weekly, onChange });
  const keys = useGridKeys({ weekly, shown, focused, strokes });
  const active = { ...focused, slot: Math.min(Math.max(focused.slot, shown.from), shown.to - 1) };
  const moveTo = (cell: Cell) => {
    setFocused(cell);
    grid.current
      ?.querySelector<HTMLElement>(`[data-cell="${String(cell.day)}-${String(cell.slot)}"]`)
      ?.focus();
  };
  const pointers = {
    onPointerDown: (event: PointerEvent) => {
      const cell = cellAt(event);
      if (!cell || !onChange || event.button !== 0 || !event.isPrimary) return;
      event.preventDefault();
      moveTo(cell);
      strokes.begin(cell, !isFree(weekly, cell));
      strokes.paint(cell);
    },
    onPointerMove: (event: PointerEvent) => {
      const isPainting = strokes.isUnderWay() && event.isPrimary && event.buttons === 1;
      const cell = isPainting ? cellAt(event) : undefined;
      if (cell) strokes.paint(cell);
    },
    onPointerUp: (event: PointerEvent) => {
      const cell = strokes.isUnderWay() && event.isPrimary ? cellAt(event) : undefined;
      // A quick finger is lifted further on than where it was last heard of.
      if (cell) strokes.paint(cell);
      strokes.end();
    },
    onPointerCancel: strokes.end,
  };
  const slots = Array.from({ length: shown.to - shown.from }, (_, index) => shown.from + index);
  return (
    <>
      <table
        ref={grid}
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        aria-readonly={onChange === undefined}
        aria-describedby={`${id}-hint`}
        className="free-grid"
        onKeyDown={(event) => {
          const cell = keys(event);
          if (cell) moveTo(cell);
        }}
        onKeyUp={({ key }) => {
          if (key === 'Shift') strokes.end();
        }}
        {...pointers}
      >
        <thead>
          <tr>
            <td />
            {t.volunteers.days.map((day, index) => (
              <th key={day} scope="col">
                <abbr title={day}>{t.volunteers.shortDays[index]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <HalfHour key={slot} {...{ slot, weekly, active }} onFocus={setFocused} />
          ))}
        </tbody>
      </table>
      <p id={`${id}-hint`} className="hint">
        {onChange && t.volunteers.freeTimeHint}
      </p>
      <p role="status" className="visually-hidden">
        {strokes.said}
      </p>
    </>
  );
}

interface HalfHourProps {
  slot: number;
  weekly: ReadonlySet<number>;
  /** The tab stop. */
  active: Cell;
  onFocus: (cell: Cell) => void;
}

/** A half-hour on each day. */
function HalfHour({ slot, weekly, active, onFocus }: HalfHourProps) {
  const { t } = useI18n();
  const isFullHour = slot % 2 === 0;
  return (
    <tr className={isFullHour ? 'full-hour' : ''}>
      <th scope="row">
        <span className={isFullHour ? '' : 'visually-hidden'}>{clockOf(slot)}</span>
      </th>
      {t.volunteers.days.map((name, day) => {
        const free = isFree(weekly, { day, slot });
        const state = free ? t.volunteers.freeWord : t.volunteers.busyWord;
        return (
          <td
            key={name}
            role="gridcell"
            data-cell={`${String(day)}-${String(slot)}`}
            tabIndex={active.day === day && active.slot === slot ? 0 : -1}
            aria-selected={free}
            aria-label={`${name} ${clockOf(slot)} ${state}`}
            onFocus={() => onFocus({ day, slot })}
          >
            <span aria-hidden="true">{free ? '✓' : ''}</span>
          </td>
        );
      })}
    </tr>
  );
}

interface GridKeys extends Pick<FreeGridProps, 'weekly' | 'shown'> {
  focused: Cell;
  strokes: ReturnType<typeof useStrokes>;
}

/** What each key does; the cell to go to, where it goes anywhere. */
function useGridKeys({ weekly, shown, focused, strokes }: GridKeys) {
  return (event: KeyboardEvent): Cell | undefined => {
    const step = steps[event.key];
    if (event.key === ' ') {
      event.preventDefault();
      strokes.begin(focused, !isFree(weekly, focused));
      strokes.paint(focused);
      strokes.end();
    }
    if (!step) return undefined;
    event.preventDefault();
    const to = {
      day: Math.min(Math.max(focused.day + step.day, 0), daysPerWeek - 1),
      slot: Math.min(Math.max(focused.slot + step.slot, shown.from), shown.to - 1),
    };
    if (event.shiftKey) {
      if (!strokes.isUnderWay()) strokes.begin(focused, isFree(weekly, focused));
      strokes.paint(to);
    }
    return to;
  };
}

/** The cell under the pointer: a finger that was pressed on one cell reports that one for ever. */
function cellAt({ clientX, clientY }: PointerEvent): Cell | undefined {
  const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-cell]');
  const [day, slot] = (found?.dataset.cell ?? '').split('-').map(Number);
  return day === undefined || slot === undefined || Number.isNaN(day) ? undefined : { day, slot };
}
