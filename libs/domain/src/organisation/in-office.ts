import type { Organisation } from './organisation.messages';
import { isInOffice } from './term-of-office';

/** Posts whose holder's term does not run at an instant. */
export function postsOutOfTerm({ posts }: Organisation, now: string): readonly string[] {
  return Object.entries(posts).flatMap(([post, { holder, term }]) =>
    holder !== undefined && term !== undefined && !isInOffice(term, now) ? [post] : [],
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
