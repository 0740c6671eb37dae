import { starterPolicy } from '@threekeys/domain';
import type { CaseEvent, Deadline, VolunteerEvent } from '@threekeys/domain';
import type { ViewEvent } from '@threekeys/read-models';
import { dueAt, timerKey } from './timer';
import type { TimersRow } from './timers.projection';
import { timers, timersOf } from './timers.projection';

const at = '2026-03-01T08:00:00.000Z';
const order = '00000000-0000-4000-8000-0000000000a1';
const offer = '00000000-0000-4000-8000-0000000000b1';
const volunteer = '00000000-0000-4000-8000-0000000000c1';
const window = { from: '2026-03-02T01:00:00.000Z', to: '2026-03-02T02:00:00.000Z' };
const ofOrder = { round: 1, workOrderId: order };
const ofOffer = { ...ofOrder, offerId: offer, volunteerId: volunteer };

const deadline = (name: Deadline['name'], warnAt: string, dueAt: string): Deadline => ({
  name,
  clock: 'clock-hours',
  startedAt: at,
  warnAt,
  dueAt,
  policyVersion: 1,
});
const handling = deadline('handling', '2026-03-06T14:00:00.000Z', '2026-03-08T08:00:00.000Z');
const acknowledgement = deadline('acknowledgement', '2026-03-02T02:00:00.000Z', '2026-03-02T08:00:00.000Z');

const dispatched = {
  type: 'WorkOrderDispatched',
  data: {
    round: 1,
    order: { workOrderId: order, part: 'lead', assignee: { kind: 'volunteers' } },
    deadlines: [handling, acknowledgement],
    policyVersion: 1,
    catalogueVersion: 1,
  },
} as const satisfies { type: string; data: unknown } as unknown as CaseEvent;
const offered = (basis: 'offer' | 'standing-consent' = 'offer'): CaseEvent => ({
  type: 'VolunteerOffered',
  data: { ...ofOffer, window, expiresAt: '2026-03-01T20:00:00.000Z', wave: 1, basis },
});
const assigned: CaseEvent = {
  type: 'VolunteerAssigned',
  data: { ...ofOffer, bookingId: offer, window, basis: 'offer' },
};
const resultReported: CaseEvent = {
  type: 'ResultReported',
  data: { ...ofOrder, outcome: 'done', words: 'mended', doneBy: [volunteer] },
};
const handled: CaseEvent = { type: 'CaseHandled', data: { round: 1, deadlines: [] } };
const rework: CaseEvent = {
  type: 'ReworkOrdered',
  data: { ...ofOrder, because: 'check', reason: 'not mended' },
};

function folded(stream: string, events: readonly (CaseEvent | VolunteerEvent)[]): TimersRow | null {
  return events.reduce<TimersRow | null>((row, { type, data }, revision) => {
    const recordedAt = new Date(Date.parse(at) + revision).toISOString();
    const event: ViewEvent = {
      ...{ id: `event-${revision}`, stream, revision, type, recordedAt, occurredAt: at },
      ...{ actor: { id: 'dispatch', role: 'service' }, data },
    };
    return timers
      .keysOf(event)
      .reduce<TimersRow | null>((before) => timers.evolve(before, event, stream), row);
  }, null);
}
const waiting = (...events: CaseEvent[]): string[] => {
  const row = folded('case-1', events);
  return row ? timersOf(row).map(({ kind, id }) => `${kind} ${id}`) : [];
};
const ofVolunteer = (...events: VolunteerEvent[]) => folded('volunteer-1', events)?.timers ?? [];

const keysOf = (type: 'JointResolutionConvened' | 'PlanProposed', dueAt: string): CaseEvent => {
  const keyDeadlines = (['branch', 'owners'] as const).map((party) => ({
    ...{ party, clock: 'clock-hours' as const, startedAt: at, dueAt, policyVersion: 1 },
  }));
  return { type, data: { round: 1, keyDeadlines } } as unknown as CaseEvent;
};
const ofKey = (type: CaseEvent['type'], party?: string, approved?: boolean): CaseEvent =>
  ({ type, data: { round: 1, party, approved, deadlines: [], keyDeadlines: [] } }) as unknown as CaseEvent;

describe('the timer of a key', () => {
  const convened = keysOf('JointResolutionConvened', '2026-03-06T14:00:00.000Z');

  it('waits for each party, until it has turned its key or is told to be late', () => {
    expect(waiting(convened)).toEqual(['key branch', 'key owners']);
    for (const type of ['KeyTurned', 'KeyRefused', 'KeyOverdue'] as const)
      expect(waiting(convened, ofKey(type, 'branch'))).toEqual(['key owners']);
    expect(waiting(convened, ofKey('AssemblyDecided', undefined, true))).toEqual(['key branch']);
  });

  it('rests of the owners’ committee while all owners decide, and of everybody once they have rejected the plan', () => {
    expect(waiting(convened, ofKey('ReferredToOwnersAssembly'))).toEqual(['key branch']);
    expect(waiting(convened, ofKey('AssemblyDecided', undefined, false))).toEqual([]);
  });

  it('begins anew with a new plan, and ends with the lock or without it', () => {
    const proposed = keysOf('PlanProposed', '2026-03-09T14:00:00.000Z');
    const row = folded('case-1', [convened, ofKey('KeyTurned', 'branch'), proposed]);
    expect(timersOf(row!).map(({ id, at: due }) => [id, due])).toEqual([
      ['branch', '2026-03-09T14:00:00.000Z'],
      ['owners', '2026-03-09T14:00:00.000Z'],
    ]);
    for (const type of ['LockOpened', 'JointResolutionFailed'] as const)
      expect(waiting(convened, ofKey(type))).toEqual([]);
  });
});

