import { isDeepStrictEqual } from 'node:util';
import type { Row } from './projection';
import type { StoredRow } from './read-models';

export interface Difference {
  readonly view: string;
  readonly key: string;
  readonly stream: string;
  /** `missing`: the log says there is such a row. `unexpected`: it does not. */
  readonly kind: 'missing' | 'unexpected' | 'different';
  /** Fields in which a different row differs; `lastRevision`, `gone`, search `tokens`, the
   * `columns` that queries go by and the `checkpoint` are named so too. */
  readonly fields?: readonly string[];
}

/** In what a stored row is not the one that the log gives. */
export function differenceOf(
  expected: StoredRow,
  stored: StoredRow | undefined,
): Pick<Difference, 'kind' | 'fields'> | undefined {
  if (stored === undefined) return { kind: 'missing' };
  const row = expected.row === null ? null : (JSON.parse(JSON.stringify(expected.row)) as Row);
  const fields = [
    ...(stored.lastRevision === expected.lastRevision ? [] : ['lastRevision']),
    ...fieldsThatDiffer(row, stored.row),
  ];
  return fields.length === 0 ? undefined : { kind: 'different', fields };
}

function fieldsThatDiffer(a: Row | null, b: Row | null): readonly string[] {
  if (a === null || b === null) return a === b ? [] : ['gone'];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => !isDeepStrictEqual(a[field], b[field]),
  );
}
