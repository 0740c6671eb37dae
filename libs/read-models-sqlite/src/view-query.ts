import type { CheckedQuery, Condition } from '@threekeys/read-models';
import { conditionSql, driverOf, walkingDriver } from './drivers';
import type { Driver, SqlQuery } from './drivers';
import type { TableShape } from './table-shape';

const combinationsMax = 64;

/**
 * The statements whose rows together, merged by sort values and key, are the page: one per combination of listed values,
 * because an index gives the order only under a single value. Each gives `id, key, revision, v0, v1, …`, at most
 * `limit` + 1; a row that has several elements of a set comes once for each.
 * @param tokens the rarest first
 * @param walks whether all rows are to be walked in the order asked for
 */
export function pageQueries(
  shape: TableShape,
  query: CheckedQuery,
  tokens: readonly string[],
  walks: (query: CheckedQuery) => boolean,
): readonly SqlQuery[] {
  return combinations(query.conditions).map((conditions) => {
    const one = { ...query, conditions };
    return pageQuery(shape, one, walks(one) ? walkingDriver(shape, one) : driverOf(shape, one, tokens));
  });
}

function combinations(conditions: readonly Condition[]): readonly (readonly Condition[])[] {
  return conditions.reduce<readonly (readonly Condition[])[]>(
    (sets, condition) => {
      const alternatives: readonly Condition[] =
        condition.kind !== 'range' && sets.length * condition.values.length <= combinationsMax
          ? eachOf(condition)
          : [condition];
      return sets.flatMap((set) => alternatives.map((each) => [...set, each]));
    },
    [[]],
  );
}

function eachOf(condition: Exclude<Condition, { kind: 'range' }>): readonly Condition[] {
  return condition.kind === 'in'
    ? condition.values.map((value) => ({ ...condition, values: [value] }))
    : condition.values.map((value) => ({ ...condition, values: [value] }));
}

function pageQuery(shape: TableShape, query: CheckedQuery, driver: Driver): SqlQuery {
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
    sql: `SELECT ${id} AS id, ${key} AS key, r.last_revision AS revision${values.join('')} FROM ${driver.from}
      WHERE ${where.map(({ sql }) => sql).join(' AND ')} ORDER BY ${order.join(', ')} LIMIT ${query.limit + 1}`,
    parameters: where.flatMap(({ parameters }) => parameters),
  };
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
