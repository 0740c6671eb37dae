import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { CaseCommand, CaseCommandType } from './case.commands';
import type { Case, ReportedCase } from './case.state';
import { isHandled } from './openings';
import { countsAsAttempt } from './requesters.evolve';

/**
 * What may have happened before anybody reported it: what was told or done by then, in this house or outside. A second caller
 * may have called first.
 */
const before: readonly CaseCommandType[] = [
  'ImportCase',
  'RecordExternalNote',
  'JoinCase',
  'TakeSafetyMeasure',
  'RecordHandledOnSpot',
];

/** What is said to have happened comes after the report of its case, and a word on a result after that result (CASE, rule 15). */
export function unlessInOrder(
  command: CaseCommand,
  state: Case,
  { occurredAt }: Pick<DecisionContext, 'occurredAt'>,
): Refusal | undefined {
  if (state.status === 'unreported' || before.includes(command.type)) return undefined;
  const { reportedAt, resultAt } = state;
  if (occurredAt < reportedAt) return refuse('BeforeItsReport', { reportedAt });
  const isEarly = resultAt !== undefined && occurredAt < resultAt && isOfResult(command, state);
  return isEarly ? refuse('BeforeItsResult', { resultAt }) : undefined;
}

/** Checks it, tells it, or asks how it went. */
function isOfResult({ type, data }: CaseCommand, state: ReportedCase): boolean {
  switch (type) {
    case 'CheckResult':
    case 'RecordFollowUp':
      return true;
    case 'AnswerRequester':
      return data.subjectOf === 'result';
    case 'RecordContact':
      return countsAsAttempt(data) && isHandled(state);
    default:
      return false;
  }
}
