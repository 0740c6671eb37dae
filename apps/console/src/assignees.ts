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

/** Those that a handler's grant names: whoever is of one is kept out of what is complained about it. */
export const organisationOptions = (community: Community | undefined): readonly Option[] =>
  (community?.organisations ?? []).map((each) => ({ value: each, label: each }));

/** Whom work can be given to: volunteers, holders of posts, organisations. */
export const assigneeOptions = (
  community: Community | undefined,
  { language, volunteerWords }: { readonly language: Language; readonly volunteerWords: string },
): readonly Option[] => [
  { value: volunteers, label: volunteerWords },
  ...holderOptions(community, language),
  ...organisationOptions(community).map(({ value, label }) => ({
    value: `${organisationMark}${value}`,
    label,
  })),
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
