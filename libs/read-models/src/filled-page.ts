import { setImmediate } from 'node:timers/promises';
import { cursorAt } from './order';
import type { Row } from './projection';
import type { Page, Query, ReadModels } from './read-models';

/**
 * Makes cursors that say nothing to whoever has them: a page may have to end at a row that its reader may not have, and its
 * place is the key and the time of that row.
 */
export interface CursorSeal {
  seal(cursor: string): Promise<string>;
  /** @throws InvalidCursor where it was not sealed here */
  open(sealed: string): Promise<string>;
}

/** A query of a view, and which of its rows its reader may have. */
export interface FilteredQuery<R extends Row> extends Query {
  readonly view: string;
  readonly keeps: (row: R) => boolean | Promise<boolean>;
  readonly cursors: CursorSeal;
  /** After so many rows a page ends with what it has. Default: some thousand. */
  readonly readsMax?: number;
}

export interface FilledPage<R extends Row> {
  readonly rows: readonly R[];
  readonly next?: string | undefined;
  /** So many rows were asked for. */
  readonly reads: number;
}

/** Behind rows that are left out so many are read at once, however short the page is. */
const batchMin = 200;
const batchMax = 1000;
const readsByDefault = 5_000;

/**
 * A page of those rows that its reader may have. `next` is there only where one more of theirs is: that other rows fit too is
 * what they must not learn. Where some are left out it reads on: a page before the last is shorter than its limit only where
 * next to nothing of a very long list is theirs; then `next` says that the list is that long, and nothing of what is in it.
 * @throws InvalidCursor, InvalidQuery
 */
export async function filledPage<R extends Row>(
  models: Pick<ReadModels, 'find'>,
  { view, keeps, cursors, readsMax = readsByDefault, cursor: sealed, ...query }: FilteredQuery<R>,
): Promise<FilledPage<R>> {
  const kept: Page<R>['rows'][number][] = [];
  let cursor = await opened(sealed, cursors);
  let limit = Math.min(query.limit + 1, batchMax);
  let reads = 0;
  do {
    await turnAfter(reads);
    const page = await models.find<R>(view, { ...query, ...cursorOf(cursor), limit });
    kept.push(...(await those(page, keeps)));
    reads += limit;
    cursor = page.next;
    limit = Math.max(limit, batchMin);
  } while (kept.length <= query.limit && cursor !== undefined && reads < readsMax);
  const shown = kept.slice(0, query.limit);
  const last = kept.length > query.limit ? shown.at(-1) : undefined;
  const end = last ? cursorAt(query.sort ?? [], last) : cursor;
  return { rows: shown.map(({ row }) => row), next: await sealedFrom(end, cursors), reads };
}

/** Others have a turn between two readings. */
async function turnAfter(reads: number): Promise<void> {
  if (reads > 0) await setImmediate();
}

async function opened(sealed: string | undefined, cursors: CursorSeal): Promise<string | undefined> {
  return sealed === undefined ? undefined : cursors.open(sealed);
}

async function sealedFrom(cursor: string | undefined, cursors: CursorSeal): Promise<string | undefined> {
  return cursor === undefined ? undefined : cursors.seal(cursor);
}

const cursorOf = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

async function those<R extends Row>({ rows }: Page<R>, keeps: FilteredQuery<R>['keeps']) {
  const theirs = await Promise.all(rows.map(async ({ row }) => await keeps(row)));
  return rows.filter((_, place) => theirs[place]);
}