describe('the timers of a case', () => {
  it('warn of and breach each deadline that runs', () => {
    const row = folded('case-1', [dispatched]);
    expect(timersOf(row!).map(({ kind, id, at, generation }) => [kind, id, at, generation])).toEqual([
      ['warn', 'handling', '2026-03-06T14:00:00.000Z', 'event-0'],
      ['breach', 'handling', '2026-03-08T08:00:00.000Z', 'event-0'],
      ['warn', `acknowledgement.${order}`, '2026-03-02T02:00:00.000Z', 'event-0'],
      ['breach', `acknowledgement.${order}`, '2026-03-02T08:00:00.000Z', 'event-0'],
    ]);
    expect(row?.nextAt).toBe('2026-03-02T02:00:00.000Z');
  });

  it('say the very deadline, so that a stale one is known as such', () => {
    const [warn] = timersOf(folded('case-1', [dispatched])!);
    expect(warn?.command).toEqual({
      type: 'WarnDeadline',
      data: { name: 'handling', dueAt: handling.dueAt },
    });
  });

  it('do not warn twice, and do nothing after the breach', () => {
    const data = { name: 'handling', dueAt: handling.dueAt, firedAt: at } as const;
    expect(waiting(dispatched, { type: 'DeadlineWarned', data })).not.toContain('warn handling');
    expect(waiting(dispatched, { type: 'DeadlineWarned', data })).toContain('breach handling');
    expect(waiting(dispatched, { type: 'DeadlineBreached', data })).not.toContain('breach handling');
  });

  it('end the acknowledgement when somebody took the order', () => {
    expect(waiting(dispatched, { type: 'WorkOrderAcknowledged', data: ofOrder })).toEqual([
      'warn handling',
      'breach handling',
    ]);
  });

  it('stop the handling clock when the case is handled, and let it run on with rework under a new generation', () => {
    expect(waiting(dispatched, resultReported, handled)).toEqual([]);
    const row = folded('case-1', [dispatched, resultReported, handled, rework]);
    expect(timersOf(row!).map(({ kind, at, generation }) => [kind, at, generation])).toEqual([
      ['warn', handling.warnAt, 'event-3'],
      ['breach', handling.dueAt, 'event-3'],
    ]);
  });

  it('expire an open offer, and none that was accepted as it was made', () => {
    expect(waiting(offered())).toEqual([`offer ${offer}`]);
    expect(waiting(offered('standing-consent'))).toEqual([]);
  });

  it.each(['OfferAccepted', 'OfferDeclined', 'OfferExpired', 'OfferWithdrawn'] as const)(
    'forget the offer with %s',
    (type) =>
      expect(waiting(offered(), { type, data: { ...ofOffer, window, reason: 'x' } } as CaseEvent)).toEqual(
        [],
      ),
  );

  it('wait for nobody while the keys are waited for, and after it for whose window is still to come', () => {
    const keys = keysOf('PlanProposed', '2026-03-06T14:00:00.000Z');
    expect(waiting(assigned, keys)).toEqual(['key branch', 'key owners']);
    expect(waiting(assigned, keys, ofKey('LockOpened'))).toEqual([`no-show ${offer}`]);
    const missed = {
      ...assigned,
      data: { ...assigned.data, window: { ...window, from: '2026-01-01T00:00:00.000Z' } },
    };
    expect(waiting(missed as CaseEvent, keys, ofKey('LockOpened'))).toEqual([]);
  });

  it('wait for who was assigned, until they come, are released, or the work is done', () => {
    expect(waiting(assigned)).toEqual([`no-show ${offer}`]);
    expect(waiting(assigned, { type: 'VolunteerCheckedIn', data: ofOffer })).toEqual([]);
    const reason = 'illness';
    expect(
      waiting(assigned, { type: 'VolunteerReleased', data: { ...ofOffer, bookingId: offer, reason } }),
    ).toEqual([]);
    expect(waiting(assigned, resultReported)).toEqual([]);
  });

  it('give who was assigned after the window began the same time from then on', () => {
    const begun = { ...window, from: '2026-03-01T07:20:00.000Z' };
    const { type, data } = assigned;
    const row = folded('case-1', [{ type, data: { ...data, window: begun } }]);
    expect(timersOf(row!).map((timer) => dueAt(timer, starterPolicy))).toEqual(['2026-03-01T08:30:00.000Z']);
  });

  it('do not wait for who was assigned to a window that never begins', () => {
    const never = { from: '2026-11-26T12:99:00.000Z', to: '2026-11-26T13:99:00.000Z' };
    const { type, data } = assigned;
    expect(waiting({ type, data: { ...data, window: never } })).toEqual([]);
  });

  it('are none after its end', () => {
    expect(waiting(dispatched, offered(), assigned, { type: 'CaseWithdrawn', data: { round: 1 } })).toEqual(
      [],
    );
    expect(folded('case-1', [dispatched, { type: 'CaseWithdrawn', data: { round: 1 } }])).toBeNull();
  });
});

