import { clerk, dispatcher, grid, liaison, refused } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';

// 不归我管: a matter of another community; and one that goes from hand to hand until it is where it belongs.

describe('a matter of another community', () => {
  const guo: Resident = { name: '郭永平', phone: '19922220001' };
  let demolition: Matter;

  it('is written down as any other', async () => {
    demolition = await clerk.reports({ of: guo, what: '外地亲戚家拆迁补偿', outside: true });
    await demolition.stands({ status: 'reported', accountable: 'clerk' });
    await demolition.isFor({ DeclineCase: [clerk, dispatcher] });
    await demolition.isNotFor({ DeclineCase: [grid, liaison] });
  });

  it('is turned down on a ground of the policy, and he is told so', async () => {
    await refused('GroundNotInPolicy', clerk.turnsDown(demolition, 'too-difficult', '太难'));
    await clerk.turnsDown(demolition, 'not-our-area', '属外地政府职责');
    await demolition.stands({ status: 'declined', clocks: {} });
    await clerk.tells(demolition, guo, '请拨打当地热线', { subjectOf: 'decline' });
    await demolition.isHeardBy([{ who: guo, told: 'decline', asked: 'not asked' }]);
    await demolition.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    demolition.tells(`
      clerk  CaseReported
      clerk  CaseDeclined
      clerk  RequesterAnswered
    `));
});

describe('a matter that was sent to the wrong place', () => {
  const feng: Resident = { name: '冯秀莲', phone: '19922220002' };
  let puddle: Matter;

  it('goes to the company’s post, which gives it back: it is none of theirs', async () => {
    puddle = await clerk.reports({ of: feng, what: '楼前地下一直往上冒水', as: 'property-service' });
    await puddle.stands({ status: 'dispatched', waitsFor: ['liaison'] });
    await refused('GroundNotInPolicy', liaison.returns(puddle, 'no-wish', '不想管'));
    await liaison.returns(puddle, 'outside-duties', '不是楼里的管子');
  });

  it('lies on the desk then, is sent to the same post no second time, and its clock runs on', async () => {
    await puddle.stands({
      ...{ status: 'filed', accountable: 'clerk', returned: 1, waitsFor: ['clerk'] },
      clocks: { handling: 168 },
    });
    await puddle.isFor({ DispatchWorkOrder: [dispatcher], ReferCase: [dispatcher, clerk] });
    await puddle.isNotFor({ DispatchWorkOrder: [clerk], ReportResult: [liaison] });
  });

  it('is referred to the heating company, who say that it is not theirs', async () => {
    await dispatcher.refers(puddle, 'heating', 'other-jurisdiction');
    await puddle.stands({ status: 'referred', waitsFor: ['heating'], clocks: {} });
    await clerk.tells(puddle, feng, '已转供热公司', { subjectOf: 'referral' });
    await dispatcher.writesDownAnswerOf('heating', puddle, { accepted: false, words: '不是暖气管' });
    await puddle.stands({ status: 'filed', returned: 1, clocks: { handling: 168 } });
  });

  it('is referred to the waterworks, who mend it', async () => {
    await dispatcher.refers(puddle, 'water', 'other-jurisdiction');
    await puddle.stands({ status: 'referred', waitsFor: ['water'] });
    await dispatcher.writesDownAnswerOf('water', puddle, { accepted: true, words: '主管接头已换' });
    await grid.checks(puddle, '地面已干');
    await puddle.stands({ status: 'awaiting-follow-up' });
  });

  it('is closed when she says that it is dry', async () => {
    await clerk.tells(puddle, feng, '自来水公司已修好');
    await clerk.hears(puddle, feng, true);
    await puddle.stands({ status: 'closed', closedAs: 'solved' });
    await puddle.isHeardBy([{ who: feng, told: 'result', asked: 'reached' }]);
    await puddle.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    puddle.tells(`
      clerk       CaseReported
      clerk       CaseAccepted
      dispatch    CaseFiled
      dispatch    WorkOrderDispatched
      liaison     WorkOrderReturned
      dispatcher  CaseReferred
      clerk       RequesterAnswered
      dispatcher  ReferralAnswered
      dispatcher  CaseReferred
      dispatcher  ReferralAnswered
      grid        ResultChecked
      grid        CaseHandled
      clerk       RequesterAnswered
      clerk       FollowUpRecorded
      dispatch    CaseClosed
    `));
});
