import type { BoardCard, Category, Community } from './types';
import type { Language } from './i18n';
import type { Option } from './ui/field';

export const volunteers = 'volunteers';
const organisationMark = 'organisation:';

/** Posts that somebody holds: `<post>|<person>`. */
export const holderOptions = (community: Community | undefined, language: Language): readonly Option[] =>
  (community?.posts ?? [])
    .filter(({ holder }) => holder !== undefined)
    .map(({ post, names, holder }) => ({
      value: `${post}|${holder ?? ''}`,
      label: `${names[language]} · ${holder ?? ''}`,
    }));

/** Whom work can be given to: volunteers, holders of posts, organisations. */
export const assigneeOptions = (
  community: Community | undefined,
  { language, volunteerWords }: { readonly language: Language; readonly volunteerWords: string },
): readonly Option[] => [
  { value: volunteers, label: volunteerWords },
  ...holderOptions(community, language),
  ...(community?.organisations ?? []).map((each) => ({ value: `${organisationMark}${each}`, label: each })),
];

/** What was chosen, as commands have it. */
export function assigneeIn(chosen: string) {
  if (chosen === volunteers) return { kind: volunteers };
  if (chosen.startsWith(organisationMark))
    return { kind: 'organisation', organisation: chosen.slice(organisationMark.length) };
  const [post, person] = chosen.split('|');
  return { kind: 'post', post, person };
}

/** What a category asks of volunteers somewhere, but when. Without the door. */
export function needAt(
  { skills, interests, certificates, seats, minutes }: Category,
  { compound, building, entrance }: Pick<BoardCard['place'], 'compound' | 'building' | 'entrance'>,
) {
  const place = { compound, ...(building && { building }), ...(entrance && { entrance }) };
  return { skills, interests, certificates, seats, minutes, place };
}
