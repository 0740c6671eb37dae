import { caseRefusals } from './case/case.refusals';
import { communityRefusals } from './community.refusals';
import type { Names } from './values';
import { volunteerRefusals } from './volunteer/volunteer.refusals';

/** Every refusal: what is the case, one sentence in Chinese and English; `{…}` in it is a fact of that name. A closed union; the codes are part of the API. */
export const refusals = { ...caseRefusals, ...volunteerRefusals, ...communityRefusals } as const;
export type RefusalCode = keyof typeof refusals;

/** An expected "no" (HTTP 409): a rule of the domain stands against the command. Nothing was stored. */
export interface Refusal {
  readonly refused: RefusalCode;
  /** Ids, codes, numbers and instants that complete the sentence. Never personal data. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export function refuse(code: RefusalCode, facts?: Refusal['facts']): Refusal {
  return facts ? { refused: code, facts } : { refused: code };
}

/** Its sentence, with the facts that it names in their places. */
export function sentenceOf({ refused, facts = {} }: Refusal): Names {
  const filled = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
  const { zh, en } = refusals[refused];
  return { zh: filled(zh), en: filled(en) };
}

export function isRefusal(result: readonly unknown[] | Refusal): result is Refusal {
  return 'refused' in result;
}
