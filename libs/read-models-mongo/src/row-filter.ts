import type { CheckedQuery, Condition, Sort, Value } from '@threekeys/read-models';
import { orderedValue } from './row-document';

/** A filter of MongoDB. */
export type Filter = Readonly<Record<string, unknown>>;
export type SortBy = Readonly<Record<string, 1 | -1>>;

/** The rows that are there and that a query is about. */
export function filterOf({ conditions, tokens }: Pick<CheckedQuery, 'conditions' | 'tokens'>): Filter {
  return {
    gone: false,
    ...Object.fromEntries(conditions.map((each) => [field(each.column), conditionOf(each)])),
    ...(tokens.length === 0 ? {} : { tokens: { $all: tokens } }),
  };
}

function conditionOf(condition: Condition): unknown {
  if (condition.kind === 'has') return inOf(condition.values);
  if (condition.kind === 'in') return inOf(condition.values);
  const { from, to } = condition;
  return { ...(from === undefined ? {} : { $gte: orderedValue(from) }), $lt: orderedValue(to) };
}

function inOf(values: readonly Value[]): unknown {
  const [first, ...others] = values.map(orderedValue);
  return first !== undefined && others.length === 0 ? first : { $in: values.map(orderedValue) };
}

/** A page's rows: those behind the row where the page before ended. */
export function pageFilterOf(query: CheckedQuery): Filter {
  const { after } = query;
  const filter = filterOf(query);
  return after === undefined ? filter : { $and: [filter, ...behind(query, [...after.values, after.key])] };
}

/**
 * MongoDB compares no tuples: behind in the first field, or equal there and behind in the second, and so on. That it is not
 * before in the first field follows, and lets the walk along an index begin there.
 */
function behind(query: CheckedQuery, place: readonly Value[]): readonly Filter[] {
  const fields = Object.entries(sortOf(query)).map(([name, sign], i) => {
    const value = orderedValue(place[i] ?? '');
    const [past, reached] = sign === 1 ? ['$gt', '$gte'] : ['$lt', '$lte'];
    return {
      equal: { [name]: value },
      past: { [name]: { [past]: value } },
      reached: { [name]: { [reached]: value } },
    };
  });
  const cases = fields.map(
    ({ past }, i) => Object.assign({}, ...fields.slice(0, i).map(({ equal }) => equal), past) as Filter,
  );
  return [...fields.slice(0, 1).map(({ reached }): Filter => reached), { $or: cases }];
}

/** The key is always the last term. */
export function sortOf({ sort, keyDirection }: Pick<CheckedQuery, 'sort' | 'keyDirection'>): SortBy {
  const sign = (direction: Sort['direction']): 1 | -1 => (direction === 'ascending' ? 1 : -1);
  const columns = sort.map(({ column, direction }) => [field(column), sign(direction)] as const);
  return { ...Object.fromEntries(columns), _id: sign(keyDirection) };
}

/** A column as it is called in a document. */
export function field(column: string): string {
  return `columns.${column}`;
}
