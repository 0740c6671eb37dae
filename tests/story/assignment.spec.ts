import { caseEvents, matchEvents, organisationEvents, volunteerEvents } from '@threekeys/domain';
import type { CaseRow } from '@threekeys/read-models';
import { dispatchConsumer } from '@threekeys/dispatch';
import { matchingConsumer } from '@threekeys/volunteer-matching';
import { derivedId } from '@threekeys/integrity';
import { Community } from './community.fixtures';

let community: Community;
beforeEach(async () => {
  community = await Community.open();
});
afterEach(async () => {
  await community.settle();
  expect(await community.messaging.parking.list()).toEqual([]);
  await expectNothingNewFromReplay();
  await community.close();
});

/** The saga's law: every event delivered once more to services that forgot everything records nothing. */
async function expectNothingNewFromReplay(): Promise<void> {
  const { size } = await community.store.head();
  await community.restart({ forget: true });
  await community.settle();
  expect(await community.messaging.parking.list()).toEqual([]);
  expect((await community.store.head()).size).toBe(size);
}

async function volunteers(count: number, consent?: string): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await community.volunteer(`volunteer ${i}`, consent));
  return ids;
}

/** @returns how many bookings stand */
async function expectNoOverlap(volunteerId: string): Promise<number> {
  const events = await community.history(`volunteer-${volunteerId}`);
  const released = new Set(
    events.filter(({ type }) => type === 'BookingReleased').map(({ data }) => data['bookingId']),
  );
  const made = events.filter(({ type, data }) => type === 'BookingMade' && !released.has(data['bookingId']));
  const spans = made.map(({ data }) => [data['from'], data['to']] as [string, string]).sort();
  for (const [i, [, to]] of spans.entries()) expect((spans[i + 1]?.[0] ?? to) >= to).toBe(true);
  return spans.length;
}

async function reported(category = 'lighting', urgency?: 'normal' | 'soon' | 'urgent'): Promise<string> {
  const caseId = await community.report('path light', category, urgency);
  await community.settle();
  return caseId;
}

const statuses = async (caseId: string) => (await community.lead(caseId)).offers.map(({ status }) => status);

