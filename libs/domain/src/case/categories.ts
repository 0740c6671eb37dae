import type { Category } from '../catalogue/catalogue.messages';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import { Urgency } from '../values';
import type { ReportedCase } from './case.state';

/** A category in use: whoever newly files a case under it may not choose a retired one. */
export function unlessCategory(category: string, { catalogue }: Rules): Refusal | undefined {
  if (!entryOf(catalogue.categories, category)) return refuse('CategoryUnknown', { category });
  return catalogue.retired.includes(category) ? refuse('CategoryRetired', { category }) : undefined;
}

/** The category of a case, retired since or not. */
export function categoryOf({ category }: Pick<ReportedCase, 'category'>, rules: Rules): Category | undefined {
  return category === undefined ? undefined : entryOf(rules.catalogue.categories, category);
}

/** Whether the work of a category waits for a lock. */
export function isLocked({ threeKeys, decisionRule }: Pick<Category, 'threeKeys' | 'decisionRule'>): boolean {
  return threeKeys || decisionRule !== undefined;
}

/** Safety first (CASE, rule 2): it tells the duty post and the secretary at once, waits for no offer and never climbs. */
export function isUrgent({ urgency }: Pick<Category, 'urgency'>): boolean {
  return urgency === 'urgent';
}

/** Three-key matters and disputes have ways of their own: neither a work order nor a word on the spot settles them. */
export function unlessOrdinary(category: Category): Refusal | undefined {
  if (isLocked(category)) return refuse('NeedsThreeKeys', { category: category.category });
  return category.kind === 'dispute' ? refuse('NeedsMediation', { category: category.category }) : undefined;
}

export function moreUrgent(a: Urgency, b: Urgency): Urgency {
  return Urgency.options.indexOf(a) > Urgency.options.indexOf(b) ? a : b;
}
