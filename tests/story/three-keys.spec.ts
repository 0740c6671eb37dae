import type { Actor } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { Community } from './community.fixtures';

// 楼道墙皮脱落: what three parties of a compound settle together, through dispatch and timers.

let community: Community;
beforeEach(async () => {
  community = await Community.open();
});
afterEach(async () => {
  await community.settle();
  expect(await community.messaging.parking.list()).toEqual([]);
  await community.close();
});

const holders = { branch: 'zhi', owners: 'ye', property: 'wu' } as const;
type Party = keyof typeof holders;
const holder = (party: Party): Actor => ({ id: holders[party], role: 'key-holder' });
const dispatcher: Actor = { id: 'clerk', role: 'dispatcher' };
const plan = {
  content: '北墙重新抹灰',
  costFen: 1_200_000,
  payer: 'property',
  source: 'service-fee' as const,
  scope: '1号楼北墙',
  term: '2026-05-01',
};

async function convened(): Promise<string> {
  const caseId = await community.report('wall plaster', 'wall-plaster');
  await community.settle();
  await community.tell(caseId, { type: 'ConveneJointResolution', data: {} }, dispatcher);
  return caseId;
}

async function turn(caseId: string, version: number, ...parties: Party[]): Promise<void> {
  for (const party of parties) {
    const data = { party, version, holder: holders[party] };
    await community.tell(caseId, { type: 'TurnKey', data }, holder(party));
  }
  await community.settle();
}

const secondPhone = '19912345679';

/** Whoever reported it has heard and is content; a second caller has not. */
async function reportedAndChecked(caseId: string): Promise<void> {
  const { workOrderId } = await community.lead(caseId);
  const result = { workOrderId, outcome: 'done', words: '抹好了' } as const;
  await community.tell(caseId, { type: 'ReportResult', data: result }, { id: 'liao', role: 'handler' });
  await community.join(caseId, secondPhone);
  const requesterId = community.requesterOf(caseId);
  const said = { requesterId, channel: 'phone' } as const;
  const check = { checkId: derivedId(caseId, 'check'), passed: true, found: '平整' };
  const answer = {
    ...said,
    answerId: derivedId(caseId, 'answer'),
    subjectOf: 'result',
    words: '好了',
  } as const;
  const heard = {
    ...said,
    followUpId: derivedId(caseId, 'heard'),
    outcome: 'reached',
    solved: true,
  } as const;
  await community.tell(caseId, { type: 'CheckResult', data: check }, dispatcher);
  await community.tell(caseId, { type: 'AnswerRequester', data: answer });
  await community.tell(caseId, { type: 'RecordFollowUp', data: heard });
}

/** Help of volunteers for whoever leads the work. */
const helpers = {
  ...({ workOrderId: derivedId('helpers'), part: 'support', assignee: { kind: 'volunteers' } } as const),
  need: {
    ...{ skills: ['electrics'], interests: [], certificates: [], seats: 1, minutes: 60 },
    place: { compound: 'dawn-lane', building: 'b1' },
    windows: [{ from: '2026-03-03T01:00:00.000Z', to: '2026-03-03T09:00:00.000Z' }],
  },
};

async function askedOf(caseId: string): Promise<string[]> {
  const { rounds } = await community.case(caseId);
  const order = rounds[0].orders.find(({ workOrderId }) => workOrderId === helpers.workOrderId);
  const open = order?.offers.filter(({ status }) => status === 'open') ?? [];
  return open.map(({ volunteerId }) => volunteerId);
}

const planHashes = async (caseId: string) =>
  (await community.history(`case-${caseId}`))
    .filter(({ type }) => type === 'KeyTurned')
    .map(({ data }) => data['planHash']);

