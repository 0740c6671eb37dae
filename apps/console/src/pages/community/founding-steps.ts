import type { Community, UsersOf } from '../../types';

/** What a community needs before it can work, in the order in which one rests on the other. */
export const foundingSteps = [
  'units',
  'accounts',
  'posts',
  'compounds',
  'parties',
  'catalogue',
  'policy',
] as const;
export type FoundingStep = (typeof foundingSteps)[number];

type Said = Pick<Community, 'units' | 'posts' | 'compounds' | 'categories' | 'policy'>;

/** Kinds of post to which the catalogue sends work, or that answer where no other does, and that nobody holds. */
export function kindsWithoutHolder({ posts, categories, policy }: Said): readonly string[] {
  const held = new Set(posts.filter(({ holder }) => holder !== undefined).map(({ kind }) => kind));
  const needed = [policy.dutyPostKind, ...categories.map(({ postKind }) => postKind)];
  return [...new Set(needed.filter((kind) => kind !== undefined))].filter((kind) => !held.has(kind));
}

/** Which steps are taken, by nothing but what is there. @param users undefined: not read yet */
export function foundedSteps(
  community: Said,
  users: UsersOf['users'] | undefined,
): Readonly<Record<FoundingStep, boolean>> {
  const { units, posts, compounds, categories, policy } = community;
  const working = users?.filter(({ disabled, roles }) => !disabled && roles.length > 0) ?? [];
  const each = (isSo: (compound: Said['compounds'][number]) => boolean) =>
    compounds.length > 0 && compounds.every(isSo);
  return {
    units: units.some(({ level, closed }) => level === 'grid-branch' && !closed),
    // Whoever opened the installation does not do everything alone.
    accounts: working.length > 1,
    posts: posts.length > 0 && kindsWithoutHolder(community).length === 0,
    compounds: each(({ buildings }) => buildings.length > 0),
    parties: each(({ parties }) => parties.some(({ holder }) => holder !== undefined)),
    catalogue: categories.length > 0,
    policy: policy.version > 0,
  };
}
