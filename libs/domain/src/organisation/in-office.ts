import type { Organisation } from './organisation.messages';
import type { TermOfOffice } from './term-of-office';
import { isInOffice } from './term-of-office';

type Terms = readonly (readonly [post: string, term: TermOfOffice])[];

/** Looked for once in each state of the posts: every command asks whose term is over, and few have one. */
const known = new WeakMap<Organisation['posts'], Terms>();

/** Posts whose holder's term does not run at an instant. */
export function postsOutOfTerm({ posts }: Organisation, now: string): readonly string[] {
  return termsIn(posts).flatMap(([post, term]) => (isInOffice(term, now) ? [] : [post]));
}

function termsIn(posts: Organisation['posts']): Terms {
  const terms = known.get(posts) ?? heldForATerm(posts);
  known.set(posts, terms);
  return terms;
}

function heldForATerm(posts: Organisation['posts']): Terms {
  return Object.entries(posts).flatMap(([post, { holder, term }]) =>
    holder !== undefined && term !== undefined ? [[post, term] as const] : [],
  );
}

/** The organisation as it is at an instant: whose term is over holds nothing by it, and is still named. */
export function inOfficeAt(organisation: Organisation, now: string): Organisation {
  const over = postsOutOfTerm(organisation, now);
  const posts = Object.entries(organisation.posts).map(([code, { holder, ...post }]) => {
    if (holder === undefined) return [code, post] as const;
    return [code, over.includes(code) ? { ...post, outOfOffice: holder } : { ...post, holder }] as const;
  });
  return { ...organisation, posts: Object.fromEntries(posts) };
}