describe('what three parties settle together', () => {
  it('waits for people to convene them, and is sent to its post once the lock is open', async () => {
    const caseId = await community.report('wall plaster', 'wall-plaster');
    await community.settle();
    expect((await community.case(caseId)).status).toBe('filed');
    await community.tell(caseId, { type: 'ConveneJointResolution', data: {} }, dispatcher);
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    await turn(caseId, 1, 'branch', 'owners');
    expect((await community.case(caseId)).status).toBe('awaiting-keys');
    await turn(caseId, 1, 'property');
    const state = await community.case(caseId);
    expect([state.status, (await community.lead(caseId)).assignee]).toEqual([
      'dispatched',
      { kind: 'post', post: 'liaison', person: 'liao' },
    ]);
  });

  it('is agreed on the leaf of the plan as it is stored', async () => {
    const caseId = await convened();
    const { leafHash } = await community.tell(
      caseId,
      { type: 'ProposePlan', data: { version: 1, plan } },
      dispatcher,
    );
    await turn(caseId, 1, 'branch', 'owners');
    expect(await planHashes(caseId)).toEqual([leafHash, leafHash]);
  });

  it('suspends work under way: nobody is asked for it until the lock is open', async () => {
    for (const name of ['ann', 'bo', 'cai']) await community.volunteer(name);
    const caseId = await community.report('path light', 'lighting');
    await community.settle();
    const [first] = await community.openOffers(caseId);
    await community.accept(caseId, first!.offerId);
    await community.settle();
    const { workOrderId } = await community.lead(caseId);
    await community.tell(caseId, { type: 'ConveneJointResolution', data: {} }, dispatcher);
    const release = { workOrderId, offerId: first!.offerId, reason: 'illness' };
    await community.tell(caseId, { type: 'ReleaseVolunteer', data: release }, dispatcher);
    await community.settle();
    expect(await community.openOffers(caseId)).toEqual([]);
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    await turn(caseId, 1, 'branch', 'owners', 'property');
    expect((await community.case(caseId)).status).toBe('handling');
    expect((await community.openOffers(caseId)).length).toBeGreaterThan(0);
  });

  it('asks those anew, once the lock is open, who could not answer while it was shut', async () => {
    for (const name of ['ann', 'bo', 'cai']) await community.volunteer(name);
    const caseId = await community.report('broken road', 'road-surface');
    await community.settle();
    const { workOrderId: lead } = await community.lead(caseId);
    await community.tell(caseId, { type: 'AcknowledgeWorkOrder', data: { workOrderId: lead } }, dispatcher);
    await community.tell(caseId, { type: 'DispatchWorkOrder', data: { order: helpers } }, dispatcher);
    await community.settle();
    const asked = await askedOf(caseId);
    expect(asked).toHaveLength(3);
    await community.tell(caseId, { type: 'ConveneJointResolution', data: {} }, dispatcher);
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    await community.passTo('2026-03-02T09:00:00.000Z');
    expect(await askedOf(caseId)).toEqual([]);
    await turn(caseId, 1, 'branch', 'owners', 'property');
    expect([...(await askedOf(caseId))].sort()).toEqual([...asked].sort());
    expect(await community.types(caseId)).not.toContain('OfferExpired');
    expect(await community.types(caseId)).not.toContain('VolunteersExhausted');
  });

  it('looks for somebody else in place of who was booked for a time that is over by then', async () => {
    for (const name of ['ann', 'bo', 'cai']) await community.volunteer(name);
    const caseId = await community.report('path light', 'lighting');
    await community.settle();
    const [first] = await community.openOffers(caseId);
    await community.accept(caseId, first!.offerId);
    await community.settle();
    await community.tell(caseId, { type: 'ConveneJointResolution', data: {} }, dispatcher);
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    await community.passTo(first!.window.to);
    await turn(caseId, 1, 'branch', 'owners', 'property');
    const { offers } = await community.lead(caseId);
    expect(offers.find(({ offerId }) => offerId === first!.offerId)).toMatchObject({
      ...{ status: 'released', releasedFor: 'keys-awaited' },
    });
    expect(await community.types(caseId)).not.toContain('VolunteerNoShow');
    expect((await community.openOffers(caseId)).length).toBeGreaterThan(0);
  });

  it('gives every key back with a new version', async () => {
    const caseId = await convened();
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    await turn(caseId, 1, 'branch', 'owners');
    const dearer = { version: 2, plan: { ...plan, costFen: 2_000_000 } };
    await community.tell(caseId, { type: 'ProposePlan', data: dearer }, dispatcher);
    await turn(caseId, 2, 'property');
    expect((await community.case(caseId)).rounds[0].joint).toMatchObject({
      lock: 'shut',
      keys: [{ party: 'property' }],
    });
  });

  it('takes back the order that nobody had taken from whom a correction kept out while keys were awaited', async () => {
    const caseId = await convened();
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    await turn(caseId, 1, 'branch', 'owners', 'property');
    const { workOrderId } = await community.lead(caseId);
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 2, plan } }, dispatcher);
    const amendment = {
      ...{ amendmentId: derivedId(caseId, 'kin'), requesterId: community.requesterOf(caseId) },
      supersedes: derivedId(caseId, 'report'),
    };
    const respondent = { respondentId: derivedId(caseId, 'li'), name: '李某', keptOut: ['liao'] };
    await community.tell(caseId, {
      type: 'AmendReport',
      data: { ...amendment, fields: { respondent: { ...respondent, kind: 'person' } } },
    });
    await community.settle();
    expect(await community.types(caseId)).not.toContain('WorkOrderReturned');
    await turn(caseId, 2, 'branch', 'owners', 'property');
    const { status, rounds } = await community.case(caseId);
    expect([status, rounds[0].orders]).toMatchObject(['filed', [{ workOrderId, status: 'returned' }]]);
  });

  it('rests after an objection to a sheet, and what all have heard by then ends when the lock is open again', async () => {
    const caseId = await convened();
    await community.tell(caseId, { type: 'ProposePlan', data: { version: 1, plan } }, dispatcher);
    await turn(caseId, 1, 'branch', 'owners');
    const key = { party: 'property', version: 1, holder: holders.property } as const;
    const sheet = { channel: 'visit', minutes: 'minutes-7' } as const;
    await community.tell(caseId, { type: 'TurnKey', data: { ...key, sheet } }, dispatcher);
    await community.settle();
    await reportedAndChecked(caseId);
    await community.tell(caseId, { type: 'TakeKeyBack', data: key }, holder('property'));
    const withdrawn = { requesterId: derivedId(caseId, secondPhone) };
    await community.tell(caseId, { type: 'WithdrawRequest', data: withdrawn });
    await community.settle();
    expect((await community.case(caseId)).status).toBe('awaiting-keys');
    await turn(caseId, 1, 'property');
    expect((await community.case(caseId)).status).toBe('closed');
  });

  it('is told to nobody twice when keys are overdue', async () => {
    const caseId = await convened();
    await community.settle();
    await community.passTo('2026-03-12T01:00:00.000Z');
    const types = await community.types(caseId);
    expect(types.filter((type) => type === 'KeyOverdue')).toHaveLength(3);
    expect(types.filter((type) => type === 'DeadlineBreached')).toEqual([]);
    await community.tell(caseId, { type: 'EndJointResolution', data: { reason: 'silent' } }, dispatcher);
    await community.settle();
    expect((await community.case(caseId)).status).toBe('filed');
  });
});
