import type { CaseCommandOf } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { Community } from './community.fixtures';

// 更正类别: what nobody has work of yet goes where the corrected category sends it.

let community: Community;
beforeEach(async () => {
  community = await Community.open();
});
afterEach(async () => {
  await community.settle();
  expect(await community.messaging.parking.list()).toEqual([]);
  await community.close();
});

type Fields = CaseCommandOf<'AmendReport'>['data']['fields'];

async function reported(category: string): Promise<string> {
  const caseId = await community.report('boxes in the stairwell', category);
  await community.settle();
  return caseId;
}

async function correct(caseId: string, fields: Fields): Promise<void> {
  const data = {
    ...{ amendmentId: derivedId(caseId, JSON.stringify(fields)), requesterId: community.requesterOf(caseId) },
    ...{ supersedes: derivedId(caseId, 'report'), fields },
  };
  await community.tell(caseId, { type: 'AmendReport', data });
  await community.settle();
}

const leaderOf = async (caseId: string) => (await community.lead(caseId)).assignee;

describe('a corrected category', () => {
  it('sends what was taken for a three-key matter to its own unit and post', async () => {
    const caseId = await reported('wall-plaster');
    expect(await community.case(caseId)).toMatchObject({ status: 'filed', unit: 'community' });
    await correct(caseId, { category: 'other' });
    expect(await community.case(caseId)).toMatchObject({
      ...{ status: 'dispatched', category: 'other', unit: 'grid-1', level: 'grid-branch' },
    });
    expect(await leaderOf(caseId)).toMatchObject({ post: 'grid-1-worker' });
    expect((await community.types(caseId)).slice(-3)).toEqual([
      ...['ReportAmended', 'CaseFiled', 'WorkOrderDispatched'],
    ]);
  });

  it('sends it to volunteers, where they do it, for as long as that takes and as soon as it has to be', async () => {
    const caseId = await reported('wall-plaster');
    await community.volunteer('ann');
    await community.settle();
    await correct(caseId, { category: 'lighting' });
    expect(await community.case(caseId)).toMatchObject({ status: 'dispatched', urgency: 'soon' });
    const { assignee, need } = await community.lead(caseId);
    expect([assignee, need?.skills]).toEqual([{ kind: 'volunteers' }, ['electrics']]);
    expect(await community.openOffers(caseId)).toHaveLength(1);
  });

  it('files and sends what was accepted, and had nobody who could lead it', async () => {
    await community.tellOrganisation({ type: 'LeavePost', data: { post: 'liaison' } });
    await community.settle();
    const caseId = await reported('property-service');
    expect((await community.case(caseId)).status).toBe('accepted');
    await correct(caseId, { category: 'other' });
    expect(await leaderOf(caseId)).toMatchObject({ post: 'grid-1-worker' });
  });

  it('keeps for its three keys what somebody gave back as none of their work', async () => {
    const caseId = await reported('other');
    const { workOrderId } = await community.lead(caseId);
    await community.tell(caseId, { type: 'ReturnWorkOrder', data: { workOrderId, ground: 'wrong-handler' } });
    await community.settle();
    await correct(caseId, { category: 'wall-plaster' });
    expect(await community.case(caseId)).toMatchObject({ status: 'filed', unit: 'community' });
    const convene = { type: 'ConveneJointResolution', data: {} } as const;
    await community.tell(caseId, convene, { id: 'clerk', role: 'dispatcher' });
    expect((await community.case(caseId)).status).toBe('awaiting-keys');
  });

  it('leaves what has climbed where it climbed to', async () => {
    const caseId = await reported('other');
    await community.tell(
      caseId,
      { type: 'EscalateCase', data: { reason: 'not-settled' } },
      { id: 'clerk', role: 'dispatcher' },
    );
    const { workOrderId } = await community.lead(caseId);
    await community.tell(caseId, { type: 'ReturnWorkOrder', data: { workOrderId, ground: 'wrong-handler' } });
    await community.settle();
    expect(await community.case(caseId)).toMatchObject({ status: 'filed', unit: 'community' });
    await correct(caseId, { category: 'errand' });
    expect((await community.case(caseId)).unit).toBe('community');
  });

  it('is refused once somebody has work of it', async () => {
    const taken = await reported('other');
    await expect(correct(taken, { category: 'noise' })).rejects.toThrow('WorkGivenOut');
  });

  it('of nothing but its urgency sends it nowhere', async () => {
    const caseId = await reported('wall-plaster');
    await correct(caseId, { urgency: 'urgent' });
    expect((await community.types(caseId)).at(-1)).toBe('ReportAmended');
  });
});
