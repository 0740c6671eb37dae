import type { Language } from '../../i18n';
import type { Messages } from '../../messages/zh';
import type { Community, OrderOf } from '../../types';

export interface WordSources {
  readonly t: Messages;
  readonly language: Language;
  readonly community: Community | undefined;
}

/** Who has an order, as people call them. */
export function assigneeWords(
  { kind, post, person, organisation }: OrderOf['assignee'],
  { t, language, community }: WordSources,
): string {
  const known = community?.posts.find((each) => each.post === post);
  const name = known?.names[language] ?? post;
  return [name, person, organisation].filter(Boolean).join(' · ') || (t.codes[kind] ?? kind);
}

/** Why somebody was not found: a rule that kept them away, or how they answered. */
export function reasonWords(constraint: string, { t, language, community }: WordSources): string {
  if (constraint === 'window-over') return t.board.windowOver;
  const rule = community?.vocabulary.constraints[constraint];
  return rule?.[language] ?? t.orderStatuses[constraint] ?? constraint;
}

/** Codes of the vocabulary in words. */
export function namesOf(
  codes: readonly string[],
  kind: 'skills' | 'interests' | 'certificates',
  { language, community }: Omit<WordSources, 't'>,
): string {
  const names = codes.map((code) => community?.vocabulary[kind][code]?.[language] ?? code);
  return names.join(language === 'zh' ? '、' : ', ');
}
