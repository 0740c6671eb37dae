import type { Actor } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { Community } from './community.fixtures';

// 楼上跳绳: what a mediator brings to a settlement or not, and what another body answers, through dispatch.

let community: Community;
beforeEach(async () => {
  community = await Community.open();
});
afterEach(async () => {
  await community.settle();
  expect(await community.messaging.parking.list()).toEqual([]);
  await community.close();
});

const mediator: Actor = { id: 'mediator', role: 'mediator', post: 'mediation' };
const dispatcher: Actor = { id: 'clerk', role: 'dispatcher' };

async function mediated(): Promise<{ caseId: string; workOrderId: string }> {
  const caseId = await community.report('rope skipping', 'noise');
  await community.settle();
  const { workOrderId, assignee } = await community.lead(caseId);
  expect(assignee).toEqual({ kind: 'post', post: 'mediation', person: 'mediator' });
  await community.tell(caseId, { type: 'StartHandling', data: { workOrderId } }, mediator);
  return { caseId, workOrderId };
}

/** Told, asked, and closed by dispatch. */
async function closed(caseId: string): Promise<string> {
  const requesterId = community.requesterOf(caseId);
  const said = { requesterId, channel: 'phone' } as const;
  const answer = {
    ...said,
    answerId: derivedId(caseId, 'answer'),
    subjectOf: 'result' as const,
    words: '说好了',
  };
  const followUp = {
    ...said,
    followUpId: derivedId(caseId, 'follow-up'),
    outcome: 'reached' as const,
    solved: true,
  };
  await community.tell(caseId, { type: 'AnswerRequester', data: answer }, dispatcher);
  await community.tell(caseId, { type: 'RecordFollowUp', data: followUp }, dispatcher);
  await community.settle();
  return (await community.case(caseId)).status;
}

describe('a dispute between neighbours', () => {
  it('goes to the mediator, and closes after a settlement that the residents have heard', async () => {
    const { caseId, workOrderId } = await mediated();
    const settlement = {
      ...{
        workOrderId,
        settlementId: derivedId(workOrderId, 'settlement'),
        form: 'written' as const,
        terms: '晚十点后不跳绳',
      },
      requesterIds: [community.requesterOf(caseId)],
    };
    await community.tell(caseId, { type: 'RecordSettlement', data: settlement }, mediator);
    expect(await closed(caseId)).toBe('closed');
  });

  it('closes without one, too', async () => {
    const { caseId, workOrderId } = await mediated();
    const failure = {
      ...{
        workOrderId,
        settlementId: derivedId(workOrderId, 'settlement'),
        reason: 'no-agreement',
        rightsExplained: true,
      },
    };
    await community.tell(caseId, { type: 'RecordSettlementFailure', data: failure }, mediator);
    expect(await closed(caseId)).toBe('closed');
  });
});

describe('a matter of another body', () => {
  it('is dispatched here after all, where the body says that it is not theirs', async () => {
    const caseId = await community.receive('stall');
    const referral = { referralId: caseId, body: 'market-supervision', basis: 'outside-powers' };
    await community.tell(caseId, { type: 'AcceptCase', data: { category: 'question' } });
    await community.tell(caseId, { type: 'ReferCase', data: referral }, dispatcher);
    await community.settle();
    expect((await community.case(caseId)).status).toBe('referred');
    const answer = { referralId: caseId, accepted: false, words: '不归我们管' };
    await community.tell(caseId, { type: 'RecordReferralAnswer', data: answer }, dispatcher);
    await community.settle();
    const { status, unit } = await community.case(caseId);
    expect([status, unit]).toEqual(['dispatched', 'community']);
  });
});
