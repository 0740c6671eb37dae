import type { CheckedQuery, Condition, Value } from '@threekeys/read-models';
import type { SetTable, TableShape } from './table-shape';
import { named } from './table-shape';

export interface SqlQuery {
  readonly sql: string;
  readonly parameters: readonly Value[];
}

/** Which table gives the rows in their order, and under which names it has the columns. */
interface Driver {
  readonly from: string;
  readonly conditions: readonly SqlQuery[];
  /** A column as this driver calls it: its own copy where it has one. */
  readonly column: (name: string) => string;
  readonly key: string;
  readonly id: string;
  /** Conditions that the driver has taken care of. */
  readonly answered: readonly Condition[];
}

const combinationsMax = 64;

/**
 * The statements whose rows together, merged by sort values and key, are the page: one per combination of listed values,
 * because an index gives the order only under a single value. Each gives `id, key, v0, v1, …`, at most `limit` + 1.
 * @param tokens the rarest first
 */
export function pageQueries(
  shape: TableShape,
  query: CheckedQuery,
  tokens: readonly string[],
): readonly SqlQuery[] {
  return combinations(query.conditions).map((conditions) =>
    pageQuery(shape, { ...query, conditions }, tokens),
  );
}

function combinations(conditions: readonly Condition[]): readonly (readonly Condition[])[] {
  return conditions.reduce<readonly (readonly Condition[])[]>(
    (sets, condition) => {
      const alternatives: readonly Condition[] =
        condition.kind === 'in' && sets.length * condition.values.length <= combinationsMax
          ? condition.values.map((value) => ({ ...condition, values: [value] }))
          : [condition];
      return sets.flatMap((set) => alternatives.map((each) => [...set, each]));
    },
    [[]],
  );
}

function pageQuery(shape: TableShape, query: CheckedQuery, tokens: readonly string[]): SqlQuery {
  const driver = driverOf(shape, query, tokens);
  const { column, key, id } = driver;
  const rest = query.conditions.filter((each) => !driver.answered.includes(each));
  const where = [
    ...driver.conditions,
    ...rest.map((each) => conditionSql(shape, each, column)),
    ...afterSql(query, column, key),
  ];
  const direction = (each: CheckedQuery['keyDirection']): string => (each === 'ascending' ? 'ASC' : 'DESC');
  const order = [
    ...query.sort.map((each) => `${column(each.column)} ${direction(each.direction)}`),
    `${key} ${direction(query.keyDirection)}`,
  ];
  const values = query.sort.map((each, i) => `, ${column(each.column)} AS v${i}`);
  return {
    sql: `SELECT ${id} AS id, ${key} AS key${values.join('')} FROM ${driver.from}
      WHERE ${where.map(({ sql }) => sql).join(' AND ')} ORDER BY ${order.join(', ')} LIMIT ${query.limit + 1}`,
    parameters: where.flatMap(({ parameters }) => parameters),
  };
}

function driverOf(shape: TableShape, query: CheckedQuery, tokens: readonly string[]): Driver {
  if (tokens.length > 0) return tokenDriver(shape, query, tokens);
  const has = query.conditions.find((each) => each.kind === 'has');
  const set = has === undefined ? undefined : bestSet(shape, query, has.column);
  return has === undefined || set === undefined ? rowDriver(shape) : setDriver(shape, set, has);
}

const alive: SqlQuery = { sql: 'r.gone = 0', parameters: [] };

function rowDriver({ table }: TableShape): Driver {
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
  if (search === undefined)
    return { ...rowDriver({ table } as TableShape), conditions: [{ sql: '0', parameters: [] }] };
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
    conditions: [{ sql: 's.value = ?', parameters: [has.value] }],
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

function conditionSql(shape: TableShape, condition: Condition, column: (name: string) => string): SqlQuery {
  switch (condition.kind) {
    case 'has':
      return {
        sql: `EXISTS (SELECT 1 FROM ${shape.rows} j, json_each(j.row, '$.${condition.column}') e WHERE j.id = r.id AND e.value = ?)`,
        parameters: [condition.value],
      };
    case 'range': {
      const name = column(condition.column);
      const below = { sql: `${name} < ?`, parameters: [condition.to] };
      if (condition.from === undefined) return below;
      return { sql: `${name} >= ? AND ${below.sql}`, parameters: [condition.from, condition.to] };
    }
    case 'in': {
      const name = column(condition.column);
      if (condition.values.length === 1) return { sql: `${name} = ?`, parameters: condition.values };
      return {
        sql: `${name} IN (${condition.values.map(() => '?').join(', ')})`,
        parameters: condition.values,
      };
    }
  }
}

/** Where the page before ended. */
function afterSql(
  { sort, keyDirection, after }: CheckedQuery,
  column: (name: string) => string,
  key: string,
): readonly SqlQuery[] {
  if (after === undefined) return [];
  const names = [...sort.map((each) => column(each.column)), key];
  const directions = [...sort.map(({ direction }) => direction), keyDirection];
  const values = [...after.values, after.key];
  const signs = directions.map((each) => (each === 'ascending' ? '>' : '<'));
  if (new Set(signs).size === 1)
    return [
      {
        sql: `(${names.join(', ')}) ${signs[0] ?? '>'} (${names.map(() => '?').join(', ')})`,
        parameters: values,
      },
    ];
  const cases = names.map((name, i) => ({
    sql: [...names.slice(0, i).map((each) => `${each} = ?`), `${name} ${signs[i] ?? '>'} ?`].join(' AND '),
    parameters: values.slice(0, i + 1),
  }));
  return [
    {
      sql: `(${cases.map(({ sql }) => `(${sql})`).join(' OR ')})`,
      parameters: cases.flatMap(({ parameters }) => parameters),
    },
  ];
}

/** Gives `value, rows`. */
export function countQuery(
  shape: TableShape,
  column: string | undefined,
  { conditions, tokens }: Pick<CheckedQuery, 'conditions' | 'tokens'>,
): SqlQuery {
  const driver = driverOf(
    shape,
    { conditions, tokens, sort: [], keyDirection: 'ascending', limit: 1 },
    tokens,
  );
  const rest = conditions.filter((each) => !driver.answered.includes(each));
  const where = [...driver.conditions, ...rest.map((each) => conditionSql(shape, each, driver.column))];
  const { value, from } = counted(shape, column, driver);
  return {
    sql: `SELECT ${value} AS value, count(DISTINCT ${driver.id}) AS rows FROM ${from}
      WHERE ${where.map(({ sql }) => sql).join(' AND ')} GROUP BY 1`,
    parameters: where.flatMap(({ parameters }) => parameters),
  };
}

function counted(
  { projection, rows }: TableShape,
  column: string | undefined,
  driver: Driver,
): { value: string; from: string } {
  if (column === undefined) return { value: '1', from: driver.from };
  if (projection.columns[column] !== 'text[]') return { value: driver.column(column), from: driver.from };
  return {
    value: 'e.value',
    from: `${driver.from} JOIN ${rows} j ON j.id = r.id, json_each(j.row, '$.${column}') e`,
  };
}
