import type { MatchEvent, OrganisationEvent, VolunteerEvent } from '@threekeys/domain';
import { asks } from './asks.projection';
import { caseId, happened, id, minute, rowsAfter, window } from './histories.fixtures';
import { people } from './people.projection';
import { rankings } from './rankings.projection';
import { volunteers } from './volunteers.projection';
import type { VolunteerRow } from './volunteers.projection';
import { work } from './work.projection';

const stream = `case-${caseId}`;

describe('the asks', () => {
  const offered = happened('VolunteerOffered');
  const ask = (...events: Parameters<typeof rowsAfter>[2][number][]): unknown =>
    rowsAfter(asks, stream, [happened('CaseReported'), offered, ...events]).get(id('offer'));

  it('remember each offer from when it was made', () =>
    expect(ask()).toEqual({
      offerId: id('offer'),
      volunteerId: id('vera'),
      caseId,
      workOrderId: id('lead'),
      offeredAt: minute(1),
      expiresAt: minute(90),
      window,
      basis: 'offer',
      wave: 1,
      status: 'offered',
    }));
  it.each([
    ['OfferAccepted', 'accepted'],
    ['OfferDeclined', 'declined'],
    ['OfferExpired', 'expired'],
    ['OfferWithdrawn', 'withdrawn'],
    ['VolunteerAssigned', 'assigned'],
    ['VolunteerCheckedIn', 'checked-in'],
    ['VolunteerReleased', 'released'],
    ['VolunteerNoShow', 'no-show'],
  ] as const)('say after %s: %s', (type, status) =>
    expect(ask(happened(type))).toMatchObject({ status, answeredAt: minute(2), offeredAt: minute(1) }),
  );
  it('have nothing of other events', () =>
    expect(rowsAfter(asks, stream, [happened('CaseReported'), happened('CaseAccepted')]).size).toBe(0));
});

describe('the work', () => {
  const post = { kind: 'post' as const, post: 'grid-worker-1', person: 'li' };
  const toLi = happened('WorkOrderDispatched', {
    order: { workOrderId: id('lead'), part: 'lead', assignee: post },
  });
  const of = (key: string, ...events: Parameters<typeof rowsAfter>[2][number][]): unknown =>
    rowsAfter(work, stream, [happened('CaseReported'), ...events]).get(key);

  it('of a post is its holder’s', () =>
    expect(of(id('lead'), toLi)).toEqual({
      person: 'li',
      post: 'grid-worker-1',
      caseId,
      workOrderId: id('lead'),
      role: 'lead',
      status: 'dispatched',
      live: true,
      updatedAt: minute(1),
    }));
  it('of a post goes on to its result', () => {
    expect(of(id('lead'), toLi, happened('WorkOrderAcknowledged'))).toMatchObject({ status: 'acknowledged' });
    expect(of(id('lead'), toLi, happened('HandlingStarted'))).toMatchObject({ status: 'handling' });
    expect(of(id('lead'), toLi, happened('ResultReported'))).toMatchObject({
      status: 'done',
      live: false,
      minutes: 45,
    });
    expect(of(id('lead'), toLi, happened('ResultReported'), happened('ReworkOrdered'))).toMatchObject({
      status: 'handling',
      live: true,
    });
    expect(of(id('lead'), toLi, happened('WorkOrderReturned'))).toMatchObject({
      status: 'returned',
      live: false,
    });
  });
  it('goes over to whoever it is reassigned to', () => {
    const reassigned = happened('WorkOrderReassigned', {
      to: { kind: 'organisation', organisation: 'repairs' },
    });
    const row = of(id('lead'), toLi, reassigned);
    expect(row).toMatchObject({ person: 'organisation:repairs', status: 'dispatched', live: true });
    expect(row).not.toHaveProperty('post');
  });
  it('of a volunteer goes from the offer to the result', () => {
    const key = `${id('lead')}#${id('vera')}`;
    const offered = [happened('WorkOrderDispatched'), happened('VolunteerOffered')];
    const assigned = [...offered, happened('OfferAccepted'), happened('VolunteerAssigned')];
    expect(of(key, ...offered)).toMatchObject({
      person: id('vera'),
      role: 'volunteer',
      status: 'offered',
      live: true,
      ...window,
    });
    expect(of(key, ...offered, happened('OfferDeclined'))).toMatchObject({ status: 'declined', live: false });
    expect(of(key, ...assigned)).toMatchObject({ status: 'assigned', bookingId: id('booking') });
    expect(of(key, ...assigned, happened('ResultReported'))).toMatchObject({
      status: 'done',
      live: false,
      minutes: 45,
    });
    const again = happened('VolunteerReleased', { reason: 'rework-ordered' });
    expect(of(key, ...assigned, happened('ResultReported'), again)).toMatchObject({
      ...{ status: 'done', live: false, minutes: 45 },
    });
    expect(of(key, ...assigned, happened('VolunteerNoShow'))).toMatchObject({
      status: 'no-show',
      live: false,
    });
  });
  it('ends when the case is handled or withdrawn, for everybody it is still asked of', () => {
    const support = happened('WorkOrderDispatched', {
      order: { workOrderId: id('support'), part: 'support', assignee: { ...post, person: 'wen' } },
    });
    for (const end of ['CaseHandled', 'CaseWithdrawn'] as const) {
      const rows = [toLi, support, happened('VolunteerOffered'), happened('ResultReported'), happened(end)];
      expect(of(id('support'), ...rows)).toMatchObject({ status: 'ended', live: false });
      expect(of(`${id('lead')}#${id('vera')}`, ...rows)).toMatchObject({ status: 'done', live: false });
      expect(of(id('lead'), ...rows)).toMatchObject({ status: 'done', updatedAt: minute(4) });
    }
  });
  it('leaves no row for staff who helped in an order that is not theirs', () =>
    expect(
      of(`${id('lead')}#helper`, toLi, happened('ResultReported', { doneBy: ['li', 'helper'] })),
    ).toBeNull());
});