describe('an accepted case that volunteers can handle', () => {
  it('is filed, dispatched and offered to the first wave', async () => {
    await volunteers(5);
    const caseId = await reported();
    const state = await community.case(caseId);
    expect([state.status, state.unit, state.level]).toEqual(['dispatched', 'grid-1', 'grid-branch']);
    expect(await statuses(caseId)).toEqual(['open', 'open', 'open']);
  });

  it('books and assigns whoever answers first, and withdraws the other questions', async () => {
    await volunteers(5);
    const caseId = await reported();
    const [, second] = await community.openOffers(caseId);
    await community.accept(caseId, second!.offerId);
    await community.settle();
    expect(await statuses(caseId)).toEqual(['withdrawn', 'assigned', 'withdrawn']);
    expect((await community.case(caseId)).status).toBe('handling');
    const booked = await community.history(`volunteer-${second!.volunteerId}`);
    expect(booked.at(-1)).toMatchObject({ type: 'BookingMade', data: { caseId, ...second!.window } });
  });

  it.each(['a phone call', 'standing consent', 'an override'])(
    'knows the account of who took the seat by %s, who does not check the work then',
    async (way) => {
      const volunteerId = await community.volunteer(
        'grid worker',
        way === 'standing consent' ? 'lighting' : undefined,
        'grid',
      );
      const caseId = await reported();
      const { workOrderId, need } = await community.lead(caseId);
      if (way === 'a phone call')
        await community.accept(caseId, (await community.openOffers(caseId))[0]!.offerId);
      if (way === 'an override') {
        const [open] = await community.openOffers(caseId);
        const { offerId } = open!;
        await community.tell(caseId, {
          type: 'WithdrawOffer',
          data: { workOrderId, offerId, reason: 'test' },
        });
        const seat = { workOrderId, volunteerId, window: need!.windows[0]!, wave: 1 };
        const data = {
          ...seat,
          offerId: derivedId(caseId, 'override'),
          basis: 'override',
          reason: 'local-knowledge',
        } as const;
        await community.tell(caseId, { type: 'OfferToVolunteer', data });
      }
      await community.settle();
      await community.tell(caseId, {
        type: 'ReportResult',
        data: { workOrderId, outcome: 'done', words: 'done' },
      });
      const check = {
        type: 'CheckResult',
        data: { checkId: derivedId(caseId, 'check'), passed: true, found: 'fine' },
      } as const;
      const grid = { id: 'grid', role: 'grid-worker' } as const;
      await expect(community.tell(caseId, check, grid)).rejects.toMatchObject({
        refusal: { refused: 'DoerMayNotCheck' },
      });
    },
  );

  it('names the ranking that each offer rested on', async () => {
    await volunteers(2);
    const caseId = await reported();
    const order = await community.lead(caseId);
    const [ranking] = await community.history(`match-${order.workOrderId}`);
    expect(order.offers.map(({ matchRef }) => matchRef)).toEqual([ranking!.id, ranking!.id]);
  });

  it('asks the next one where somebody declines', async () => {
    await volunteers(5);
    const caseId = await reported();
    const { workOrderId } = await community.lead(caseId);
    const [first] = await community.openOffers(caseId);
    await community.tell(caseId, { type: 'DeclineOffer', data: { workOrderId, offerId: first!.offerId } });
    await community.settle();
    expect(await statuses(caseId)).toEqual(['declined', 'open', 'open', 'open']);
  });

  it('asks the next ones where nobody answers in time, until nobody is left', async () => {
    await volunteers(5);
    const caseId = await reported();
    await community.passTo('2026-03-02T03:00:00.000Z');
    expect(await statuses(caseId)).toEqual(['expired', 'expired', 'expired', 'open', 'open']);
    await community.passTo('2026-03-02T05:00:00.000Z');
    const exhausted = (await community.history(`case-${caseId}`)).filter(
      ({ type }) => type === 'VolunteersExhausted',
    );
    expect(exhausted.map(({ data }) => data)).toMatchObject([
      {
        attempt: 1,
        asked: 3,
        reasons: [
          { constraint: 'window-over', count: 2 },
          { constraint: 'expired', count: 3 },
        ],
      },
      {
        attempt: 2,
        asked: 5,
        reasons: [
          { constraint: 'conflict', count: 3 },
          { constraint: 'expired', count: 5 },
        ],
      },
    ]);
    const row = await community.models.get<CaseRow>('cases', caseId);
    expect(row?.flags.exhausted).toBe(true);
  });

  it('asks at most as many waves as the policy allows', async () => {
    await volunteers(20);
    const caseId = await reported();
    await community.passTo('2026-03-02T12:00:00.000Z');
    expect(await statuses(caseId)).toEqual(Array.from({ length: 12 }, () => 'expired'));
  });

  it('goes to the dispatcher’s desk with the reasons where nobody fits', async () => {
    const caseId = await reported();
    expect((await community.types(caseId)).at(-1)).toBe('VolunteersExhausted');
    expect((await community.case(caseId)).status).toBe('dispatched');
  });

  it('goes back there where somebody whom the dispatcher asked then says no', async () => {
    const caseId = await reported();
    const volunteerId = await community.volunteer('asked by hand');
    const { workOrderId, need } = await community.lead(caseId);
    const offerId = community.requesterOf('by hand');
    const window = need!.windows[1]!;
    const data = { workOrderId, offerId, volunteerId, window, wave: 1, basis: 'offer' } as const;
    await community.tell(caseId, { type: 'OfferToVolunteer', data });
    await community.settle();
    const isExhausted = async () => (await community.models.get<CaseRow>('cases', caseId))?.flags.exhausted;
    expect(await isExhausted()).toBe(false);
    await community.tell(caseId, { type: 'DeclineOffer', data: { workOrderId, offerId } });
    await community.settle();
    expect(await isExhausted()).toBe(true);
    expect((await community.types(caseId)).slice(-2)).toEqual(['OfferDeclined', 'VolunteersExhausted']);
  });

  it('assigns somebody with a standing consent at once, and asks nobody', async () => {
    await volunteers(2);
    const consenting = await community.volunteer('consenting', 'lighting');
    const caseId = await reported();
    const { offers } = await community.lead(caseId);
    expect(offers.map(({ volunteerId, status, basis }) => [volunteerId, status, basis])).toEqual([
      [consenting, 'assigned', 'standing-consent'],
    ]);
  });

  it('books nobody who turns out to have a part in the matter, and asks them no more', async () => {
    await volunteers(2);
    const caseId = await reported();
    const [first] = await community.openOffers(caseId);
    await community.join(caseId, '199 0000 0000'); // the volunteers' own number
    await community.accept(caseId, first!.offerId);
    await community.settle();
    expect(await statuses(caseId)).toEqual(['withdrawn', 'open']);
    const answers = await community.history(`volunteer-${first!.volunteerId}`);
    expect(answers.at(-1)).toMatchObject({
      ...{ type: 'BookingRefused', data: { caseId, reason: 'conflict-of-interest' } },
    });
    expect(await community.why().why(caseId, first!.volunteerId)).toMatchObject({
      why: { outcome: 'excluded', constraint: 'conflict-of-interest' },
    });
  });

  it('looks again where who was assigned does not come, and does not ask them a second time', async () => {
    await volunteers(3);
    const caseId = await reported('lighting', 'urgent');
    const [first] = await community.openOffers(caseId);
    await community.accept(caseId, first!.offerId);
    await community.settle();
    await community.passTo('2026-03-02T01:46:00.000Z');
    const order = await community.lead(caseId);
    expect(order.offers.find(({ offerId }) => offerId === first!.offerId)?.status).toBe('no-show');
    const open = await community.openOffers(caseId);
    expect(open.map(({ volunteerId }) => volunteerId)).not.toContain(first!.volunteerId);
    expect(open).toHaveLength(2);
    const rankings = await community.history(`match-${order.workOrderId}`);
    expect(rankings.map(({ data }) => data['attempt'])).toEqual([1, 2]);
    const own = await community.history(`volunteer-${first!.volunteerId}`);
    expect(own.at(-1)).toMatchObject({ type: 'BookingReleased', data: { reason: 'no-show' } });
  });

  it('looks again where a volunteer leaves with the booking ahead', async () => {
    await volunteers(2);
    const caseId = await reported();
    const [first, second] = await community.openOffers(caseId);
    await community.accept(caseId, first!.offerId);
    await community.settle();
    await community.tellVolunteer(first!.volunteerId, { type: 'LeaveVolunteering', data: {} });
    await community.settle();
    expect(await community.types(caseId)).toContain('VolunteerReleased');
    expect((await community.openOffers(caseId)).map(({ volunteerId }) => volunteerId)).toEqual([
      second!.volunteerId,
    ]);
  });

  it('offers on where the time is booked elsewhere meanwhile', async () => {
    const [only] = await volunteers(1, 'lighting');
    const first = await community.report('first', 'lighting', 'urgent');
    const second = await community.report('second', 'lighting', 'urgent');
    await community.settle();
    const bookings = await community.history(`volunteer-${only!}`);
    const made = bookings.filter(({ type }) => type === 'BookingMade');
    expect(made.length).toBeGreaterThan(0);
    for (const caseId of [first, second]) {
      const [offer] = (await community.lead(caseId)).offers;
      expect(['assigned', 'withdrawn']).toContain(offer?.status);
    }
  });

  it('takes a person’s choice with a reason as an override, books and assigns', async () => {
    const [first, second, third, fourth] = await volunteers(4);
    const caseId = await reported();
    const asked = (await community.openOffers(caseId)).map(({ volunteerId }) => volunteerId);
    const chosen = [first, second, third, fourth].find((each) => !asked.includes(each!))!;
    const { workOrderId, need } = await community.lead(caseId);
    const { from } = need!.windows[1]!;
    const window = { from, to: new Date(Date.parse(from) + 3_600_000).toISOString() };
    await community.tell(caseId, {
      type: 'OfferToVolunteer',
      data: {
        ...{ workOrderId, offerId: community.requesterOf('override'), volunteerId: chosen, window, wave: 1 },
        ...{ basis: 'override', reason: 'resident-asked' },
      },
    });
    await community.settle();
    expect(await statuses(caseId)).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'assigned']);
  });

  it('records the service of who did the work', async () => {
    await volunteers(1);
    const caseId = await reported();
    const [offer] = await community.openOffers(caseId);
    await community.accept(caseId, offer!.offerId);
    await community.settle();
    const { workOrderId } = await community.lead(caseId);
    const data = { workOrderId, outcome: 'done', words: '换了灯泡', minutes: 40 } as const;
    await community.tell(caseId, { type: 'ReportResult', data }, { id: 'grid', role: 'grid-worker' });
    await community.settle();
    const own = await community.history(`volunteer-${offer!.volunteerId}`);
    expect(own.at(-1)).toMatchObject({ type: 'ServiceRecorded', data: { minutes: 40 } });
  });
});

