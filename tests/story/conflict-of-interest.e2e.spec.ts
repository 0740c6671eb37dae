import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { assignedOf, done, leadOf, openOffers, problemOf, registerElectrician } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';

// 回避: nobody helps in their own matter. Who is who is known by the phone alone, inside the process, and no answer says
// which side somebody is on.

let office: Office;
let dispatcher: Caller;
/** Of each volunteer by the last digit of the phone. */
let ids: readonly string[];

const phoneOf = (digit: number) => `1993333444${String(digit)}`;

beforeAll(async () => {
  office = await Office.open();
  dispatcher = await office.signedIn('dispatcher');
  ids = await Promise.all(
    [0, 1, 2].map((digit) =>
      registerElectrician(office.staff, {
        ...{ name: `志愿者${String(digit)}`, phone: phoneOf(digit), building: '5' },
      }),
    ),
  );
  await office.settle();
});
afterAll(() => office.close());

async function reported(differently: Readonly<Record<string, unknown>>): Promise<CaseAtWork> {
  const { caseId } = await done(
    office.staff.post<Reported>('/api/cases', {
      ...{ channel: 'phone', place: { compound: 'dawn-lane', building: '5' }, summary: '灯不亮' },
      ...{ accept: { category: 'lighting' }, ...differently },
    }),
  );
  await office.settle();
  return office.caseAt(caseId);
}

const asked = async (light: CaseAtWork) =>
  openOffers(leadOf(await light.now()))
    .map(({ volunteerId }) => ids.indexOf(volunteerId))
    .sort();

const why = (light: CaseAtWork, volunteer: number) =>
  done(dispatcher.get(`/api/matching/why?case=${light.caseId}&volunteer=${ids[volunteer] ?? ''}`));

async function override(light: CaseAtWork, volunteer: number) {
  const order = leadOf(await light.now());
  const window = openOffers(order)[0]?.window;
  return light.send(dispatcher, 'OfferToVolunteer', {
    ...{ workOrderId: order?.workOrderId, volunteerId: ids[volunteer], window, wave: 1 },
    ...{ basis: 'override', reason: 'local-knowledge' },
  });
}

const keptOut = {
  outcome: 'excluded',
  because: [
    {
      constraint: 'conflict-of-interest',
      names: { zh: '与事件有利害关系，应当回避', en: 'has a part in the matter themselves' },
    },
  ],
};

describe('a volunteer who has a part in a matter', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['reported it', { requester: { name: '王桂英', phone: `+86 ${phoneOf(0)}` } }],
    [
      'spoke for somebody',
      { requester: { name: '王桂英', relation: 'proxy', proxy: { name: '王小梅', phone: phoneOf(0) } } },
    ],
    ['is complained about', { respondent: { kind: 'person', name: '某人', phone: phoneOf(0) } }],
    ['is complained about by name', { respondent: { kind: 'household', name: '志愿者0' } }],
  ])('because they %s is not asked, and nobody is told why', async (_side, report) => {
    const light = await reported(report);
    expect(await asked(light)).toEqual([1, 2]);
    expect(await why(light, 0)).toMatchObject(keptOut);
    expect(await problemOf(override(light, 0))).toEqual({ status: 409, code: 'ConflictOfInterest' });
    await light.do(office.staff, 'WithdrawRequest', {
      requesterId: (await light.now()).requesters[0]?.requesterId,
    });
  });

  it('is found though they joined after they were asked: they cannot take it, and whoever else was asked can', async () => {
    const light = await reported({ urgency: 'urgent' });
    const offers = openOffers(leadOf(await light.now()));
    const [joining] = offers;
    const volunteer = ids.indexOf(joining?.volunteerId ?? '');
    await light.do(office.staff, 'JoinCase', {
      ...{ requester: { name: '志愿者', phone: phoneOf(volunteer) }, words: '我家也不亮', channel: 'phone' },
    });
    const workOrderId = leadOf(await light.now())?.workOrderId;
    const accept = { workOrderId, offerId: joining?.offerId };
    expect(await problemOf(light.send(office.staff, 'AcceptOffer', accept))).toEqual({
      ...{ status: 409, code: 'ConflictOfInterest' },
    });
    await light.do(office.staff, 'AcceptOffer', { workOrderId, offerId: offers[1]?.offerId });
    await office.settle();
    expect(assignedOf(await light.now()).map(({ volunteerId }) => volunteerId)).toEqual([
      offers[1]?.volunteerId,
    ]);
  });
});
