import type { Messages } from './messages/zh';

type Wrong = keyof Messages['wrongInput'] | 'person';

/** How the server, in either language, begins what a pattern expects. */
const patterned = /^(?:text like|符合格式) /;

const kinds: Readonly<Record<string, Wrong>> = {
  phone: 'phone',
  ...{ person: 'person', holder: 'person', account: 'person', takesOver: 'person', passedOver: 'person' },
  ...{ term: 'date', from: 'date', until: 'date', date: 'date' },
};

/** What the server expected of a field, in words: a pattern is shown to nobody. */
export function expectedWords(
  pointer: string,
  expected: string,
  { wrongInput, community }: Messages,
): string {
  if (!patterned.test(expected)) return expected;
  const name = pointer.split('/').findLast((part) => part in kinds) ?? '';
  return { ...wrongInput, person: community.personWrong }[kinds[name] ?? 'other'];
}
