import type { Row } from './projection';
import type { Page, Query, ReadModels } from './read-models';

/** A query of a view, and which of its rows its reader may have. */
export interface FilteredQuery<R extends Row> extends Query {
  readonly view: string;
  readonly keeps: (row: R) => boolean | Promise<boolean>;
  /** After so many rows a page ends with what it has. Default: some thousand. */
  readonly readsMax?: number;
}

/** Behind rows that are left out so many are read at once, however short the page is. */
const batchMin = 200;

/**
 * A page of those rows that its reader may have. Where some are left out it reads on: a page before the last is shorter than
 * its limit only where next to nothing of a very long list is theirs.
 */
export async function filledPage<R extends Row>(
  models: Pick<ReadModels, 'find'>,
  { view, keeps, readsMax = 5_000, ...query }: FilteredQuery<R>,
): Promise<{ readonly rows: readonly R[]; readonly next?: string | undefined }> {
  const rows: R[] = [];
  let { cursor, limit } = query;
  let reads = 0;
  do {
    const from = { ...query, ...(cursor === undefined ? {} : { cursor }) };
    const read = (limit: number) => models.find<R>(view, { ...from, limit });
    const page = await cutAfter(query.limit - rows.length, keeps, { read, limit });
    rows.push(...page.kept);
    reads += limit;
    cursor = page.next;
    limit = Math.max(query.limit, batchMin);
  } while (rows.length < query.limit && cursor !== undefined && reads < readsMax);
  return { rows, next: cursor };
}

interface KeptPage<R extends Row> {
  readonly kept: readonly R[];
  readonly next?: string | undefined;
}

/** A page that ends with the last row that is wanted: where more come behind it, it is asked for once more, cut there. */
async function cutAfter<R extends Row>(
  wanted: number,
  keeps: FilteredQuery<R>['keeps'],
  { read, limit }: { readonly read: (limit: number) => Promise<Page<R>>; readonly limit: number },
): Promise<KeptPage<R>> {
  const { rows, next } = await read(limit);
  const theirs = await Promise.all(rows.map(async ({ row }) => await keeps(row)));
  const places = [...theirs.keys()].filter((place) => theirs[place]);
  const last = places[wanted - 1];
  if (last !== undefined && last < rows.length - 1) return cutAfter(wanted, keeps, { read, limit: last + 1 });
  return { kept: rows.filter((_, place) => theirs[place]).map(({ row }) => row), next };
}
