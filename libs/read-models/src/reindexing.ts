import { portions } from '@threekeys/event-store';
import type { Projection, Row } from './projection';
import type { IndexAll, ReadModels, StoredRow } from './read-models';
import { wordsOf } from './search-indexer';
import type { SearchIndexer } from './search-indexer';

/** A token that many rows have is written once for all of them: eight times the rows are a fraction of the pages. */
const rowsPerWrite = 4000;

export interface IndexRun {
  readonly signal: AbortSignal;
  readonly onRows?: (rows: number) => void;
  /** Default: all rows. */
  readonly keys?: readonly string[];
}

/** Makes the search tokens of a view's rows anew. Nobody else may change the view meanwhile. */
export async function reindex(
  { models, indexer }: { models: ReadModels; indexer: SearchIndexer },
  projection: Projection,
  { signal, onRows = ignored, keys }: IndexRun,
): Promise<void> {
  const { name, search } = projection;
  if (search === undefined) return;
  const run = { tokensOf: (row: Row) => indexer.tokensFor(wordsOf(search, row)), signal, onRows };
  if (keys !== undefined) return indexRows(models, name, { ...run, rows: named(models, name, keys) });
  if (!(await models.indexAll(name, run))) await indexRows(models, name, { ...run, rows: models.scan(name) });
}

const ignored = (): void => undefined;

type KeyedRow = StoredRow & { readonly key: string };

async function indexRows(
  models: ReadModels,
  view: string,
  { tokensOf, signal, onRows, rows }: IndexAll & { readonly rows: AsyncIterable<KeyedRow> },
): Promise<void> {
  for await (const portion of portions(rows, rowsPerWrite)) {
    signal.throwIfAborted();
    const entries: { key: string; tokens: readonly string[] }[] = [];
    for (const { key, row } of portion) if (row !== null) entries.push({ key, tokens: await tokensOf(row) });
    await models.index(view, entries);
    onRows(portion.length);
  }
}

async function* named(models: ReadModels, view: string, keys: readonly string[]): AsyncIterable<KeyedRow> {
  for (const [key, stored] of await models.rows(view, keys)) yield { key, ...stored };
}