describe('rework of what a volunteer has done', () => {
  it('adds the service of its own result, which hearing of either once more does not change', async () => {
    const [volunteerId] = await volunteers(1);
    const caseId = await reported();
    const [offer] = await community.openOffers(caseId);
    await community.accept(caseId, offer!.offerId);
    await community.settle();
    const { workOrderId } = await community.lead(caseId);
    const report = (minutes: number) =>
      community.tell(
        caseId,
        { type: 'ReportResult', data: { workOrderId, outcome: 'done', words: '换了灯泡', minutes } },
        { id: 'grid', role: 'grid-worker' },
      );
    await report(60);
    const check = { checkId: community.requesterOf('check'), passed: false, found: '灯不亮' };
    await community.tell(caseId, { type: 'CheckResult', data: check }, { id: 'd', role: 'dispatcher' });
    await report(45);
    await community.settle();
    const served = (await community.history(`volunteer-${volunteerId!}`)).filter(
      ({ type }) => type === 'ServiceRecorded',
    );
    expect(served.map(({ data }) => data)).toMatchObject([{ minutes: 60 }, { minutes: 45 }]);
  });

  const grid = { id: 'grid', role: 'grid-worker' } as const;
  const hoursLater = (instant: string, hours: number) =>
    new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

  /** Who is booked comes, and does it. */
  async function visit(caseId: string, minutes: number): Promise<void> {
    const { workOrderId, offers } = await community.lead(caseId);
    const { offerId } = offers.find(({ status }) => status === 'assigned')!;
    await community.tell(caseId, { type: 'CheckInVolunteer', data: { workOrderId, offerId } });
    const result = { workOrderId, outcome: 'done', words: '换了灯泡', minutes } as const;
    await community.tell(caseId, { type: 'ReportResult', data: result }, grid);
    await community.settle();
  }

  async function failsItsCheck(caseId: string): Promise<void> {
    const data = { checkId: derivedId(caseId, 'check'), passed: false, found: '灯不亮' };
    await community.tell(caseId, { type: 'CheckResult', data }, { id: 'd', role: 'dispatcher' });
    await community.settle();
  }

  /** Whose visit is over by the time it is checked. */
  async function inRework(count: number): Promise<{ caseId: string; volunteerId: string }> {
    await volunteers(count);
    const caseId = await reported();
    const [, offer] = await community.openOffers(caseId);
    await community.accept(caseId, offer!.offerId);
    await community.settle();
    await visit(caseId, 60);
    await community.passTo(hoursLater(offer!.window.to, 100));
    await failsItsCheck(caseId);
    return { caseId, volunteerId: offer!.volunteerId };
  }

  const bookingsOf = async (volunteerId: string) =>
    (await community.history(`volunteer-${volunteerId}`)).filter(({ type }) => type.startsWith('Booking'));

  it('is offered first, and alone, to who was there, for another time', async () => {
    const { caseId, volunteerId } = await inRework(3);
    const open = await community.openOffers(caseId);
    expect(open.map((each) => each.volunteerId)).toEqual([volunteerId]);
    expect(open[0]!.window.from > community.clock.at).toBe(true);
    const [served, ...others] = await bookingsOf(volunteerId);
    expect([served?.type, others]).toEqual(['BookingMade', []]);
  });

  it('books that time, serves it apart from the first, and knows who does not come', async () => {
    const { caseId, volunteerId } = await inRework(3);
    const [offer] = await community.openOffers(caseId);
    await community.accept(caseId, offer!.offerId);
    await community.settle();
    const [first, second] = await bookingsOf(volunteerId);
    expect(second).toMatchObject({ type: 'BookingMade', data: { caseId, ...offer!.window } });
    expect(String(second!.data['from']) >= String(first!.data['to'])).toBe(true);
    await visit(caseId, 45);
    const served = (await community.history(`volunteer-${volunteerId}`)).filter(
      ({ type }) => type === 'ServiceRecorded',
    );
    expect(served.map(({ data }) => data)).toMatchObject([
      { bookingId: first!.data['bookingId'], minutes: 60 },
      { bookingId: second!.data['bookingId'], minutes: 45 },
    ]);
  });

  it('goes to others where who was there does not come again', async () => {
    const { caseId, volunteerId } = await inRework(3);
    const [offer] = await community.openOffers(caseId);
    await community.accept(caseId, offer!.offerId);
    await community.settle();
    await community.passTo(offer!.window.to);
    expect((await statuses(caseId)).filter((status) => status === 'no-show')).toHaveLength(1);
    const asked = (await community.openOffers(caseId)).map((each) => each.volunteerId);
    expect(asked).toHaveLength(2);
    expect(asked).not.toContain(volunteerId);
  });

  it('goes to others where who was there says no', async () => {
    const { caseId } = await inRework(3);
    const [offer] = await community.openOffers(caseId);
    const { workOrderId } = await community.lead(caseId);
    await community.tell(caseId, { type: 'DeclineOffer', data: { workOrderId, offerId: offer!.offerId } });
    await community.settle();
    expect(await community.openOffers(caseId)).toHaveLength(2);
  });

  it('never books anybody twice for the same time, however many come back at once', async () => {
    const people = await volunteers(3);
    const caseIds: string[] = [];
    for (let i = 0; i < 12; i++) caseIds.push(await community.report(`again ${i}`, 'lighting', 'urgent'));
    await community.settle();
    const takeAll = async () => {
      for (const caseId of caseIds) {
        const [offer] = await community.openOffers(caseId);
        if (offer) await community.accept(caseId, offer.offerId).catch(() => undefined);
      }
      await community.settle();
    };
    await takeAll();
    const isBooked = async (caseId: string) => (await statuses(caseId)).includes('assigned');
    const taken: string[] = [];
    for (const caseId of caseIds) if (await isBooked(caseId)) taken.push(caseId);
    for (const caseId of taken) await visit(caseId, 30);
    await community.passTo(hoursLater(community.clock.at, 10));
    for (const caseId of taken) await failsItsCheck(caseId);
    await takeAll();
    const again: string[] = [];
    for (const caseId of taken) if (await isBooked(caseId)) again.push(caseId);
    expect(again.length).toBeGreaterThan(2);
    for (const person of people) await expectNoOverlap(person);
  });
});

