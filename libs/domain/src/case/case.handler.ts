import type { DecisionContext } from '../decider';
import type { Refusal } from '../refusals';
import type { CaseCommandOf, CaseCommandType } from './case.commands';
import type { CaseEvent } from './case.events';
import type { ReportedCase } from './case.state';

export type CaseDecision = readonly CaseEvent[] | Refusal;
export type DataOf<T extends CaseCommandType> = CaseCommandOf<T>['data'];

/** Decides one command on a case that exists and whose status allows it. */
export type CaseHandler<T extends CaseCommandType> = (
  data: DataOf<T>,
  state: ReportedCase,
  context: DecisionContext,
) => CaseDecision;
