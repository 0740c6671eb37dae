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

/** Three-key matters and disputes have ways of their own: neither a work order nor a word on the spot settles them. */
export function unlessOrdinary({ threeKeys, decisionRule, kind, category }: Category): Refusal | undefined {
  if (threeKeys || decisionRule !== undefined) return refuse('NeedsThreeKeys', { category });
  return kind === 'dispute' ? refuse('NeedsMediation', { category }) : undefined;
}

export function moreUrgent(a: Urgency, b: Urgency): Urgency {
  return Urgency.options.indexOf(a) > Urgency.options.indexOf(b) ? a : b;
}