describe('an order for two volunteers', () => {
  const dispatcher = { id: 'dispatcher', role: 'dispatcher' } as const;

  /** Help for the post that leads a case. */
  async function helpersWanted(): Promise<{ caseId: string; workOrderId: string }> {
    const caseId = await reported('road-surface');
    const windows = [{ from: '2026-03-03T01:00:00.000Z', to: '2026-03-03T09:00:00.000Z' }];
    const need = {
      ...{ skills: ['electrics'], interests: [], certificates: [], seats: 2, minutes: 60 },
      ...{ place: { compound: 'dawn-lane', building: 'b1' }, windows },
    };
    const workOrderId = community.requesterOf('helpers');
    const order = { workOrderId, part: 'support', assignee: { kind: 'volunteers' }, need } as const;
    await community.tell(caseId, { type: 'DispatchWorkOrder', data: { order } }, dispatcher);
    await community.settle();
    return { caseId, workOrderId };
  }

  async function offersOf({ caseId, workOrderId }: { caseId: string; workOrderId: string }) {
    const { rounds } = await community.case(caseId);
    return rounds[0].orders.find((each) => each.workOrderId === workOrderId)!.offers;
  }

  it('asks on for the second seat where somebody who agreed beforehand has taken the first', async () => {
    const consenting = await community.volunteer('consenting', 'road-surface');
    await volunteers(2);
    const offers = await offersOf(await helpersWanted());
    expect(offers.filter(({ volunteerId }) => volunteerId === consenting)).toMatchObject([
      { status: 'assigned', basis: 'standing-consent' },
    ]);
    expect(offers.filter(({ status }) => status === 'open')).toHaveLength(2);
  });

  it('lies on the dispatcher’s desk where nobody is left for the second seat', async () => {
    await volunteers(1);
    const { caseId, workOrderId } = await helpersWanted();
    const [{ offerId } = { offerId: '' }] = await offersOf({ caseId, workOrderId });
    await community.tell(caseId, { type: 'AcceptOffer', data: { workOrderId, offerId } });
    await community.settle();
    expect((await offersOf({ caseId, workOrderId })).map(({ status }) => status)).toEqual(['assigned']);
    expect((await community.types(caseId)).slice(-2)).toEqual(['VolunteerAssigned', 'VolunteersExhausted']);
    const row = await community.models.get<CaseRow>('cases', caseId);
    expect(row?.flags.exhausted).toBe(true);
  });

  it('stays there where one declines while the other is not booked yet', async () => {
    await volunteers(2);
    const { caseId, workOrderId } = await helpersWanted();
    const [one, other] = await offersOf({ caseId, workOrderId });
    await community.tell(caseId, { type: 'AcceptOffer', data: { workOrderId, offerId: one!.offerId } });
    await community.tell(caseId, { type: 'DeclineOffer', data: { workOrderId, offerId: other!.offerId } });
    await community.settle();
    const row = await community.models.get<CaseRow>('cases', caseId);
    expect(row?.flags.exhausted).toBe(true);
    expect((await community.types(caseId)).filter((type) => type === 'VolunteersExhausted')).toHaveLength(1);
  });
});

