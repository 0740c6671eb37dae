import type { CheckedQuery, Condition, Value } from '@threekeys/read-models';
import type { SetTable, TableShape } from './table-shape';
import { named } from './table-shape';

export interface SqlQuery {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

/** Which table gives the rows in their order, and under which names it has the columns. */
export interface Driver {
  readonly from: string;
  readonly conditions: readonly SqlQuery[];
  /** A column as this driver calls it: its own copy where it has one. */
  readonly column: (name: string) => string;
  readonly key: string;
  readonly id: string;
  /** Conditions that the driver has taken care of. */
  readonly answered: readonly Condition[];
}

/** The best way to the rows: a word's posting list, a set's side table, else the rows themselves. */
export function driverOf(shape: TableShape, query: CheckedQuery, tokens: readonly string[]): Driver {
  if (tokens.length > 0) return tokenDriver(shape, query, tokens);
  const has = query.conditions.find((each) => each.kind === 'has');
  const set = has === undefined ? undefined : bestSet(shape, query, has.column);
  return has === undefined || set === undefined ? rowDriver(shape) : setDriver(shape, set, has);
}

/**
 * Conditions of which each alone leaves so many rows that sorting them takes longer than walking all rows in the order
 * asked for; none where an index gives the order under the conditions, or none gives it at all.
 */
export function conditionsToWeigh({ indexes }: TableShape, query: CheckedQuery): readonly Condition[] {
  const { conditions, tokens, sort } = query;
  const first = sort[0]?.column;
  const isPlain = tokens.length === 0 && conditions.every(({ kind }) => kind !== 'has');
  if (!isPlain || !indexes.some(({ columns }) => columns[0] === first)) return [];
  const fixed = new Set(conditions.filter(({ kind }) => kind === 'in').map(({ column }) => column));
  const isOrdered = indexes.some(({ columns }) => {
    const at = columns.findIndex((column) => column === first);
    return at > 0 && columns.slice(0, at).every((column) => fixed.has(column));
  });
  return isOrdered ? [] : conditions;
}

/** Counts the rows of one condition, no further than needed. Undefined where no index finds them. */
export function weighingQuery(
  { table, indexes }: TableShape,
  condition: Condition,
  rowsMax: number,
): SqlQuery | undefined {
  if (!indexes.some(({ columns }) => columns[0] === condition.column)) return undefined;
  const driver = rowDriver({ table });
  const { sql, parameters } = conditionSql({ rows: '' }, condition, driver.column);
  return {
    sql: `SELECT count(*) AS rows FROM (SELECT 1 FROM ${driver.from} WHERE ${alive.sql} AND ${sql} LIMIT ${rowsMax})`,
    parameters,
  };
}

/** All rows in the order of an index: `+` keeps SQLite from looking conditions up in another one. */
export function walkingDriver(shape: TableShape, { sort }: CheckedQuery): Driver {
  const driver = rowDriver(shape);
  const ordered = new Set(sort.map(({ column }) => column));
  return { ...driver, column: (name) => `${ordered.has(name) ? '' : '+'}${driver.column(name)}` };
}

const alive: SqlQuery = { sql: 'r.gone = 0', parameters: [] };

function rowDriver({ table }: Pick<TableShape, 'table'>): Driver {
  return {
    from: `${table} r`,
    conditions: [alive],
    column: (name) => `r.${named(name)}`,
    key: 'r.key',
    id: 'r.id',
    answered: [],
  };
}

/** Walks the rarest token's rows in their order and asks for each whether it has the others. */
function tokenDriver(
  { table, search }: TableShape,
  { sort }: CheckedQuery,
  [rarest, ...others]: readonly string[],
): Driver {
  if (search === undefined) return { ...rowDriver({ table }), conditions: [{ sql: '0', parameters: [] }] };
  const { tokens, order } = search;
  const walks = sort.length > 0 && sort[0]?.column === order;
  return {
    from: `${tokens} t CROSS JOIN ${table} r ON r.id = t.id`,
    conditions: [
      { sql: 't.token = ?', parameters: [rarest ?? ''] },
      ...others.map((token) => ({
        sql: `EXISTS (SELECT 1 FROM ${tokens} o WHERE o.token = ? AND o.at = t.at AND o.id = t.id)`,
        parameters: [token],
      })),
      alive,
    ],
    column: (name) => (walks && name === order ? 't.at' : `r.${named(name)}`),
    key: 'r.key',
    id: 'r.id',
    answered: [],
  };
}

function setDriver({ table }: TableShape, set: SetTable, has: Extract<Condition, { kind: 'has' }>): Driver {
  const own = new Set(set.columns);
  return {
    from: `${set.table} s CROSS JOIN ${table} r ON r.id = s.id`,
    conditions: [{ sql: among('s.value', has.values), parameters: has.values }],
    column: (name) => `${own.has(name) ? 's' : 'r'}.${named(name)}`,
    key: 's.key',
    id: 's.id',
    answered: [has],
  };
}

/** The side table whose columns the conditions fix one after the other, and which then has the order asked for. */
function bestSet({ sets }: TableShape, query: CheckedQuery, set: string): SetTable | undefined {
  const fixed = new Set(query.conditions.filter((each) => each.kind === 'in').map(({ column }) => column));
  const score = ({ columns }: SetTable): number => {
    const open = columns.findIndex((column) => !fixed.has(column));
    const prefix = open < 0 ? columns.length : open;
    return 2 * prefix + (columns[prefix] === query.sort[0]?.column ? 1 : 0);
  };
  return sets
    .filter((each) => each.set === set)
    .reduce<SetTable | undefined>(
      (best, each) => (best !== undefined && score(best) >= score(each) ? best : each),
      undefined,
    );
}

export function conditionSql(
  shape: Pick<TableShape, 'rows'>,
  condition: Condition,
  column: (name: string) => string,
): SqlQuery {
  switch (condition.kind) {
    case 'has':
      return {
        sql: `EXISTS (SELECT 1 FROM ${shape.rows} j, json_each(j.row, '$.${condition.column}') e WHERE j.id = r.id AND ${among('e.value', condition.values)})`,
        parameters: condition.values,
      };
    case 'range': {
      const name = column(condition.column);
      const below = { sql: `${name} < ?`, parameters: [condition.to] };
      if (condition.from === undefined) return below;
      return { sql: `${name} >= ? AND ${below.sql}`, parameters: [condition.from, condition.to] };
    }
    case 'in': {
      const name = column(condition.column);
      return { sql: among(name, condition.values), parameters: condition.values };
    }
  }
}

function among(name: string, values: readonly Value[]): string {
  return values.length === 1 ? `${name} = ?` : `${name} IN (${values.map(() => '?').join(', ')})`;
}
