import { isOpen } from '../../../open-case';
import type { CaseDetail, CaseLine } from '../../../types';

/** Whether a case goes on in another one, as far as its page tells. The server knows who is meant, and decides. */
export type Verdict = 'fits' | 'itself' | 'ended' | 'younger' | 'less-confidential' | 'less-shut';

type Compared = Pick<CaseDetail, 'caseId' | 'number' | 'status' | 'confidential' | 'respondent'>;

export function verdictOf(one: Compared, target: Compared): Verdict {
  if (target.caseId === one.caseId) return 'itself';
  if (!isOpen(target)) return 'ended';
  if (!isOlder(target, one)) return 'younger';
  if (one.confidential && !target.confidential) return 'less-confidential';
  return shutsOut(target, one) ? 'fits' : 'less-shut';
}

type Numbered = Pick<CaseLine, 'number'>;

/** By their numbers: a number is given once, in the order in which cases come in. */
export function isOlder(one: Numbered, other: Numbered): boolean {
  const [[year = 0, count = 0], [otherYear = 0, otherCount = 0]] = [one, other].map(({ number }) =>
    number.split('-').map(Number),
  ) as [number[], number[]];
  return year < otherYear || (year === otherYear && count < otherCount);
}

/** Whoever may not see this case may not see the other one either. */
function shutsOut(target: Compared, { respondent }: Compared): boolean {
  const { organisation, keptOut = [] } = respondent ?? {};
  return (
    (organisation === undefined || target.respondent?.organisation === organisation) &&
    keptOut.every((person) => target.respondent?.keptOut?.includes(person))
  );
}