describe('an accepted case that a post handles', () => {
  it('is dispatched to whoever holds the post of its place', async () => {
    const caseId = await reported('road-surface');
    const { assignee } = await community.lead(caseId);
    expect(assignee).toEqual({ kind: 'post', post: 'liaison', person: 'liao' });
  });

  it('waits unfiled while nobody holds that post, and goes its way when somebody does', async () => {
    await community.tellOrganisation({ type: 'LeavePost', data: { post: 'liaison' } });
    await community.settle();
    const caseId = await reported('road-surface');
    expect((await community.case(caseId)).status).toBe('accepted');
    await community.tellOrganisation({ type: 'FillPost', data: { post: 'liaison', person: 'new-liao' } });
    await community.settle();
    const { assignee } = await community.lead(caseId);
    expect(assignee).toEqual({ kind: 'post', post: 'liaison', person: 'new-liao' });
    expect((await community.types(caseId)).slice(1)).toEqual([
      ...['CaseAccepted', 'CaseFiled', 'WorkOrderDispatched'],
    ]);
  });

  it('waits unfiled until a person files it, and is dispatched by that person', async () => {
    await community.tellOrganisation({ type: 'LeavePost', data: { post: 'liaison' } });
    await community.settle();
    const caseId = await reported('road-surface');
    const dispatcher = { id: 'dispatcher', role: 'dispatcher' } as const;
    const at = { level: 'community', unit: 'community' } as const;
    await community.tell(caseId, { type: 'FileCase', data: at }, dispatcher);
    await community.settle();
    expect((await community.case(caseId)).status).toBe('filed');
    const assignee = { kind: 'post', post: 'grid-1-worker', person: 'grid' } as const;
    const order = { workOrderId: community.requesterOf('order'), part: 'lead', assignee } as const;
    const override = { reason: 'handler-unavailable' };
    await community.tell(caseId, { type: 'DispatchWorkOrder', data: { order, override } }, dispatcher);
    expect((await community.case(caseId)).status).toBe('dispatched');
  });

  it('goes to volunteers though nobody holds a post', async () => {
    await volunteers(1);
    await community.tellOrganisation({ type: 'LeavePost', data: { post: 'grid-1-worker' } });
    await community.settle();
    const caseId = await reported();
    expect(await statuses(caseId)).toEqual(['open']);
  });

  it('waits for a person where that post has returned it', async () => {
    const caseId = await reported('road-surface');
    const { workOrderId } = await community.lead(caseId);
    await community.tell(caseId, {
      type: 'ReturnWorkOrder',
      data: { workOrderId, ground: 'outside-duties' },
    });
    await community.settle();
    expect((await community.case(caseId)).status).toBe('filed');
  });

  it('waits on the desk where three keys open its lock', async () => {
    const caseId = await reported('wall-plaster');
    const state = await community.case(caseId);
    expect([state.status, state.rounds[0].orders]).toEqual(['filed', []]);
  });
});

