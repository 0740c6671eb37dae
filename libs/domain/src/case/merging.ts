import { refuse, type Refusal } from '../refusals';
import type { CaseHandler, DataOf } from './case.handler';
import type { ReportedCase } from './case.state';
import type { MergeTarget } from './case.values';
import { currentRound } from './openings';
import { allVacated } from './seats';

/** 并单: the other case goes on for both; whatever was under way here ends. */
export const mergeCase: CaseHandler<'MergeCase'> = (data, state, { now }) => {
  const refusal = unlessMergeable(data, state);
  if (refusal) return refusal;
  const { round } = currentRound(state);
  return [
    ...allVacated(state, { reason: 'case-merged', now }),
    { type: 'CaseMerged', data: { round, into: data.into } },
  ];
};

function unlessMergeable(
  { into, compound, target }: DataOf<'MergeCase'>,
  state: ReportedCase,
): Refusal | undefined {
  if (into === state.caseId) return refuse('MergesIntoItself');
  if (target?.open !== true) return refuse('MergeTargetNotOpen');
  const isNear = target.compound === state.place.compound || target.compound === compound;
  if (!isNear) return refuse('OtherCompound', { compound: target.compound });
  // A number never changes: whatever is merged at once, there is no ring, and the lowest one goes on.
  const isOlder = placeInLine(target.number) < placeInLine(state.number);
  if (!isOlder) return refuse('MergesIntoYounger', { number: target.number });
  return unlessAsShut(target, state);
}

/** A case number has a year, and at most nine digits. */
function placeInLine(number: string): number {
  const [year, count] = number.split('-');
  return Number(year) * 1e9 + Number(count);
}

/** 身份隔离: what requesters say here is read in the other case by whoever reads that one. */
function unlessAsShut(target: MergeTarget, { respondent, confidential }: ReportedCase): Refusal | undefined {
  const { number } = target;
  if (!isAsShut(target, respondent)) return refuse('MergeTargetLessShut', { number });
  return confidential && !target.confidential ? refuse('MergeTargetNotConfidential', { number }) : undefined;
}

function isAsShut(
  target: MergeTarget,
  {
    organisation,
    keptOut = [],
  }: Pick<NonNullable<ReportedCase['respondent']>, 'organisation' | 'keptOut'> = {},
): boolean {
  return (
    target.knowsRespondent &&
    (organisation === undefined || target.organisation === organisation) &&
    keptOut.every((person) => target.keptOut.includes(person))
  );
}
