import type { ColumnType, Projection, Row } from './projection';
import { openCursor } from './order';
import type { Place } from './order';
import { InvalidQuery } from './read-models';
import type { ColumnFilter, Query, Sort, Value } from './read-models';

/** What stands in a column where the row has no value: greater than every value. */
export const absentText = '\u{10ffff}';
export const absentInteger = Number.MAX_SAFE_INTEGER;

export type Condition =
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly Value[] }
  | { readonly kind: 'has'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly column: string; readonly from?: Value; readonly to: Value };

/** A query as adapters run it: checked against the projection, its cursor opened. */
export interface CheckedQuery {
  readonly conditions: readonly Condition[];
  readonly tokens: readonly string[];
  readonly sort: readonly Sort[];
  readonly keyDirection: Sort['direction'];
  /** The last row of the page before: its sort values, and its key. */
  readonly after?: Place;
  readonly limit: number;
}

const limitMax = 1000;

/** @throws InvalidQuery, InvalidCursor */
export function checkedQuery(projection: Projection, query: Query): CheckedQuery {
  const { limit, sort = [], cursor } = query;
  checkLimit(limit);
  checkSort(projection, sort);
  return {
    ...checkedWhere(projection, query),
    sort,
    keyDirection: sort.at(-1)?.direction ?? 'ascending',
    ...(cursor === undefined ? {} : { after: openCursor(projection, sort, cursor) }),
    limit,
  };
}

function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > limitMax)
    throw new InvalidQuery(`limit ${limit} is not between 1 and ${limitMax}`);
}

function checkSort(projection: Projection, sort: readonly Sort[]): void {
  for (const { column } of sort)
    if (typeOf(projection, column) === 'text[]')
      throw new InvalidQuery(`${column} is a set, it has no order`);
}

/** @throws InvalidQuery */
export function checkedWhere(
  projection: Projection,
  query: Pick<Query, 'where' | 'tokens'>,
): Pick<CheckedQuery, 'conditions' | 'tokens'> {
  const conditions = Object.entries(query.where ?? {}).map(([column, filter]) =>
    condition(column, typeOf(projection, column), filter),
  );
  return { conditions, tokens: [...new Set(query.tokens ?? [])] };
}

/** The type of a column. @throws InvalidQuery where the projection has no such column. */
export function typeOf(projection: Projection, column: string): ColumnType {
  const type = Object.hasOwn(projection.columns, column) ? projection.columns[column] : undefined;
  if (type === undefined) throw new InvalidQuery(`${projection.name} has no column ${column}`);
  return type;
}

function condition(column: string, type: ColumnType, filter: ColumnFilter): Condition {
  if (typeof filter !== 'object') return { kind: 'in', column, values: [checkedValue(column, type, filter)] };
  if (isList(filter))
    return {
      kind: 'in',
      column,
      values: [...new Set(filter)].map((value) => checkedValue(column, type, value)),
    };
  if ('has' in filter) return hasCondition(column, type, filter.has);
  const absent = type === 'integer' ? absentInteger : absentText;
  return {
    kind: 'range',
    column,
    ...(filter.from === undefined ? {} : { from: checkedValue(column, type, filter.from) }),
    to: filter.to === undefined ? absent : checkedValue(column, type, filter.to),
  };
}

function hasCondition(column: string, type: ColumnType, has: string | readonly string[]): Condition {
  if (type !== 'text[]') throw new InvalidQuery(`${column} is no set`);
  return { kind: 'has', column, values: typeof has === 'string' ? [has] : [...new Set(has)] };
}

function isList(filter: ColumnFilter): filter is readonly Value[] {
  return Array.isArray(filter);
}

function checkedValue(column: string, type: ColumnType, value: Value): Value {
  if (typeof value !== (type === 'integer' ? 'number' : 'string') || type === 'text[]')
    throw new InvalidQuery(`${column} is ${type}: no filter by ${typeof value}`);
  return value;
}

/** What a row has in a column, as adapters store and compare it. @throws Error where the row breaks its projection's promise. */
export function columnValue(projection: Projection, row: Row, column: string): Value {
  const value = row[column];
  if (projection.columns[column] === 'integer') return integerValue(projection, column, value);
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return absentText;
  throw new Error(`${projection.name}.${column} is no text`);
}

function integerValue({ name }: Projection, column: string, value: unknown): number {
  if (value === undefined || value === null) return absentInteger;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (Number.isSafeInteger(value)) return value as number;
  throw new Error(`${name}.${column} is no integer`);
}

/** The elements of a `text[]` column, each once. */
export function setValues(projection: Projection, row: Row, column: string): readonly string[] {
  const value = row[column];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw new Error(`${projection.name}.${column} is no text[]`);
  return [...new Set(value)];
}

export function isAbsent(value: Value): boolean {
  return value === absentText || value === absentInteger;
}
