import type { Row } from './projection';
import type { Page, Query, ReadModels } from './read-models';

/** A query of a view, and which of its rows its reader may have. */
export interface FilteredQuery<R extends Row> extends Query {
  readonly view: string;
  readonly keeps: (row: R) => boolean;
}

/**
 * A page of those rows that its reader may have. Where some are left out it reads on: only the last page is shorter than its
 * limit.
 */
export async function filledPage<R extends Row>(
  models: Pick<ReadModels, 'find'>,
  { view, keeps, ...query }: FilteredQuery<R>,
): Promise<{ readonly rows: readonly R[]; readonly next?: string | undefined }> {
  const rows: R[] = [];
  let { cursor } = query;
  do {
    const from = { ...query, ...(cursor === undefined ? {} : { cursor }) };
    const read = (limit: number) => models.find<R>(view, { ...from, limit });
    const page = await cutAfter(query.limit - rows.length, keeps, { read, limit: query.limit });
    rows.push(...page.rows.map(({ row }) => row).filter(keeps));
    cursor = page.next;
  } while (rows.length < query.limit && cursor !== undefined);
  return { rows, next: cursor };
}

/** A page that ends with the last row that is wanted: where more come behind it, it is asked for once more, cut there. */
async function cutAfter<R extends Row>(
  wanted: number,
  keeps: (row: R) => boolean,
  { read, limit }: { readonly read: (limit: number) => Promise<Page<R>>; readonly limit: number },
): Promise<Page<R>> {
  const page = await read(limit);
  let kept = 0;
  const last = page.rows.findIndex(({ row }) => keeps(row) && (kept += 1) === wanted);
  return last < 0 || last === page.rows.length - 1 ? page : read(last + 1);
}