describe('the register of volunteers', () => {
  const volunteerId = id('vera');
  const registered: VolunteerEvent = {
    type: 'VolunteerRegistered',
    data: {
      volunteerId,
      name: 'sealed',
      phone: 'sealed',
      kind: 'resident',
      compound: 'spring',
      account: 'vera',
    },
  };
  const booking = {
    bookingId: id('booking'),
    offerId: id('offer'),
    caseId,
    workOrderId: id('lead'),
    from: window.from,
    to: window.to,
  };
  const after = (...events: readonly VolunteerEvent[]): VolunteerRow | null | undefined =>
    rowsAfter(volunteers, `volunteer-${volunteerId}`, [registered, ...events]).get(volunteerId);

  it('has who registered', () =>
    expect(after()).toMatchObject({
      volunteerId,
      kind: 'resident',
      compound: 'spring',
      active: true,
      registeredAt: minute(0),
    }));
  it('has what they declared last', () =>
    expect(
      after(
        { type: 'SkillsDeclared', data: { skills: ['electrician'] } },
        { type: 'SkillsDeclared', data: { skills: ['plumber', 'driver'] } },
        { type: 'InterestsDeclared', data: { interests: ['children'] } },
        { type: 'FreeTimeDeclared', data: { freeTime: { weekly: [0, 1], exceptions: [] } } },
      ),
    ).toMatchObject({
      skills: ['plumber', 'driver'],
      interests: ['children'],
      freeTime: { weekly: [0, 1] },
      updatedAt: minute(4),
    }));
  it('has consents and certificates until they end', () => {
    const given: readonly VolunteerEvent[] = [
      { type: 'StandingConsentGiven', data: { consentId: id('consent'), categories: ['errand'] } },
      {
        type: 'CertificateGranted',
        data: { certificateId: id('certificate'), certificate: 'first-aid', until: '2027-01-01' },
      },
    ];
    expect(after(...given)).toMatchObject({
      consents: [{ categories: ['errand'] }],
      certificates: [{ certificate: 'first-aid' }],
    });
    expect(
      after(
        ...given,
        { type: 'StandingConsentWithdrawn', data: { consentId: id('consent') } },
        { type: 'CertificateExpired', data: { certificateId: id('certificate') } },
      ),
    ).toMatchObject({ consents: [], certificates: [] });
  });
  it('has bookings until they are released or served', () => {
    const made: VolunteerEvent = { type: 'BookingMade', data: booking };
    expect(after(made)).toMatchObject({ bookings: [booking] });
    expect(
      after(made, { type: 'BookingRefused', data: { ...booking, bookingId: id('other'), reason: 'busy' } }),
    ).toMatchObject({
      bookings: [booking],
      updatedAt: minute(1),
    });
    expect(
      after(made, {
        type: 'BookingReleased',
        data: {
          bookingId: id('booking'),
          caseId,
          workOrderId: id('lead'),
          offerId: id('offer'),
          reason: 'ill',
        },
      }),
    ).toMatchObject({ bookings: [] });
  });
  it('sums what they have served, on the day of the booking', () =>
    expect(
      after(
        { type: 'BookingMade', data: booking },
        { type: 'ServiceRecorded', data: { serviceId: id('s1'), bookingId: id('booking'), minutes: 45 } },
        { type: 'ServiceRecorded', data: { serviceId: id('again'), bookingId: id('booking'), minutes: 20 } },
        { type: 'ServiceRecorded', data: { serviceId: id('s2'), bookingId: id('unknown'), minutes: 15 } },
      ),
    ).toMatchObject({
      bookings: [],
      minutesServed: 80,
      served: [
        { at: window.from, minutes: 45, caseId },
        { at: minute(3), minutes: 20, caseId },
        { at: minute(4), minutes: 15 },
      ],
    }));
  it('has nobody active who pauses or has left', () => {
    const paused: VolunteerEvent = { type: 'VolunteerPaused', data: { until: minute(9000) } };
    expect(after(paused)).toMatchObject({ active: false, paused: { until: minute(9000) } });
    expect(after(paused, { type: 'VolunteerResumed', data: {} })).toMatchObject({ active: true });
    expect(after({ type: 'VolunteerLeft', data: {} })).toMatchObject({ active: false, left: true });
  });
});

