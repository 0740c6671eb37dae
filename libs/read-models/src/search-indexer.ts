import type { SealedAt } from '@threekeys/domain';
import type { Row, Searched } from './projection';

/**
 * Makes search tokens of sealed words (HMACs of bigrams). Implemented where the keys are: a row's words are opened there
 * and nowhere here.
 */
export abstract class SearchIndexer {
  /** Tokens of all these values together. A value whose key is erased gives none. */
  abstract tokensFor(values: readonly SealedAt[]): Promise<readonly string[]>;
}

export function wordsOf(search: Searched, row: Row | null): readonly SealedAt[] {
  return row === null ? [] : search.values(row);
}

/** Other sealed values than before: only then are tokens made again. */
export function isReworded(before: readonly SealedAt[], after: readonly SealedAt[]): boolean {
  return before.length !== after.length || before.some((each, i) => each.$pii.ct !== after[i]?.$pii.ct);
}
