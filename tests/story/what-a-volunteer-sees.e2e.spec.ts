import type { CaseDetail, CasePage } from '@threekeys/reporting';
import type { Caller } from '../support/app';
import { Office } from './path-light-office.fixtures';
import { assignedOf, done, openOffers, leadOf, problemOf, registerElectrician } from './path-light.fixtures';
import type { CaseAtWork, Reported } from './path-light.fixtures';

// Handlers see what the task needs: who is only asked sees enough to decide, who comes sees where to ring, and nobody sees it
// for longer than the work lasts.

const phone = '19912345678';
const quiet = '19955556666';
const report = {
  requester: { name: '王桂英', phone, callBack: true },
  respondent: { kind: 'shop', name: '飞鱼快递' },
  channel: 'phone',
  place: { compound: 'dawn-lane', building: '5', entrance: '2', spot: 'stairwell', door: '502' },
  summary: '门口的灯不亮，钥匙在对门',
};

let office: Office;
let volunteer: Caller;
let own: string;
/** Of the first case they are only asked. */
let first: string;
/** They are assigned to the second. */
let second: { light: CaseAtWork; offer: { workOrderId: string; offerId: string } };

beforeAll(async () => {
  office = await Office.open();
  volunteer = await office.signedIn('volunteer');
  own = await registerElectrician(office.staff, {
    ...{ name: '陈明', phone: '19933334444', building: '5', account: 'volunteer' },
  });
  await registerElectrician(office.staff, { name: '周亮', phone: '19944445555', building: '5' });
  await office.settle();
});
afterAll(() => office.close());

async function reported(): Promise<CaseAtWork> {
  const { caseId } = await done(
    office.staff.post<Reported>('/api/cases', { ...report, accept: { category: 'lighting' } }),
  );
  await office.settle();
  return office.caseAt(caseId);
}

/** Each cell that the table speaks of, as the volunteer finds it on the page of the case. */
function cellsOf({ category, urgency, place, summary, requesters, respondent, ...rest }: CaseDetail) {
  const [order] = rest.orders;
  return {
    ...{ category, urgency, summary, respondent, callBack: rest.callBack },
    compound: place.compound,
    building: place.building,
    window: order?.offers.some(({ window }) => window.from < window.to),
    entrance: [place.entrance, order?.need?.place.entrance],
    door: place.door,
    requesters: requesters.length,
    /** Whose offers and bookings. */
    asked: [
      ...new Set([...(order?.offers ?? []), ...(order?.assigned ?? [])].map((each) => each.volunteerId)),
    ],
  };
}

const toDecide = () => ({
  ...{ category: 'lighting', urgency: 'soon', compound: 'dawn-lane', building: '5', window: true },
  ...{ summary: undefined, respondent: undefined, callBack: undefined, door: undefined },
  ...{ entrance: [undefined, undefined], requesters: 0, asked: [own] },
});
const toWork = () => ({
  ...toDecide(),
  ...{ summary: report.summary, callBack: [phone], door: '502', entrance: ['2', '2'] },
});

async function listed(light: CaseAtWork): Promise<unknown> {
  const { cases } = await done(volunteer.get<CasePage>('/api/cases?limit=200'));
  return cases.find(({ caseId }) => caseId === light.caseId)?.place;
}

async function offerOf(light: CaseAtWork): Promise<{ workOrderId: string; offerId: string }> {
  const order = leadOf(await light.now());
  const offer = openOffers(order).find(({ volunteerId }) => volunteerId === own);
  return { workOrderId: order?.workOrderId ?? '', offerId: offer?.offerId ?? '' };
}

async function accepted(light: CaseAtWork): Promise<{ workOrderId: string; offerId: string }> {
  const offer = await offerOf(light);
  await light.do(volunteer, 'AcceptOffer', offer);
  await office.settle();
  expect(assignedOf(await light.now()).map(({ volunteerId }) => volunteerId)).toEqual([own]);
  return offer;
}

