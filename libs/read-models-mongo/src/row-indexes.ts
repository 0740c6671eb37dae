import type { Projection } from '@threekeys/read-models';
import { field } from './row-filter';

export interface RowIndex {
  readonly name: string;
  readonly key: Readonly<Record<string, 1>>;
}

const viewName = /^[a-z][a-z0-9-]{0,60}$/;
const columnName = /^[a-zA-Z][a-zA-Z0-9]{0,60}$/;

/**
 * `gone` stands first, since partial indexes are none on compatible servers, and the key last: a page is a walk along one
 * index. @throws Error where a name cannot be part of a query, or an index is not as the port says
 */
export function indexesOf(projection: Projection): readonly RowIndex[] {
  const { name, columns, indexes, search } = projection;
  if (!viewName.test(name)) throw new Error(`${name} is no name of a view`);
  for (const column of Object.keys(columns))
    if (!columnName.test(column)) throw new Error(`${name}: ${column} is no name of a column`);
  for (const index of indexes) checkIndex(projection, index);
  return [
    { name: 'keys', key: keyOf(['gone', '_id']) },
    ...indexes.map((index, i) => ({
      name: `columns${i}`,
      key: keyOf(['gone', ...index.map(field), '_id']),
    })),
    ...(search === undefined ? [] : [{ name: 'tokens', key: keyOf(['tokens', field(search.order), '_id']) }]),
    ...(projection.sweeps === undefined ? [] : [{ name: 'stream', key: keyOf(['stream']) }]),
  ];
}

const keyOf = (fields: readonly string[]): RowIndex['key'] =>
  Object.fromEntries(fields.map((each) => [each, 1 as const]));

function checkIndex({ name, columns }: Projection, index: readonly string[]): void {
  index.forEach((column, i) => {
    const type = columns[column];
    if (type === undefined) throw new Error(`${name}: an index names ${column}, which is no column`);
    if (type === 'text[]' && i > 0)
      throw new Error(`${name}: the set ${column} is not the first of its index`);
  });
}
