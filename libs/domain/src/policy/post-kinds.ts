import type { Rules } from '../rules';
import { postKindNames } from '../vocabulary';
import { valuesOf } from './differences';
import type { PolicyDocument } from './policy.messages';

/** Whether a value of the policy names kinds of post. @param path of the value in the document */
export const namesPostKinds = (path: string): boolean => /postKinds?(?:\/|$)/i.test(path);

/**
 * Kinds of post that there are: those that a community starts with, those of its posts, and those that its catalogue routes
 * to. In this order, each once.
 */
export function knownPostKinds({
  organisation,
  catalogue,
}: Pick<Rules, 'organisation' | 'catalogue'>): readonly string[] {
  const ofPosts = Object.values(organisation.posts).map(({ kind }) => kind);
  const ofCategories = Object.values(catalogue.categories).map(({ postKind }) => postKind);
  return [...new Set([...Object.keys(postKindNames), ...ofPosts, ...ofCategories])];
}

export interface UnknownPostKind {
  /** Where it stands in the document: `/dutyPostKind`. */
  readonly path: string;
  readonly kind: string;
}

/** The first kind of post in a document that is none of these; undefined: there is none. */
export function unknownPostKindIn(
  document: PolicyDocument,
  known: readonly string[],
): UnknownPostKind | undefined {
  const named = [...valuesOf(document)].filter(([path]) => namesPostKinds(path));
  return named
    .flatMap(([path, value]) => [value].flat().map((kind) => ({ path, kind: String(kind) })))
    .find(({ kind }) => !known.includes(kind));
}
