import { clerk, dispatcher, grid, liaison, refused } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';

// 一栋楼停水，三个人打电话: three callers about one outage are one case with three requesters; and where two cases were opened
// all the same, one is merged into the other.

const hu: Resident = { name: '胡丽云', phone: '19911110001' };
const chenAifang: Resident = { name: '陈爱芳', phone: '19911110002' };
const zhang: Resident = { name: '张大力', phone: '19911110003' };
let outage: Matter;

describe('a second caller about the same outage', () => {
  it('begins with the first one', async () => {
    outage = await clerk.reports({
      of: hu,
      what: '早上起来整个单元就没水',
      as: 'property-service',
      urgency: 'soon',
    });
    await outage.stands({ status: 'dispatched', waitsFor: ['liaison'], accountable: 'clerk' });
  });

  it('is found by the clerk at the same place, and joins instead of opening a second case', async () => {
    await clerk.finds(outage, { building: '1' });
    await clerk.joins(outage, chenAifang, '我家也没水');
    await clerk.joins(outage, zhang, '三楼也停了');
    await outage.once(({ requesters }) => expect(requesters).toHaveLength(3));
    await outage.tellsNothingOf([hu, chenAifang, zhang], liaison);
  });

  it('changes nothing of who works and by when', async () => {
    await liaison.takes(outage);
    await outage.stands({ status: 'handling', waitsFor: ['liaison'], clocks: { handling: 72 } });
  });

  it('leaves by themself when it is over for them, and the others stay', async () => {
    await clerk.hearsThatItIsOverFor(outage, zhang, '我搬去女儿家了');
    await outage.stands({ status: 'handling' });
    await refused('RequesterHasWithdrawn', clerk.tells(outage, zhang, '有水了'));
  });

  it('hears of the result as the first one does, and either can send it back to work', async () => {
    await liaison.finishes(outage, '水泵房换了保险丝', { minutes: 30 });
    await grid.checks(outage, '一楼有水');
    for (const each of [hu, chenAifang]) await clerk.tells(outage, each, '水来了');
    await clerk.hears(outage, hu, true);
    await outage.stands({ status: 'awaiting-follow-up' });
    await refused('FollowUpOwed', dispatcher.does(outage, 'CloseCase'));
    await clerk.hears(outage, chenAifang, false);
    await outage.stands({ status: 'handling', waitsFor: ['liaison'], reworked: 1 });
  });

  it('is asked again with everybody else, and the case closes when each of them is content', async () => {
    await liaison.finishes(outage, '五楼减压阀也换了', { minutes: 50 });
    await refused('not-found', liaison.checks(outage, '都好了'));
    await grid.checks(outage, '五楼水压正常');
    for (const each of [hu, chenAifang]) await clerk.tells(outage, each, '五楼也好了');
    for (const each of [hu, chenAifang]) await clerk.hears(outage, each, true);
    await outage.stands({ status: 'closed', closedAs: 'solved' });
    await outage.isHeardBy([
      { who: hu, told: 'result', asked: 'reached' },
      { who: chenAifang, told: 'result', asked: 'reached' },
      { who: zhang, told: 'nothing', asked: 'not asked' },
    ]);
    await outage.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    outage.tells(`
      clerk     CaseReported
      clerk     CaseAccepted
      dispatch  CaseFiled
      dispatch  WorkOrderDispatched
      clerk     RequesterJoined
      clerk     RequesterJoined
      liaison   WorkOrderAcknowledged
      clerk     RequesterWithdrew
      liaison   ResultReported
      grid      ResultChecked
      grid      CaseHandled
      clerk     RequesterAnswered
      clerk     RequesterAnswered
      clerk     FollowUpRecorded
      clerk     FollowUpRecorded
      clerk     ReworkOrdered
      liaison   ResultReported
      grid      ResultChecked
      grid      CaseHandled
      clerk     RequesterAnswered
      clerk     RequesterAnswered
      clerk     FollowUpRecorded
      clerk     FollowUpRecorded
      dispatch  CaseClosed
    `));
});

describe('a second case about the same outage', () => {
  const gao: Resident = { name: '高淑琴', phone: '19911110004' };
  const luo: Resident = { name: '罗文华', phone: '19911110005' };
  let first: Matter;
  let second: Matter;

  it('is opened by somebody who has not looked', async () => {
    first = await clerk.reports({ of: gao, what: '二单元停水', as: 'property-service' });
    second = await grid.reports({ of: luo, what: '我们家水龙头没水', channel: 'visit' });
    await second.stands({ status: 'reported', accountable: 'grid' });
  });

  it('is merged into the first one, and into no other', async () => {
    await refused('MergesIntoItself', dispatcher.merges(second, second));
    await second.isNotFor({ MergeCase: [liaison] });
    await dispatcher.merges(second, first);
    await second.stands({ status: 'merged', clocks: {} });
    await first.stands({ status: 'dispatched', waitsFor: ['liaison'], accountable: 'clerk' });
    await first.tellsNothingOf([gao, luo], liaison);
  });

  it('says to its own requester where it goes on', async () => {
    await grid.tells(second, luo, '和二单元停水是一件事，已并案', { subjectOf: 'merge' });
    expect(await second.fact('RequesterAnswered')).toMatchObject({ subjectOf: 'merge', channel: 'phone' });
    await first.isHeardBy([{ who: luo, told: 'nothing', asked: 'not asked' }]);
  });

  it('ends when both of them are content', async () => {
    await liaison.takes(first);
    await liaison.finishes(first, '总阀漏水，已换');
    await grid.checks(first, '两家都有水');
    for (const each of [gao, luo]) await clerk.tells(first, each, '水来了');
    await clerk.hears(first, gao, true);
    await first.stands({ status: 'awaiting-follow-up' });
    await clerk.hears(first, luo, true);
    await first.stands({ status: 'closed', closedAs: 'solved' });
    await first.wasAnsweredForBy('clerk');
    await second.wasAnsweredForBy('grid');
  });

  it('tells who did what, in both', async () => {
    await second.tells(`
      grid        CaseReported
      dispatcher  CaseMerged
      grid        RequesterAnswered
    `);
    await first.tells(`
      clerk       CaseReported
      clerk       CaseAccepted
      dispatch    CaseFiled
      dispatch    WorkOrderDispatched
      dispatcher  RequesterJoined
      liaison     WorkOrderAcknowledged
      liaison     ResultReported
      grid        ResultChecked
      grid        CaseHandled
      clerk       RequesterAnswered
      clerk       RequesterAnswered
      clerk       FollowUpRecorded
      clerk       FollowUpRecorded
      dispatch    CaseClosed
    `);
  });
});
