import type { Community } from '../../types';

type Post = Community['posts'][number];
type Held = Pick<Post, 'holder' | 'outOfOffice' | 'term'>;

/** Whoever has a post to leave, also once their term is over. */
export function holderOf({ holder, outOfOffice }: Held): string | undefined {
  return holder ?? outOfOffice;
}

/** Somebody is appointed to what nobody holds, or for longer than they were; and leaves it, also once their term is over. */
export function actsOnPost(post: Held): readonly ('FillPost' | 'LeavePost')[] {
  const isToFill = post.holder === undefined || post.term?.until !== undefined;
  return [
    ...(isToFill ? (['FillPost'] as const) : []),
    ...(holderOf(post) === undefined ? [] : (['LeavePost'] as const)),
  ];
}