describe('the timer of the archive', () => {
  const archiveAt = '2026-05-30T08:00:00.001Z';
  const closed: CaseEvent = { type: 'CaseClosed', data: { round: 1, as: 'solved', archiveAt } };
  const asked: CaseEvent = {
    type: 'ReopeningRequested',
    data: { requesterId: order, requestId: offer, reason: 'not mended' },
  };
  const timersAfter = (...events: readonly CaseEvent[]) => {
    const row = folded('case-1', [dispatched, handled, ...events]);
    return row ? timersOf(row).map(({ kind, at: due, command }) => [kind, due, command.type]) : [];
  };

  it('waits from the end of a case, as its event says', () =>
    expect(timersAfter(closed)).toEqual([['archive', archiveAt, 'ArchiveCase']]));

  it('is none for what ended before ends said when', () =>
    expect(timersAfter({ type: 'CaseClosed', data: { round: 1, as: 'solved' } })).toEqual([]));

  it('ends with a request to reopen, and begins anew where that is refused', () => {
    expect(timersAfter(closed, asked)).toEqual([]);
    const later = '2026-08-30T08:00:00.001Z';
    const refused: CaseEvent = {
      type: 'ReopeningRefused',
      data: { requestId: offer, ground: 'nothing-new', archiveAt: later },
    };
    expect(timersAfter(closed, asked, refused)).toEqual([['archive', later, 'ArchiveCase']]);
  });

  it('is none once the case is archived', () =>
    expect(timersAfter(closed, { type: 'CaseArchived', data: { round: 1 } })).toEqual([]));
});

describe('the timers of a volunteer', () => {
  const paused: VolunteerEvent = { type: 'VolunteerPaused', data: { until: '2026-04-01T00:00:00.000Z' } };
  const granted: VolunteerEvent = {
    type: 'CertificateGranted',
    data: { certificateId: offer, certificate: 'electrician', until: '2026-12-31' },
  };

  it('end a pause that has an end', () => {
    const end = '2026-04-01T00:00:00.000Z';
    expect(ofVolunteer(paused)).toMatchObject([
      { kind: 'pause', at: end, command: { type: 'ResumeVolunteer', data: { until: end } } },
    ]);
    expect(ofVolunteer({ type: 'VolunteerPaused', data: {} })).toEqual([]);
    expect(ofVolunteer(paused, { type: 'VolunteerResumed', data: {} })).toEqual([]);
  });

  it('run from the last pause only', () => {
    const longer: VolunteerEvent = { type: 'VolunteerPaused', data: { until: '2026-05-01T00:00:00.000Z' } };
    expect(ofVolunteer(paused, longer)).toMatchObject([
      { at: '2026-05-01T00:00:00.000Z', generation: 'event-1' },
    ]);
  });

  it('expire a certificate when its last local day is over', () => {
    const [timer] = ofVolunteer(granted);
    expect(dueAt(timer!, { ...starterPolicy })).toBe('2026-12-31T16:00:00.000Z');
    expect(timer!.at <= '2026-12-31T16:00:00.000Z').toBe(true);
    expect(ofVolunteer(granted, { type: 'CertificateExpired', data: { certificateId: offer } })).toEqual([]);
  });

  it.each(['2026-11-26T12:14:99.000Z', '2026-02-29T00:00:00.000Z'])(
    'do not wait for %s, which never comes',
    (until) => expect(ofVolunteer({ type: 'VolunteerPaused', data: { until } })).toEqual([]),
  );

  it('do not expire a certificate on a date that is not on the calendar', () => {
    const data = { certificateId: offer, certificate: 'electrician', until: '2026-99-99' };
    expect(ofVolunteer({ type: 'CertificateGranted', data })).toEqual([]);
  });

  it('are none after they left', () => {
    expect(ofVolunteer(paused, granted, { type: 'VolunteerLeft', data: {} })).toEqual([]);
  });
});

describe('a timer', () => {
  it('gives who was assigned the minutes of the policy', () => {
    expect(dueAt({ kind: 'no-show', at: window.from }, starterPolicy)).toBe('2026-03-02T01:30:00.000Z');
  });

  it('has one key per stream, kind and thing', () => {
    expect(timerKey('case-1', { kind: 'offer', id: offer })).toBe(`case-1#offer#${offer}`);
  });
});