describe('a case that everybody has heard about', () => {
  it('is closed by itself after the last follow-up', async () => {
    const caseId = await reported('road-surface');
    const { workOrderId } = await community.lead(caseId);
    const requesterId = community.requesterOf(caseId);
    const liao = { id: 'liao', role: 'handler' } as const;
    const dispatcher = { id: 'dispatcher', role: 'dispatcher' } as const;
    const data = { workOrderId, outcome: 'done', words: '补好了' } as const;
    await community.tell(caseId, { type: 'ReportResult', data }, liao);
    const check = { checkId: community.requesterOf('check'), passed: true, found: '平整' };
    await community.tell(caseId, { type: 'CheckResult', data: check }, dispatcher);
    const channel = 'phone';
    const answerId = community.requesterOf('answer');
    const answer = { answerId, requesterId, subjectOf: 'result', channel, words: '已修好' } as const;
    await community.tell(caseId, { type: 'AnswerRequester', data: answer });
    await community.settle();
    expect((await community.case(caseId)).status).toBe('awaiting-follow-up');
    const followUpId = community.requesterOf('follow-up');
    const followUp = { followUpId, requesterId, outcome: 'reached', channel, solved: true } as const;
    await community.tell(caseId, { type: 'RecordFollowUp', data: followUp });
    await community.settle();
    expect((await community.history(`case-${caseId}`)).at(-1)).toMatchObject({
      type: 'CaseClosed',
      data: { as: 'solved' },
      actor: { id: 'dispatch', role: 'service' },
    });
  });
});

