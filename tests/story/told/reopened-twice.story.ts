import { clerk, dispatcher, grid, liaison, refused, secretary, worker } from './people.fixtures';
import type { Person } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';
import { days } from './time.fixtures';

// 一修再修: what was mended breaks again, twice; and a third time when it is too late to come back by oneself.

const sun: Resident = { name: '孙国平', phone: '19900010001' };
let step: Matter;

/** Done, checked by another, told, asked: solved. */
async function isMended({ by, checkedBy }: { by: Person; checkedBy: Person }): Promise<void> {
  await by.takes(step);
  await by.finishes(step, '台阶补好了', { minutes: 60 });
  await checkedBy.checks(step, '平整');
  await clerk.tells(step, sun, '台阶已补好');
  await clerk.hears(step, sun, true);
}

describe('a resident who has it reopened twice', () => {
  it('hears that it is mended, and is content', async () => {
    step = await clerk.reports({ of: sun, what: '单元门口台阶缺角', spot: 'steps', as: 'other' });
    await step.stands({ status: 'dispatched', waitsFor: ['grid'], round: 1 });
    await isMended({ by: grid, checkedBy: worker });
    await step.stands({ status: 'closed', closedAs: 'solved', round: 1, reopened: 0 });
  });

  it('comes back after ten days: it is open again at once, a round with clocks of its own', async () => {
    await days.pass(10);
    await refused('ClosedAsksForReopening', clerk.hears(step, sun, false));
    await clerk.hearsThatItIsBrokenAgain(step, sun, '又掉了一块');
    await step.stands({
      ...{ status: 'dispatched', round: 2, reopened: 1, supervised: false, waitsFor: ['grid'] },
      ...{ accountable: 'clerk', closedAs: undefined, clocks: { acknowledgement: 24, handling: 168 } },
    });
    await step.isHeardBy([{ who: sun, told: 'nothing', asked: 'not asked' }]);
    await isMended({ by: grid, checkedBy: worker });
    await step.stands({ status: 'closed', round: 2 });
  });

  it('comes back on the last day of the term: the secretary looks on now, and somebody else has to do it', async () => {
    await days.pass(29);
    await clerk.hearsThatItIsBrokenAgain(step, sun, '补的地方整片脱落');
    await step.stands({
      ...{ status: 'filed', round: 3, reopened: 2, supervised: true, accountable: 'clerk' },
      clocks: { dispatch: 24 },
    });
    await refused(
      'AnotherHandlerNeeded',
      dispatcher.sendsTo(step, 'grid-1-worker', 'grid', 'local-knowledge'),
    );
    await dispatcher.sendsTo(step, 'property-liaison', 'liaison', 'handler-unavailable');
    await step.stands({ status: 'dispatched', waitsFor: ['liaison'], supervised: true });
  });

  it('hears a third time that it is mended, and keeps all that was before', async () => {
    await isMended({ by: liaison, checkedBy: grid });
    await step.stands({ status: 'closed', closedAs: 'solved', round: 3 });
    await step.isHeardBy([{ who: sun, told: 'result', asked: 'reached' }]);
  });

  it('asks once more when the term is over: it stays closed until staff decide, who give a ground', async () => {
    await days.pass(31);
    await clerk.hearsThatItIsBrokenAgain(step, sun, '颜色不好看');
    await step.stands({ status: 'closed', round: 3 });
    await refused('ReopeningAlreadyAsked', clerk.hearsThatItIsBrokenAgain(step, sun, '颜色不好看'));
    await step.isFor({ GrantReopening: [secretary, dispatcher], RefuseReopening: [secretary, dispatcher] });
    await step.isNotFor({ GrantReopening: [clerk, grid] });
    await refused('GroundNotInPolicy', secretary.refusesToReopen(step, 'no-time'));
    await secretary.refusesToReopen(step, 'term-over');
    await step.stands({ status: 'closed', closedAs: 'solved', round: 3, reopened: 2 });
    await step.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () => {
    const mended = (by: string, checkedBy: string) => `
      ${by}        WorkOrderAcknowledged
      ${by}        ResultReported
      ${checkedBy} ResultChecked
      ${checkedBy} CaseHandled
      clerk        RequesterAnswered
      clerk        FollowUpRecorded
      dispatch     CaseClosed`;
    return step.tells(`
      clerk       CaseReported
      clerk       CaseAccepted
      dispatch    CaseFiled
      dispatch    WorkOrderDispatched${mended('grid', 'worker')}
      clerk       ReopeningRequested
      clerk       CaseReopened
      dispatch    WorkOrderDispatched${mended('grid', 'worker')}
      clerk       ReopeningRequested
      clerk       CaseReopened
      dispatcher  WorkOrderDispatched${mended('liaison', 'grid')}
      clerk       ReopeningRequested
      secretary   ReopeningRefused
    `);
  });
});
