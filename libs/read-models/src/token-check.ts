import type { Projection } from './projection';
import type { ProjectorState } from './projector-state';
import type { ReadModels, StoredRow } from './read-models';
import { wordsOf } from './search-indexer';
import type { SearchIndexer } from './search-indexer';

export interface TokenCheckPorts {
  readonly models: ReadModels;
  readonly state: ProjectorState;
  /** Absent: nothing can say what the tokens should be. */
  readonly indexer?: SearchIndexer;
}

/** Keys of rows that a search does not find by what their words give. None of a view that waits for its index. */
export async function misindexedRows(
  { models, indexer, state }: TokenCheckPorts,
  { name, search }: Projection,
  rows: ReadonlyMap<string, StoredRow>,
): Promise<readonly string[]> {
  if (indexer === undefined || search === undefined || state.withoutIndex.includes(name)) return [];
  const entries: Tokens[] = [];
  for (const [key, { row }] of rows) {
    const words = wordsOf(search, row);
    entries.push({ key, tokens: words.length === 0 ? [] : await indexer.tokensFor(words) });
  }
  return models.misindexed(name, entries);
}

/** Keys of rows that a search finds by more than their own list says. */
export async function strayRows(
  { models, indexer, state }: TokenCheckPorts,
  { name, search }: Projection,
): Promise<readonly string[]> {
  if (indexer === undefined || search === undefined || state.withoutIndex.includes(name)) return [];
  return models.strayTokens(name);
}

/** What a row is found by. */
export interface Tokens {
  readonly key: string;
  readonly tokens: readonly string[];
}

/** Of these rows, the keys of those that have other tokens. */
export function withOtherTokens(
  stored: ReadonlyMap<string, { readonly tokens: ReadonlySet<string> }>,
  expected: readonly Tokens[],
): readonly string[] {
  const differ = expected.filter(({ key, tokens }) => {
    const actual = stored.get(key)?.tokens;
    const wanted = new Set(tokens);
    return actual !== undefined && (actual.size !== wanted.size || !tokens.every((each) => actual.has(each)));
  });
  return differ.map(({ key }) => key);
}