describe('what a volunteer did before the agreed time', () => {
  it('gives their time back when it is handled, and asks them anew where it is not solved', async () => {
    const [volunteerId] = await volunteers(1);
    const caseId = await reported();
    const [offer] = await community.openOffers(caseId);
    await community.accept(caseId, offer!.offerId);
    await community.settle();
    const { workOrderId } = await community.lead(caseId);
    const done = { workOrderId, outcome: 'done', words: '换了灯泡', minutes: 40 } as const;
    await community.tell(caseId, { type: 'ReportResult', data: done }, { id: 'grid', role: 'grid-worker' });
    const check = { checkId: community.requesterOf('check'), passed: true, found: '灯亮了' };
    await community.tell(caseId, { type: 'CheckResult', data: check }, { id: 'd', role: 'dispatcher' });
    await community.settle();
    const own = (await community.history(`volunteer-${volunteerId!}`)).slice(-2);
    expect(own).toMatchObject([
      { type: 'ServiceRecorded', data: { minutes: 40 } },
      { type: 'BookingReleased', data: { reason: 'volunteer-released' } },
    ]);
    const requesterId = community.requesterOf(caseId);
    const followUp = {
      ...{ followUpId: community.requesterOf('follow-up'), requesterId, outcome: 'reached' as const },
      ...{ channel: 'phone' as const, solved: false },
    };
    await community.tell(caseId, { type: 'RecordFollowUp', data: followUp });
    await community.settle();
    expect((await community.case(caseId)).status).toBe('handling');
    expect((await community.openOffers(caseId)).map((each) => each.volunteerId)).toEqual([volunteerId]);
  });
});

describe('a hazard whose requesters have all withdrawn', () => {
  it('goes on, and is closed by itself once it is handled: there is nobody to wait for', async () => {
    const caseId = await reported('lift');
    const requesterId = community.requesterOf(caseId);
    await community.tell(caseId, { type: 'WithdrawRequest', data: { requesterId } });
    const { workOrderId } = await community.lead(caseId);
    const data = { workOrderId, outcome: 'done', words: '门机调好' } as const;
    await community.tell(caseId, { type: 'ReportResult', data }, { id: 'liao', role: 'handler' });
    const check = { checkId: community.requesterOf('check'), passed: true, found: '开合正常' };
    await community.tell(caseId, { type: 'CheckResult', data: check }, { id: 'd', role: 'dispatcher' });
    await community.settle();
    expect(await community.case(caseId)).toMatchObject({ status: 'closed', closedAs: 'unrated' });
  });
});

describe('what was handled on the spot and fails its check', () => {
  it('is filed with a unit and a clock, though nobody holds the post that should lead it', async () => {
    await community.tellOrganisation({ type: 'LeavePost', data: { post: 'grid-1-worker' } });
    const caseId = await community.receive('boxes in the stairwell');
    const onSpot = { category: 'other', channel: 'visit', words: '清走了', check: true } as const;
    await community.tell(caseId, { type: 'RecordHandledOnSpot', data: onSpot });
    const check = { checkId: community.requesterOf('check'), passed: false, found: '又堆上了' };
    await community.tell(caseId, { type: 'CheckResult', data: check }, { id: 'd', role: 'dispatcher' });
    await community.settle();
    const { status, unit, deadlines } = await community.case(caseId);
    expect([status, unit]).toEqual(['filed', 'grid-1']);
    expect(deadlines.map(({ name }) => name)).toEqual(['dispatch']);
  });

  it('is filed and dispatched where somebody does', async () => {
    const caseId = await community.receive('boxes in the stairwell');
    const onSpot = { category: 'other', channel: 'visit', words: '清走了', check: true } as const;
    await community.tell(caseId, { type: 'RecordHandledOnSpot', data: onSpot });
    const check = { checkId: community.requesterOf('check'), passed: false, found: '又堆上了' };
    await community.tell(caseId, { type: 'CheckResult', data: check }, { id: 'd', role: 'dispatcher' });
    await community.settle();
    const types = await community.types(caseId);
    expect(types.slice(-3)).toEqual(['ReworkOrdered', 'CaseFiled', 'WorkOrderDispatched']);
  });
});

describe('a post that somebody leaves', () => {
  it('hands every open case to whoever takes over, by name', async () => {
    const caseIds = [await community.report('a', 'parking'), await community.report('b', 'parking')];
    await community.settle();
    await community.tellOrganisation({
      type: 'LeavePost',
      data: { post: 'duty-desk', takesOver: 'new-clerk' },
    });
    await community.settle();
    for (const caseId of caseIds) {
      expect((await community.case(caseId)).accountable).toEqual({ post: 'duty-desk', person: 'new-clerk' });
      const last = (await community.history(`case-${caseId}`)).at(-1);
      expect(last).toMatchObject({
        type: 'AccountabilityTransferred',
        data: { from: { person: 'clerk' }, reason: 'post-left' },
      });
    }
  });
});

