import { portions } from './batches';
import type { Projection } from './projection';
import type { ReadModels, StoredRow } from './read-models';
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
  { signal, onRows, keys }: IndexRun,
): Promise<void> {
  const { name, search } = projection;
  if (search === undefined) return;
  const rows = keys === undefined ? models.scan(name) : named(models, name, keys);
  for await (const portion of portions(rows, rowsPerWrite)) {
    signal.throwIfAborted();
    const entries: { key: string; tokens: readonly string[] }[] = [];
    for (const { key, row } of portion) {
      const words = wordsOf(search, row);
      if (row !== null)
        entries.push({ key, tokens: words.length === 0 ? [] : await indexer.tokensFor(words) });
    }
    await models.index(name, entries);
    onRows?.(portion.length);
  }
}

async function* named(
  models: ReadModels,
  view: string,
  keys: readonly string[],
): AsyncIterable<StoredRow & { key: string }> {
  for (const [key, stored] of await models.rows(view, keys)) yield { key, ...stored };
}
