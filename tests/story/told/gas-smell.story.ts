import { clerk, dispatcher, grid, liaison, refused, secretary, worker } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';

// 闻到煤气味: safety first. Nothing stands before a measure, nobody is offered anything, and it climbs nowhere.

const lin: Resident = { name: '林小霞', phone: '19944440001' };
let smell: Matter;

describe('a smell of gas', () => {
  it('is urgent from the first word, and its clocks are counted in single hours', async () => {
    smell = await clerk.reports({ of: lin, what: '楼道里有煤气味', spot: 'stairwell', urgency: 'urgent' });
    await smell.stands({
      ...{ status: 'reported', urgency: 'urgent', accountable: 'clerk' },
      clocks: { acceptance: 1, dispatch: 1 },
    });
  });

  it('is told to the duty post and to the secretary at once', async () => {
    for (const each of [clerk, secretary, dispatcher]) await each.isAlertedTo(smell);
    await refused('not-found', liaison.hearsAlerts());
  });

  it('is made safe before anybody has accepted, filed or dispatched anything', async () => {
    await smell.isFor({ TakeSafetyMeasure: [grid, clerk, worker, secretary] });
    await smell.isNotFor({ TakeSafetyMeasure: [liaison] });
    await grid.makesSafe(smell, 'evacuation', '一单元已疏散');
    await grid.makesSafe(smell, 'shut-off', '总阀已关');
    await smell.stands({ status: 'reported' });
    for (const each of [clerk, secretary]) await each.isAlertedTo(smell, false);
  });

  it('goes to the duty post without an offer to anybody', async () => {
    await clerk.accepts(smell, 'gas-smell');
    await smell.stands({
      ...{ status: 'dispatched', waitsFor: ['clerk'], accountable: 'clerk', urgency: 'urgent' },
      clocks: { acknowledgement: 1, handling: 24 },
    });
    await refused('UrgentNeverClimbs', secretary.takesHigher(smell, 'not-settled'));
    await clerk.takes(smell);
    await clerk.refers(smell, 'gas', 'emergency');
    await smell.stands({ status: 'referred', waitsFor: ['gas'], accountable: 'clerk', clocks: {} });
    await grid.makesSafe(smell, 'cordon', '楼门口拉了警戒线');
    await smell.stands({ status: 'referred' });
  });

  it('is not over because she who smelled it does not want anything any more', async () => {
    await clerk.hearsThatItIsOverFor(smell, lin, '味道散了，不用来了');
    await smell.stands({ status: 'referred', waitsFor: ['gas'] });
  });

  it('is over when the gas company has mended it and somebody has looked: nobody is left to be told', async () => {
    await clerk.writesDownAnswerOf('gas', smell, { accepted: true, words: '接头已换，检漏合格' });
    await smell.stands({ status: 'awaiting-check' });
    await dispatcher.makesSafe(smell, 'warning', '复气前逐户告知');
    await grid.checks(smell, '检测仪无读数');
    await smell.stands({ status: 'closed', closedAs: 'unrated', late: [] });
    await refused('CommandNotInStatus', grid.makesSafe(smell, 'cordon', '再拉一道'));
    await smell.isHeardBy([{ who: lin, told: 'nothing', asked: 'not asked' }]);
    await smell.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    smell.tells(`
      clerk       CaseReported
      grid        SafetyMeasureTaken
      grid        SafetyMeasureTaken
      clerk       CaseAccepted
      dispatch    CaseFiled
      dispatch    WorkOrderDispatched
      clerk       WorkOrderAcknowledged
      clerk       CaseReferred
      grid        SafetyMeasureTaken
      clerk       RequesterWithdrew
      clerk       ReferralAnswered
      dispatcher  SafetyMeasureTaken
      grid        ResultChecked
      grid        CaseHandled
      dispatch    CaseClosed
    `));
});
