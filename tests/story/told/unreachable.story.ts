import { clerk, dispatcher, grid, refused, worker } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';
import { days, hours } from './time.fixtures';

// 回访联系不上: the work is done, and whoever asked for it does not answer the phone.

const xu: Resident = { name: '徐桂珍', phone: '19999990001' };
let bench: Matter;

describe('a resident who cannot be reached', () => {
  it('has asked for something that is done and checked by now', async () => {
    bench = await clerk.reports({ of: xu, what: '楼下长椅断了一条腿', spot: 'yard', as: 'other' });
    await grid.takes(bench);
    await grid.finishes(bench, '换了新腿', { minutes: 30 });
    await worker.checks(bench, '坐得稳');
    await bench.stands({ status: 'awaiting-follow-up', accountable: 'clerk', clocks: { 'follow-up': 72 } });
  });

  it('does not answer: two calls on one day are one attempt', async () => {
    await clerk.calls(bench, xu, false);
    await hours.pass(3);
    await clerk.calls(bench, xu, false);
    await bench.stands({ status: 'awaiting-follow-up' });
    await refused('AnswerOwed', dispatcher.does(bench, 'CloseCase'));
  });

  it('does not answer on the next day either, nor is that taken for content', async () => {
    await days.pass(1);
    await clerk.followsUp(bench, xu, { outcome: 'not-reached' });
    await refused('OnlyReachedCount', clerk.followsUp(bench, xu, { outcome: 'not-reached', solved: true }));
    await refused('FollowUpIsPossible', clerk.followsUp(bench, xu, { outcome: 'not-possible' }));
    await bench.stands({ status: 'awaiting-follow-up', late: [] });
  });

  it('has been called on three days then: the case closes, and says that she was not reached', async () => {
    await days.pass(1);
    await worker.calls(bench, xu, false);
    await bench.stands({ status: 'closed', closedAs: 'not-reached', clocks: {} });
    await bench.isHeardBy([{ who: xu, told: 'nothing', asked: 'not asked' }]);
    await bench.wasAnsweredForBy('clerk');
  });

  it('can still say that it is not solved, when she is back', () =>
    bench.isFor({ RequestReopening: [clerk] }));

  it('tells who did what', () =>
    bench.tells(`
      clerk     CaseReported
      clerk     CaseAccepted
      dispatch  CaseFiled
      dispatch  WorkOrderDispatched
      grid      WorkOrderAcknowledged
      grid      ResultReported
      worker    ResultChecked
      worker    CaseHandled
      clerk     ContactAttempted
      clerk     ContactAttempted
      clerk     FollowUpRecorded
      worker    ContactAttempted
      dispatch  CaseClosed
    `));
});
