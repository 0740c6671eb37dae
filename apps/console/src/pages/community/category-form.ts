import type { Messages } from '../../messages/zh';
import type { Category } from '../../types';
import { isCode } from './lines';

/** A category as its form has it: texts, and lists of codes. Empty: not said yet. */
export interface CategoryDraft {
  readonly category: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: string;
  readonly handledBy: string;
  readonly postKind: string;
  readonly level: string;
  readonly urgency: string;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  readonly certificates: readonly string[];
  readonly seats: string;
  readonly minutes: string;
  readonly certifiedLead: string;
  readonly sensitive: string;
  readonly threeKeys: string;
  readonly decisionRule: string;
}

export type Text = Exclude<keyof CategoryDraft, 'skills' | 'interests' | 'certificates'>;

export const chosen = ['kind', 'handledBy', 'postKind', 'level', 'urgency'] as const;
export const lists = ['skills', 'interests', 'certificates'] as const;
export const numbers = { seats: { min: 1, max: 10 }, minutes: { min: 1, max: 14_400 } } as const;
export const yesOrNo = ['certifiedLead', 'sensitive', 'threeKeys'] as const;

const nothing: CategoryDraft = {
  ...{ category: '', zh: '', en: '', kind: '', handledBy: '', postKind: '', level: '', urgency: '' },
  ...{ skills: [], interests: [], certificates: [], seats: '', minutes: '' },
  ...{ certifiedLead: '', sensitive: '', threeKeys: '', decisionRule: '' },
};

/** Of a new category nothing is chosen beforehand. */
export function draftOf(category: Category | undefined): CategoryDraft {
  if (!category) return nothing;
  const { names, seats, minutes, certifiedLead, sensitive, threeKeys, decisionRule = '', ...rest } = category;
  return {
    ...{ ...rest, ...names, decisionRule },
    ...{ seats: String(seats), minutes: String(minutes) },
    ...{ certifiedLead: String(certifiedLead), sensitive: String(sensitive), threeKeys: String(threeKeys) },
  };
}

/** What has to be corrected before it can be sent, by field. */
export function errorsIn(draft: CategoryDraft, t: Messages): Partial<Record<Text, string>> {
  const { wrong } = t.community;
  const missing = (['zh', 'en'] as const).filter((name) => draft[name].trim() === '');
  const open = [...chosen, ...yesOrNo].filter((name) => draft[name] === '');
  const outside = (['seats', 'minutes'] as const).filter((name) => !isWithin(draft[name], numbers[name]));
  return Object.fromEntries([
    ...(isCode(draft.category) ? [] : [['category', wrong.code]]),
    ...missing.map((name) => [name, wrong.missing]),
    ...open.map((name) => [name, wrong.choose]),
    ...outside.map((name) => [name, wrong.between(numbers[name].min, numbers[name].max)]),
  ]) as Partial<Record<Text, string>>;
}

const isWithin = (text: string, { min, max }: { min: number; max: number }): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= min && Number(text) <= max;

/** As the server takes it. */
export function categoryOf({ zh, en, decisionRule, ...draft }: CategoryDraft): object {
  return {
    ...draft,
    names: { zh: zh.trim(), en: en.trim() },
    seats: Number(draft.seats),
    minutes: Number(draft.minutes),
    certifiedLead: draft.certifiedLead === 'true',
    sensitive: draft.sensitive === 'true',
    threeKeys: draft.threeKeys === 'true',
    ...(decisionRule && { decisionRule }),
  };
}