describe('a crash after any step', () => {
  async function play(crashAfter: number): Promise<{ types: readonly string[]; crashed: boolean }> {
    const here = await Community.open();
    await here.volunteer('one');
    await here.volunteer('two');
    here.crashAfter = crashAfter;
    const caseId = await here.report('path light', 'lighting', 'urgent');
    let crashed = await revive(here);
    const [offer] = await here.openOffers(caseId);
    await here.accept(caseId, offer!.offerId);
    crashed = (await revive(here)) || crashed;
    const types = await here.types(caseId);
    const bookings = await here.history(`volunteer-${offer!.volunteerId}`);
    expect(bookings.filter(({ type }) => type === 'BookingMade')).toHaveLength(1);
    await here.close();
    return { types, crashed };
  }

  /** What a crash has parked or left undone is done after the restart, with every checkpoint lost. */
  async function revive(here: Community): Promise<boolean> {
    await here.settle();
    const crashed = (await here.messaging.parking.list()).length > 0;
    if (!crashed) return false;
    await here.restart({ forget: true });
    await here.settle();
    return true;
  }

  it('changes nothing of what is recorded', async () => {
    const { types } = await play(Infinity);
    let crashes = 0;
    for (let step = 1; step <= 8; step++) {
      const crashing = await play(step);
      expect([...crashing.types].sort()).toEqual([...types].sort());
      crashes += crashing.crashed ? 1 : 0;
    }
    expect(crashes).toBe(7);
  });
});

describe('two hundred cases that want the same few volunteers', () => {
  it('never book anybody twice for the same time', async () => {
    const people = await volunteers(6);
    const caseIds: string[] = [];
    for (let i = 0; i < 200; i++)
      caseIds.push(await community.report(`contended ${i}`, 'lighting', 'urgent'));
    await community.settle();
    for (let round = 0; round < 3; round++) {
      await Promise.allSettled(
        caseIds.map(async (caseId) => {
          const offer = (await community.openOffers(caseId)).at(-1);
          if (offer) await community.accept(caseId, offer.offerId);
        }),
      );
      await community.settle();
    }
    let booked = 0;
    for (const person of people) {
      booked += await expectNoOverlap(person);
    }
    const assigned = await Promise.all(
      caseIds.map(
        async (caseId) =>
          (await community.lead(caseId)).offers.filter(({ status }) => status === 'assigned').length,
      ),
    );
    expect(booked).toBeGreaterThan(6);
    expect(assigned.reduce((sum, each) => sum + each, 0)).toBe(booked);
  });
});

describe('the question why somebody is not asked', () => {
  it('is answered by the constraint that stands in the way, or by the rank', async () => {
    const [fits] = await volunteers(1);
    const unskilled = await community.volunteer('unskilled');
    await community.tellVolunteer(unskilled, { type: 'DeclareSkills', data: { skills: [] } });
    const caseId = await community.report('path light', 'lighting');
    const before = community.why();
    expect(await before.why(caseId, fits!)).toBe('no-order');
    await community.settle();
    expect(await community.why().why(caseId, unskilled)).toMatchObject({
      why: { outcome: 'excluded', constraint: 'skill', constraints: ['skill'] },
    });
    expect(await community.why().why(caseId, fits!)).toMatchObject({
      why: { outcome: 'excluded', constraint: 'conflict' },
    });
    const another = await community.volunteer('another');
    expect(await community.why().why(caseId, another)).toMatchObject({
      why: { outcome: 'ranked', rank: 1, of: 1 },
    });
    expect(await community.why().why(caseId, community.requesterOf('nobody'))).toMatchObject({
      why: { outcome: 'unknown' },
    });
    expect(await community.why().why(community.requesterOf('no case'), fits!)).toBe('no-case');
  });
});

describe('each consumer', () => {
  const unused = {} as never;
  const dispatch = dispatchConsumer(unused);
  const matching = matchingConsumer(unused);

  it.each([
    ['dispatch', dispatch, { ...caseEvents, ...matchEvents, ...volunteerEvents, ...organisationEvents }],
    ['volunteer-matching', matching, caseEvents],
  ] as const)('%s handles or ignores every type of its categories by name', (_name, consumer, known) => {
    expect([...Object.keys(consumer.reactions), ...consumer.ignores].sort()).toEqual(
      Object.keys(known).sort(),
    );
  });
});
