import type { Caller } from '@threekeys/http';
import type { CaseRow, ColumnFilter } from '@threekeys/read-models';

/** Which rows of the view of cases somebody finds in their lists. */
export interface VisibleCases {
  readonly where: Readonly<Record<string, ColumnFilter>>;
  readonly keeps: (row: CaseRow) => boolean;
}

const all: VisibleCases = { where: {}, keeps: () => true };

/**
 * Who may not list everything finds the cases they have a part in; who holds a key of a compound also those whose lock their
 * party turns, before, while and after it is their turn. Of the other cases of the compound a list tells them nothing.
 */
export function visibleCases(caller: Caller, mayListAll: boolean): VisibleCases {
  if (mayListAll) return all;
  const names = namesOf(caller);
  const compounds = caller.grants.flatMap(({ role, scope }) =>
    role === 'key-holder' && scope ? [scope] : [],
  );
  if (compounds.length === 0) return { where: { people: { has: names } }, keeps: () => true };
  return {
    where: holdsKeysAlone(caller) ? { compound: compounds } : {},
    keeps: ({ people, joint, compound }) =>
      names.some((name) => people.includes(name)) || (joint !== undefined && compounds.includes(compound)),
  };
}

const holdsKeysAlone = ({ grants, posts, volunteerId }: Caller): boolean =>
  posts.length === 0 && volunteerId === undefined && grants.every(({ role }) => role === 'key-holder');

/** By which cases and work know somebody: as staff by their account, as a volunteer by the register's id. */
export function namesOf({ id, volunteerId }: Pick<Caller, 'id' | 'volunteerId'>): readonly string[] {
  return volunteerId === undefined ? [id] : [id, volunteerId];
}
