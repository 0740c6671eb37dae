import { clerk, dispatcher, grid, liaison, refused } from './people.fixtures';
import { somebody } from './matter.fixtures';
import type { Matter } from './matter.fixtures';

// 匿名举报小店: somebody who gives no name complains about a shop; it is for the market supervision to act.

const shop = { kind: 'shop', name: '老赵烧烤' };
let smoke: Matter;

describe('an anonymous complaint about a shop, referred', () => {
  it('is written down without a name', async () => {
    smoke = await clerk.reports({ against: shop, what: '烧烤摊用的肉发臭，烟也直往楼上灌' });
    await smoke.stands({ status: 'reported', accountable: 'clerk', waitsFor: ['clerk'] });
    await smoke.isFor({ ReferCase: [clerk, dispatcher] });
    await smoke.isNotFor({ ReferCase: [liaison], AcceptCase: [liaison] });
  });

  it('goes only to a body that the policy names', async () => {
    await refused('BodyNotInPolicy', clerk.refers(smoke, 'the-neighbour', 'outside-powers'));
    await refused('GroundNotInPolicy', clerk.refers(smoke, 'market-supervision', 'no-time'));
  });

  it('is referred: every clock of ours stands still while the body has it, and our clerk still answers for it', async () => {
    await clerk.refers(smoke, 'market-supervision', 'outside-powers');
    await smoke.stands({
      ...{ status: 'referred', accountable: 'clerk', waitsFor: ['market-supervision'], clocks: {} },
    });
    await clerk.tells(smoke, somebody, '已转市场监管', { subjectOf: 'referral', channel: 'notice' });
    await smoke.isFor({ RecordReferralAnswer: [clerk, dispatcher] });
    await smoke.isNotFor({ RecordReferralAnswer: [grid, liaison], ReportResult: [grid, dispatcher] });
  });

  it('is checked as our own work is, and goes back to the body when it is not done', async () => {
    await clerk.writesDownAnswerOf('market-supervision', smoke, { accepted: true, words: '已责令整改' });
    await smoke.stands({ status: 'awaiting-check' });
    await grid.checks(smoke, '烟还是一样大', false);
    await smoke.stands({ status: 'referred', waitsFor: ['market-supervision'], reworked: 1 });
    await clerk.writesDownAnswerOf('market-supervision', smoke, {
      accepted: true,
      words: '换了净化器，已处罚',
    });
    await grid.checks(smoke, '无烟，证照齐全');
    await smoke.stands({ status: 'awaiting-follow-up', clocks: { 'follow-up': 72 } });
  });

  it('is closed: the answer hangs on the board, and nobody can be asked', async () => {
    await refused('AnswerOwed', dispatcher.does(smoke, 'CloseCase'));
    await clerk.tells(smoke, somebody, '烧烤摊已整改', { channel: 'notice' });
    await clerk.followsUp(smoke, somebody, { outcome: 'not-possible', channel: 'notice' });
    await smoke.stands({ status: 'closed', closedAs: 'unrated' });
    await smoke.isHeardBy([{ who: somebody, told: 'result', asked: 'not-possible' }]);
    await smoke.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    smoke.tells(`
      clerk     CaseReported
      clerk     CaseReferred
      clerk     RequesterAnswered
      clerk     ReferralAnswered
      grid      ResultChecked
      grid      ReworkOrdered
      clerk     ReferralAnswered
      grid      ResultChecked
      grid      CaseHandled
      clerk     RequesterAnswered
      clerk     FollowUpRecorded
      dispatch  CaseClosed
    `));
});