describe('the people of the organisation', () => {
  const of = (person: string, ...events: readonly OrganisationEvent[]): unknown =>
    rowsAfter(people, 'organisation-main', events).get(person);
  const filled: OrganisationEvent = { type: 'PostFilled', data: { post: 'desk', person: 'ann' } };

  it('hold the posts they fill until they leave them', () => {
    expect(of('ann', filled)).toMatchObject({ posts: ['desk'] });
    expect(
      of('ann', filled, { type: 'PostLeft', data: { post: 'desk', person: 'ann', takesOver: 'bob' } }),
    ).toMatchObject({
      posts: [],
    });
  });
  it('have the roles granted to them, each scope apart', () => {
    const inSpring: OrganisationEvent = {
      type: 'RoleGranted',
      data: { person: 'ann', role: 'key-holder', scope: 'spring', party: 'owners' },
    };
    const clerk: OrganisationEvent = { type: 'RoleGranted', data: { person: 'ann', role: 'intake-clerk' } };
    expect(of('ann', inSpring, clerk, clerk)).toMatchObject({
      roles: ['key-holder', 'intake-clerk'],
      grants: [{ role: 'key-holder', scope: 'spring', party: 'owners' }, { role: 'intake-clerk' }],
    });
    expect(of('ann', inSpring, clerk, { ...inSpring, type: 'RoleRevoked' })).toMatchObject({
      roles: ['intake-clerk'],
    });
  });
  it('are apart from each other', () => expect(of('bob', filled)).toBeUndefined());
});

describe('the rankings', () => {
  it('are kept attempt by attempt, under the id that offers name', () => {
    const ranked = (attempt: number): MatchEvent => ({
      type: 'VolunteersRanked',
      data: {
        caseId,
        workOrderId: id('lead'),
        attempt,
        tableVersion: 1,
        policyVersion: 1,
        inputHash: '0'.repeat(64),
        ranked: [],
        considered: 3,
        excluded: [{ constraint: 'skill', count: 3 }],
      },
    });
    const rows = rowsAfter(rankings, `match-${id('lead')}`, [ranked(1), ranked(2)]);
    expect([...rows.keys()]).toEqual([`${id('lead')}#1`, `${id('lead')}#2`]);
    expect(rows.get(`${id('lead')}#2`)).toMatchObject({
      attempt: 2,
      eventId: id(`match-${id('lead')}-1`),
      rankedAt: minute(1),
    });
  });
});
