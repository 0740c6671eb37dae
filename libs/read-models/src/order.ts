import type { Projection } from './projection';
import { InvalidCursor } from './read-models';
import type { Sort, Value } from './read-models';

/** Where a row stands in a sorted list: its sort values, and its key. */
export interface Place {
  readonly values: readonly Value[];
  readonly key: string;
}

/** Compares two places of one list. */
export function orderOf(
  sort: readonly Sort[],
  keyDirection: Sort['direction'],
): (a: Place, b: Place) => number {
  const signs = [...sort.map(({ direction }) => direction), keyDirection].map((each) =>
    each === 'ascending' ? 1 : -1,
  );
  return (a, b) => {
    for (const [i, sign] of signs.entries()) {
      const compared = compareValues(a.values[i] ?? a.key, b.values[i] ?? b.key);
      if (compared !== 0) return sign * compared;
    }
    return 0;
  };
}

/** Numbers by size, text by its UTF-8 bytes, as databases do. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a), 'utf8'), Buffer.from(String(b), 'utf8'));
}

/** Where a page ended, for the next one. */
export function cursorAt(sort: readonly Sort[], { values, key }: Place): string {
  return Buffer.from(JSON.stringify([signature(sort), values, key]), 'utf8').toString('base64url');
}

function signature(sort: readonly Sort[]): string {
  return sort.map(({ column, direction }) => `${direction === 'ascending' ? '+' : '-'}${column}`).join('');
}

/** @throws InvalidCursor where it was not made by this sort. */
export function openCursor(projection: Projection, sort: readonly Sort[], cursor: string): Place {
  const [signed, values, key] = parsedCursor(cursor);
  const fits =
    signed === signature(sort) &&
    typeof key === 'string' &&
    Array.isArray(values) &&
    values.length === sort.length &&
    sort.every(
      ({ column }, i) =>
        typeof values[i] === (projection.columns[column] === 'integer' ? 'number' : 'string'),
    );
  if (!fits) throw new InvalidCursor();
  return { values: values as Value[], key };
}

function parsedCursor(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed)) return parsed;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InvalidCursor();
}
