import type { CaseStatus, ReportedCase } from '@threekeys/domain';
import { refusalIn } from '../as-far-as-it-goes';
import type { OnRefused } from '../as-far-as-it-goes';
import { aside } from './asides';
import {
  stepOfCheck,
  stepOfClosed,
  stepOfDeclined,
  stepOfFollowUp,
  stepOfMerged,
  stepOfReferred,
} from './ending-steps';
import { stepOfFiled } from './dispatch-steps';
import { reportOf, stepOfAccepted, stepOfReported } from './intake-steps';
import { stepOfKeys } from './key-steps';
import type { Matter } from './matter';
import { stepOfOrder } from './order-steps';
import type { Step, Steps } from './step';

const nothing: Steps = () => undefined;

/** What is next, by where the case stands. */
const stepsOf: Readonly<Record<CaseStatus, Steps>> = {
  reported: stepOfReported,
  accepted: stepOfAccepted,
  filed: stepOfFiled,
  dispatched: stepOfOrder,
  handling: stepOfOrder,
  'awaiting-keys': stepOfKeys,
  referred: stepOfReferred,
  'awaiting-check': stepOfCheck,
  'awaiting-follow-up': stepOfFollowUp,
  closed: stepOfClosed,
  archived: stepOfClosed,
  declined: stepOfDeclined,
  merged: stepOfMerged,
  withdrawn: nothing,
  void: nothing,
};

const stepOf = (matter: Matter, state: ReportedCase): Step | undefined =>
  stepsOf[state.status](matter, state);

const turnsMax = 150;

/**
 * A matter from its report to its end, by people who look where it stands and do what is next. Whatever happens while they
 * are on their way (a timer, a second caller, somebody leaves), they look again when they get to it.
 */
export async function* lifeOf(matter: Matter, onRefused: OnRefused): AsyncGenerator<number, void, void> {
  await reportOf(matter);
  for (let turns = 0; turns < turnsMax; turns++) {
    const step = stepOf(matter, await matter.state());
    if (!step) return;
    yield Math.max(0, step.after());
    const state = await matter.state();
    const next = stepOf(matter, state);
    if (next?.name !== step.name) continue;
    try {
      if (!(await aside(matter, state))) await next.act();
    } catch (error) {
      onRefused(refusalIn(error), step.name);
    }
  }
}
