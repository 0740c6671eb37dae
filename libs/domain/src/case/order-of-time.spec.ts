import type { CaseCommand } from './case.commands';
import type { CaseEvent } from './case.events';
import * as a from './case.fixtures';
import { given, told, type Told } from './case.fixtures';

// What is said to have happened comes after what it is about (CASE, rule 15).

const reportedAt = a.hours(1);
const resultAt = a.hours(10);
const now = a.hours(20);
const reported = [told(a.caseReported(), reportedAt)];
const done = [
  ...[...reported, a.caseAccepted(), a.caseFiled(), a.workOrderDispatched()],
  told(a.resultReported(), resultAt),
];
const handled = [...done, a.resultChecked(), a.caseHandled()];
const answered = [...handled, a.requesterAnswered()];

describe('what happened', () => {
  it.each<[string, CaseCommand]>([
    ['acceptance', a.acceptCase()],
    ['progress', a.answerRequester({ subjectOf: 'progress' })],
    ['contact', a.recordContact({ purpose: 'clarify' })],
  ])('is no %s from before the report', (_what, command) => {
    given(...reported)
      .when(command, { now, occurredAt: a.theStart })
      .thenRefuses('BeforeItsReport');
    expect(given(...reported).when(command, { now, occurredAt: reportedAt }).events).toHaveLength(1);
  });

  it.each<[string, CaseCommand]>([
    ['a second caller', a.joinCase()],
    ['who made it safe', a.takeSafetyMeasure()],
    ['who mended it on the spot', a.recordHandledOnSpot()],
  ])('may lie before the report of %s', (_whose, command) =>
    expect(given(...reported).when(command, { now, occurredAt: a.theStart }).events).not.toEqual([]),
  );

  it('may lie before the import, of what is noted outside', () =>
    given(told(a.caseImported(), reportedAt))
      .when(a.recordExternalNote(), { now, occurredAt: a.theStart })
      .thenTypes('ExternalNoteRecorded'));

  it.each<[string, readonly (CaseEvent | Told)[], CaseCommand]>([
    ['check', done, a.checkResult()],
    ['answer about it', handled, a.answerRequester()],
    ['follow-up', answered, a.recordFollowUp()],
    ['attempt to reach anybody', handled, a.recordContact()],
  ])('after the report is no %s from before the result', (_what, history, command) => {
    given(...history)
      .when(command, { now, occurredAt: a.hours(9) })
      .thenRefuses('BeforeItsResult');
    expect(given(...history).when(command, { now, occurredAt: resultAt }).events).not.toEqual([]);
  });

  it('is measured by the last result, after rework', () =>
    given(
      ...done,
      a.resultChecked({ passed: false }),
      a.reworkOrdered(),
      told(a.resultReported(), a.hours(15)),
    )
      .when(a.checkResult(), { now, occurredAt: a.hours(12) })
      .thenRefuses('BeforeItsResult'));
});
