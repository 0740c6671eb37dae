import { clerk, dispatcher, grid, liaison, mediator, refused, secretary } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';

// 邻里噪声: one dispute between neighbours that ends in a settlement, and one that does not.

const huang: Resident = { name: '黄清', phone: '19966667777' };
const upstairs = { kind: 'household', name: '楼上赵家', phone: '19900009999' };

describe('noise between neighbours that ends in a settlement', () => {
  let noise: Matter;

  it('goes to the mediator, and to nobody else', async () => {
    noise = await clerk.reports({
      ...{ of: huang, against: upstairs, confidential: true, as: 'noise' },
      what: '楼上每天半夜拖桌子，睡不好',
    });
    await noise.stands({
      ...{ status: 'dispatched', accountable: 'clerk', waitsFor: ['mediator'] },
      clocks: { acknowledgement: 24, handling: 168 },
    });
    await noise.isFor({ AcknowledgeWorkOrder: [mediator, dispatcher] });
    await noise.isNotFor({ AcknowledgeWorkOrder: [liaison, clerk], RecordSettlement: [mediator] });
    const reassigned = {
      to: { kind: 'post', post: 'grid-1-worker', person: 'grid' },
      reason: 'local-knowledge',
    };
    const { workOrderId } = await noise.lead();
    const toTheGrid = dispatcher.does(noise, 'ReassignWorkOrder', { workOrderId, ...reassigned });
    await refused('NeedsMediation', toTheGrid);
  });

  it('is taken by the mediator, who hears from her alone that the other side may know', async () => {
    await mediator.takes(noise);
    await noise.stands({ status: 'handling', waitsFor: ['mediator'] });
    await noise.isFor({ ConsentToDisclosure: [mediator], RecordSettlement: [mediator, dispatcher] });
    await mediator.hearsConsentOf(huang, noise);
    await noise.isNotFor({ ConsentToDisclosure: [mediator] });
  });

  it('is no work that somebody reports as done, and no matter of three keys', async () => {
    await refused('NeedsSettlement', mediator.finishes(noise, '说过了'));
    await refused('NeedsMediation', clerk.convenes(noise));
  });

  it('is settled in writing: result and check in one', async () => {
    await mediator.says(noise, '两家都见了面');
    await mediator.settles(noise, [huang], '晚十点后不拖家具，桌脚加垫');
    await noise.stands({ status: 'awaiting-follow-up', clocks: { 'follow-up': 72 } });
    await noise.isNotFor({ CheckResult: [grid, secretary], RecordSettlement: [mediator] });
  });

  it('is followed up by somebody else than the mediator, and closed', async () => {
    await clerk.tells(noise, huang, '双方签了协议');
    await refused('DoerMayNotFollowUp', mediator.hears(noise, huang, true));
    await clerk.hears(noise, huang, true);
    await noise.stands({ status: 'closed', closedAs: 'solved' });
    await noise.isHeardBy([{ who: huang, told: 'result', asked: 'reached' }]);
    await noise.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    noise.tells(`
      clerk     CaseReported
      clerk     CaseAccepted
      dispatch  CaseFiled
      dispatch  WorkOrderDispatched
      mediator  WorkOrderAcknowledged
      mediator  DisclosureConsented
      mediator  ProgressReported
      mediator  SettlementRecorded
      mediator  CaseHandled
      clerk     RequesterAnswered
      clerk     FollowUpRecorded
      dispatch  CaseClosed
    `));
});

describe('noise between neighbours that no settlement ends', () => {
  const sister: Resident = { name: '黄洁', phone: '19966668888' };
  let noise: Matter;

  it('goes to the mediator, who begins at once', async () => {
    noise = await clerk.reports({ of: sister, against: upstairs, what: '天天半夜跳绳', as: 'noise' });
    await mediator.starts(noise);
    await noise.stands({ status: 'handling', waitsFor: ['mediator'], clocks: { handling: 168 } });
  });

  it('does not end before both sides know what else they can do', async () => {
    await refused('RightsNotExplained', mediator.failsToSettle(noise, 'side-absent', false));
    await refused('GroundNotInPolicy', mediator.failsToSettle(noise, 'tired', true));
    await noise.stands({ status: 'handling' });
  });

  it('ends without a settlement, their rights explained', async () => {
    await mediator.failsToSettle(noise, 'side-absent', true);
    await noise.stands({ status: 'awaiting-follow-up', accountable: 'clerk' });
    expect(await noise.fact('SettlementFailed')).toMatchObject({
      reason: 'side-absent',
      mediator: 'mediator',
    });
  });

  it('is closed though she does not want to say how she likes it: that is never counted as content', async () => {
    await clerk.tells(noise, sister, '对方不到场，已告知可以起诉');
    await clerk.followsUp(noise, sister, { outcome: 'refused' });
    await noise.stands({ status: 'closed', closedAs: 'unrated' });
    await noise.isHeardBy([{ who: sister, told: 'result', asked: 'refused' }]);
    await noise.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    noise.tells(`
      clerk     CaseReported
      clerk     CaseAccepted
      dispatch  CaseFiled
      dispatch  WorkOrderDispatched
      mediator  WorkOrderAcknowledged
      mediator  HandlingStarted
      mediator  SettlementFailed
      mediator  CaseHandled
      clerk     RequesterAnswered
      clerk     FollowUpRecorded
      dispatch  CaseClosed
    `));
});
