import type { MatchEvent } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { Community } from './community.fixtures';

// 更正地址: what rested on an address goes where the corrected one belongs, but for what somebody has chosen or taken.

let community: Community;
beforeEach(async () => {
  community = await Community.open();
  await community.secondGrid();
});
afterEach(async () => {
  await community.settle();
  expect(await community.messaging.parking.list()).toEqual([]);
  await community.close();
});

type Ranking = MatchEvent['data'];
const dispatcher = { id: 'clerk', role: 'dispatcher' } as const;

async function reported(category: string): Promise<string> {
  const caseId = await community.report('boxes in the stairwell', category);
  await community.settle();
  return caseId;
}

async function correct(caseId: string, building: string): Promise<void> {
  const data = {
    ...{ amendmentId: derivedId(caseId, building), requesterId: community.requesterOf(caseId) },
    ...{ supersedes: derivedId(caseId, 'report'), fields: { place: { compound: 'dawn-lane', building } } },
  };
  await community.tell(caseId, { type: 'AmendReport', data });
  await community.settle();
}

const leaderOf = async (caseId: string) => (await community.lead(caseId)).assignee;

describe('a corrected address', () => {
  it('takes the case to its own unit, and the order that nobody had taken to the post there', async () => {
    const caseId = await reported('other');
    expect(await leaderOf(caseId)).toMatchObject({ post: 'grid-1-worker' });
    await correct(caseId, 'b2');
    expect(await leaderOf(caseId)).toEqual({ kind: 'post', post: 'grid-2-worker', person: 'second' });
    expect(await community.case(caseId)).toMatchObject({ status: 'dispatched', unit: 'grid-2' });
    const returned = (await community.history(`case-${caseId}`)).filter(
      ({ type }) => type === 'WorkOrderReturned',
    );
    expect(returned).toMatchObject([{ data: { ground: 'wrong-handler' } }]);
  });

  it('leaves the order with who has taken it, and with whom a person has chosen', async () => {
    const taken = await reported('other');
    const { workOrderId } = await community.lead(taken);
    await community.tell(
      taken,
      { type: 'AcknowledgeWorkOrder', data: { workOrderId } },
      { id: 'grid', role: 'grid-worker' },
    );
    await correct(taken, 'b2');
    expect(await leaderOf(taken)).toMatchObject({ post: 'grid-1-worker' });
  });

  it('leaves an order where a person has sent it', async () => {
    const caseId = await reported('other');
    const { workOrderId } = await community.lead(caseId);
    const to = { kind: 'post', post: 'liaison', person: 'liao' } as const;
    const chosen = { workOrderId, to, reason: 'local-knowledge' };
    await community.tell(caseId, { type: 'ReassignWorkOrder', data: chosen }, dispatcher);
    const back = { ...chosen, to: { kind: 'post', post: 'grid-1-worker', person: 'grid' } as const };
    await community.tell(caseId, { type: 'ReassignWorkOrder', data: back }, dispatcher);
    await correct(caseId, 'b2');
    expect(await leaderOf(caseId)).toEqual(back.to);
  });

  it('changes nothing where the unit is still its own', async () => {
    const caseId = await reported('other');
    await correct(caseId, 'b1');
    expect((await community.types(caseId)).at(-1)).toBe('ReportAmended');
  });

  it('takes a case that waits for somebody to lead it to its own unit, whose post takes it', async () => {
    const caseId = await reported('other');
    const { workOrderId } = await community.lead(caseId);
    await community.tell(caseId, {
      type: 'ReturnWorkOrder',
      data: { workOrderId, ground: 'outside-duties' },
    });
    await community.settle();
    expect((await community.case(caseId)).status).toBe('filed');
    await correct(caseId, 'b2');
    expect(await community.case(caseId)).toMatchObject({ status: 'dispatched', unit: 'grid-2' });
    expect(await leaderOf(caseId)).toMatchObject({ post: 'grid-2-worker' });
  });

  /** Filed, and waiting for somebody to lead it. */
  async function returned(): Promise<string> {
    const caseId = await reported('other');
    const { workOrderId } = await community.lead(caseId);
    const data = { workOrderId, ground: 'outside-duties' };
    await community.tell(caseId, { type: 'ReturnWorkOrder', data });
    await community.settle();
    return caseId;
  }
  const plan = {
    ...{ content: '北墙重新抹灰', costFen: 1_200_000, payer: 'property', source: 'service-fee' as const },
    ...{ scope: '2号楼北墙', term: '2026-05-01' },
  };

  it('takes a case to its own unit once the lock opens, where three keys were awaited meanwhile', async () => {
    const caseId = await returned();
    await community.tell(caseId, { type: 'ConveneJointResolution', data: {} }, dispatcher);
    await correct(caseId, 'b2');
    expect(await community.case(caseId)).toMatchObject({ status: 'awaiting-keys', unit: 'grid-1' });
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    for (const [party, holder] of [
      ['branch', 'zhi'],
      ['owners', 'ye'],
      ['property', 'wu'],
    ] as const) {
      const turn = { type: 'TurnKey', data: { party, version: 1, holder } } as const;
      await community.tell(caseId, turn, { id: holder, role: 'key-holder' });
    }
    await community.settle();
    expect(await community.case(caseId)).toMatchObject({ status: 'dispatched', unit: 'grid-2' });
    expect(await leaderOf(caseId)).toMatchObject({ post: 'grid-2-worker' });
  });

  it('takes a case to its own unit once another body gives it back', async () => {
    const caseId = await returned();
    const referralId = derivedId(caseId, 'referral');
    const referred = { referralId, body: 'police', basis: 'outside-powers' };
    await community.tell(caseId, { type: 'ReferCase', data: referred }, dispatcher);
    await correct(caseId, 'b2');
    const answer = { referralId, accepted: false, words: '不归我们管' };
    await community.tell(caseId, { type: 'RecordReferralAnswer', data: answer }, dispatcher);
    await community.settle();
    expect(await community.case(caseId)).toMatchObject({ status: 'dispatched', unit: 'grid-2' });
  });

  it('is where the way of volunteers is counted from, from then on', async () => {
    for (const name of ['ann', 'bo']) await community.volunteer(name);
    const caseId = await reported('lighting');
    const { workOrderId } = await community.lead(caseId);
    const [first, second] = await community.openOffers(caseId);
    await community.accept(caseId, first!.offerId);
    await community.settle();
    await correct(caseId, 'b2');
    const release = { workOrderId, offerId: first!.offerId, reason: 'illness' };
    await community.tell(caseId, { type: 'ReleaseVolunteer', data: release }, dispatcher);
    await community.settle();
    const rankings = await community.history(`match-${workOrderId}`);
    const nearness = rankings.map(({ data }) => {
      const { ranked } = data as unknown as Ranking;
      const terms = ranked.find(({ volunteerId }) => volunteerId === second!.volunteerId)?.terms;
      return terms?.find(({ term }) => term === 'territory')?.points;
    });
    expect(nearness).toHaveLength(2);
    // Points are of a distance: fewer are nearer.
    expect(nearness[1]!).toBeGreaterThan(nearness[0]!);
  });
});