describe('a volunteer of a case', () => {
  it('who is asked sees compound, building, category, time and urgency: no door, no words, no people', async () => {
    const light = await reported();
    first = light.caseId;
    expect(openOffers(leadOf(await light.now()))).toHaveLength(2);
    expect(cellsOf(await light.now(volunteer))).toEqual(toDecide());
    expect(await listed(light)).toEqual({ compound: 'dawn-lane', building: '5', spot: 'stairwell' });
    const { workOrderId, offerId } = await offerOf(light);
    const early = light.send(volunteer, 'CheckInVolunteer', { workOrderId, offerId });
    expect(await problemOf(early)).toMatchObject({ status: 404 });
  });

  it('learns nothing of who reported by searching their own cases for a number', async () => {
    const light = office.caseAt(first);
    const searched = await done(volunteer.get<CasePage>(`/api/cases?q=${phone}`));
    expect(searched.cases).toEqual([]);
    const { number } = await light.now();
    const found = await done(volunteer.get<CasePage>(`/api/cases?q=${number}`));
    expect(found.cases.map((each) => each.number)).toEqual([number]);
  });

  it('who is assigned sees where to ring and whom to call back, and never who reported', async () => {
    const light = await reported();
    second = { light, offer: await accepted(light) };
    const seen = await light.now(volunteer);
    expect(cellsOf(seen)).toEqual(toWork());
    for (const secret of ['王桂英', '飞鱼快递']) expect(JSON.stringify(seen)).not.toContain(secret);
  });

  it('who is assigned calls nobody back who asked to stay unnamed, or to be left alone', async () => {
    const requesters = [
      { requester: { name: '李雷', phone: quiet, callBack: true }, confidential: true },
      { requester: { name: '李雷', phone: quiet } },
    ];
    for (const each of requesters) {
      const accept = { category: 'lighting' };
      const { caseId } = await done(
        office.staff.post<Reported>('/api/cases', { ...report, ...each, accept }),
      );
      await office.settle();
      const light = office.caseAt(caseId);
      await accepted(light);
      expect(cellsOf(await light.now(volunteer))).toEqual({ ...toWork(), callBack: undefined });
    }
  });

  it('who was released sees no more than before, and reports nothing', async () => {
    const { light, offer } = second;
    await light.do(office.staff, 'ReleaseVolunteer', { ...offer, reason: 'resident-asked' });
    await office.settle();
    expect(cellsOf(await light.now(volunteer))).toEqual(toDecide());
    expect(await listed(light)).not.toHaveProperty('entrance');
    const progress = { workOrderId: offer.workOrderId, words: '我还去看了' };
    expect(await problemOf(light.send(volunteer, 'ReportProgress', progress))).toMatchObject({ status: 404 });
  });

  it('who has finished sees no more than before, and again once they come for rework', async () => {
    const light = await reported();
    const { workOrderId, offerId } = await accepted(light);
    await light.do(volunteer, 'CheckInVolunteer', { workOrderId, offerId });
    await light.do(volunteer, 'ReportResult', { workOrderId, outcome: 'done', words: '换了灯泡' });
    expect(cellsOf(await light.now(volunteer))).toEqual(toDecide());
    await light.do(office.staff, 'CheckResult', { passed: false, found: '还是不亮' });
    await office.settle();
    expect(cellsOf(await light.now(volunteer))).toEqual(toDecide());
    // Asked so often this week that the policy asks them no more: the dispatcher does.
    const window = (await light.now()).orders[0]?.need?.windows[1];
    const byHand = { workOrderId, volunteerId: own, window, wave: 1, basis: 'offer' };
    await light.do(office.staff, 'OfferToVolunteer', byHand);
    await accepted(light);
    expect(cellsOf(await light.now(volunteer))).toEqual(toWork());
    await light.do(volunteer, 'ReportResult', { workOrderId, outcome: 'done', words: '换了灯座' });
    await light.do(office.staff, 'CheckResult', { passed: true, found: '亮了' });
    const [requester] = (await light.now()).requesters;
    const { requesterId } = requester ?? {};
    await light.do(office.staff, 'AnswerRequester', {
      ...{ requesterId, subjectOf: 'result', channel: 'phone', words: '修好了' },
    });
    await light.do(office.staff, 'RecordFollowUp', {
      ...{ requesterId, outcome: 'reached', channel: 'phone', solved: true },
    });
    await office.settle();
    expect((await light.now()).status).toBe('closed');
    expect(cellsOf(await light.now(volunteer))).toEqual(toDecide());
  });
});
