import fc from 'fast-check';
import { theRules } from '../community.fixtures';
import type { Decider } from '../decider';
import { isRefusal } from '../refusals';
import { contextOf, foldOf, scenarioOf } from '../scenario.fixtures';
import { liveBookings } from './bookings';
import { overlap } from './free-time';
import { volunteerDecider } from './volunteer.decider';
import {
  booking,
  bookingMade,
  bookingRefused,
  bookingReleased,
  bookSlot,
  everySlot,
  freeTimeDeclared,
  idOf,
  registration,
  volunteerLeft,
  volunteerRegistered,
} from './volunteer.fixtures';
import { volunteerEvents, type VolunteerCommand, type VolunteerEvent } from './volunteer.messages';
import type { Volunteer } from './volunteer.state';

const given = scenarioOf(volunteerDecider, volunteerEvents, { rules: theRules });
const free = [volunteerRegistered, freeTimeDeclared()] as const;

describe('a booking', () => {
  it('is made where the volunteer is free and not booked', () =>
    given(...free)
      .when(bookSlot(booking(1)))
      .thenRecords(bookingMade(booking(1))));

  it('says under which account the volunteer signs in, and is the same booking when it is asked for again', () => {
    const withAccount = { type: 'VolunteerRegistered', data: { ...registration, account: 'dian' } } as const;
    const made = bookingMade({ ...booking(1), account: 'dian' });
    given(withAccount, freeTimeDeclared())
      .when(bookSlot(booking(1)))
      .thenRecords(made);
    given(withAccount, freeTimeDeclared(), made)
      .when(bookSlot(booking(1)))
      .thenNothingNew();
  });

  it('is refused to who has a part in the matter, and only to them', () => {
    const withVerdict = (conflict: boolean): VolunteerCommand => ({
      type: 'BookSlot',
      data: { ...booking(1), conflict },
    });
    given(...free)
      .when(withVerdict(true))
      .thenRecords(bookingRefused(booking(1), 'conflict-of-interest'));
    given(...free)
      .when(withVerdict(false))
      .thenRecords(bookingMade(booking(1)));
    given(...free, bookingMade(booking(1)))
      .when(withVerdict(true))
      .thenNothingNew();
  });

  it('touches another without overlapping it: intervals are half-open', () =>
    given(...free, bookingMade(booking(1, 2, 3)))
      .when(bookSlot(booking(2, 3, 4)))
      .thenRecords(bookingMade(booking(2, 3, 4))));

  it.each([
    ['overlap', [...free, bookingMade(booking(2, 1, 3))], booking(1)],
    ['not-free', [volunteerRegistered], booking(1)],
    [
      'not-free',
      [volunteerRegistered, freeTimeDeclared(everySlot.filter((slot) => slot !== 48 + 21))],
      booking(1),
    ],
    ['not-free', [...free, freeTimeDeclared(everySlot, [{ date: '2026-03-03', free: [20] }])], booking(1)],
    ['paused', [...free, { type: 'VolunteerPaused', data: {} }], booking(1)],
    [
      'paused',
      [...free, { type: 'VolunteerPaused', data: { until: '2026-03-03T02:30:00.000Z' } }],
      booking(1),
    ],
    ['left', [...free, volunteerLeft], booking(1)],
    ['not-registered', [], booking(1)],
    ['window-invalid', free, booking(1, 4, 4)],
    ['window-invalid', free, { ...booking(1), to: '2026-03-14T00:00:00.000Z' }],
    ['over', free, { ...booking(1), from: '2026-03-01T02:00:00.000Z', to: '2026-03-01T03:00:00.000Z' }],
    ['booking-id-taken', [...free, bookingMade(booking(1))], booking(1, 8, 9)],
  ] as [string, VolunteerEvent[], ReturnType<typeof booking>][])(
    'is refused as %s by an event',
    (reason, events, asked) =>
      given(...events)
        .when(bookSlot(asked))
        .thenRecords(bookingRefused(asked, reason)),
  );

  it('begins once a pause is over', () =>
    given(...free, { type: 'VolunteerPaused', data: { until: '2026-03-03T02:00:00.000Z' } })
      .when(bookSlot(booking(1)))
      .thenRecords(bookingMade(booking(1))));

  it('may lie outside declared free time where the volunteer agreed to it, but never over another', () => {
    given(volunteerRegistered)
      .when(bookSlot(booking(1), true))
      .thenRecords(bookingMade(booking(1)));
    given(volunteerRegistered, bookingMade(booking(1)))
      .when(bookSlot(booking(2), true))
      .thenRecords(bookingRefused(booking(2), 'overlap'));
  });

  it.each([
    ['made', bookingMade(booking(1))],
    ['refused', bookingRefused(booking(1), 'overlap')],
  ])('that was %s is answered once', (_answer, event) =>
    given(...free, event)
      .when(bookSlot(booking(1)))
      .thenNothingNew(),
  );

  it('keeps its first answer when its id is used for another', () => {
    const events = [...free, bookingMade(booking(1)), bookingRefused(booking(1, 8, 9), 'booking-id-taken')];
    expect(liveBookings(foldOf(volunteerDecider, events))).toEqual([{ ...booking(1), answer: 'made' }]);
  });
});

describe('a release', () => {
  const release: VolunteerCommand = {
    type: 'ReleaseBooking',
    data: { bookingId: booking(1).bookingId, reason: 'no-longer-needed' },
  };
  const released = bookingReleased(booking(1), 'no-longer-needed');

  it('makes the time free again', () => {
    given(...free, bookingMade(booking(1)))
      .when(release)
      .thenRecords(released);
    given(...free, bookingMade(booking(1)), released)
      .when(bookSlot(booking(2)))
      .thenRecords(bookingMade(booking(2)));
  });

  it('of an unknown, refused or released booking is no news', () => {
    given().when(release).thenNothingNew();
    given(...free, bookingRefused(booking(1), 'overlap'))
      .when(release)
      .thenNothingNew();
    given(...free, bookingMade(booking(1)), released)
      .when(release)
      .thenNothingNew();
  });

  it('comes with leaving, for all that is still ahead', () =>
    given(...free, bookingMade(booking(1, 2, 3)), bookingMade(booking(2, 5, 6)))
      .when({ type: 'LeaveVolunteering', data: {} }, { now: '2026-03-03T03:00:00.000Z' })
      .thenRecords(bookingReleased(booking(2, 5, 6), 'volunteer-left'), volunteerLeft));
});

describe('a service', () => {
  const service = { serviceId: idOf(500), bookingId: booking(1).bookingId, minutes: 50 };
  const record = (differing: Partial<typeof service> = {}): VolunteerCommand => ({
    type: 'RecordService',
    data: { ...service, ...differing },
  });
  const recorded: VolunteerEvent = { type: 'ServiceRecorded', data: service };

  it('is recorded once per booking, also after leaving', () => {
    given(...free, bookingMade(booking(1)))
      .when(record())
      .thenRecords(recorded);
    given(...free, bookingMade(booking(1)), volunteerLeft)
      .when(record())
      .thenRecords(recorded);
    given(...free, bookingMade(booking(1)), recorded)
      .when(record())
      .thenNothingNew();
    given(...free, bookingMade(booking(1)), recorded)
      .when(record({ serviceId: idOf(501) }))
      .thenRefuses('ServiceAlreadyRecorded');
    given(...free, bookingMade(booking(1)), recorded, bookingMade(booking(2, 5, 6)))
      .when(record({ bookingId: booking(2).bookingId }))
      .thenRefuses('IdAlreadyUsed');
  });

  it('is recorded once more of rework, by the service that tells of its result', () => {
    const by = { id: 'volunteer-matching', role: 'service' as const };
    const again = record({ serviceId: idOf(501), minutes: 20 });
    const first = given(...free, bookingMade(booking(1)), recorded);
    first
      .when(again, { by })
      .thenRecords({ type: 'ServiceRecorded', data: { ...service, serviceId: idOf(501), minutes: 20 } });
    first.when(record({ minutes: 20 }), { by }).thenRefuses('IdAlreadyUsed');
  });

  it('rests on a booking that stands', () => {
    given().when(record()).thenRefuses('VolunteerNotRegistered');
    given(...free)
      .when(record())
      .thenRefuses('BookingUnknown');
    given(...free, bookingRefused(booking(1), 'overlap'))
      .when(record())
      .thenRefuses('BookingUnknown');
    given(...free, bookingMade(booking(1)), bookingReleased(booking(1), 'illness'))
      .when(record())
      .thenRefuses('BookingWasReleased');
  });
});

describe('any sequence of commands', () => {
  const half = (slot: number): string => new Date(Date.UTC(2026, 2, 3) + slot * 1_800_000).toISOString();
  const anyCommand: fc.Arbitrary<VolunteerCommand> = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(fc.nat(30), fc.nat(40), fc.integer({ min: 1, max: 8 }), fc.boolean()).map(
      ([number, from, length, outside]): VolunteerCommand =>
        bookSlot({ ...booking(number), from: half(from), to: half(from + length) }, outside || undefined),
    ) },
    { weight: 3, arbitrary: fc.nat(30).map((number): VolunteerCommand => ({
      type: 'ReleaseBooking',
      data: { bookingId: booking(number).bookingId, reason: 'illness' },
    })) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.nat(335), { minLength: 200 }).map((weekly): VolunteerCommand => ({
      type: 'DeclareFreeTime',
      data: { freeTime: { weekly, exceptions: [] } },
    })) },
    { weight: 1, arbitrary: fc.constantFrom<VolunteerCommand>(
      { type: 'PauseVolunteer', data: { until: half(20) } },
      { type: 'ResumeVolunteer', data: {} },
      { type: 'LeaveVolunteering', data: {} },
      { type: 'RegisterVolunteer', data: registration },
    ) },
  ); // prettier-ignore

  type VolunteerDecider = Decider<Volunteer, VolunteerCommand, VolunteerEvent>;

  /** The bookings that stand after a sequence. */
  function play(decider: VolunteerDecider, commands: readonly VolunteerCommand[]) {
    let events: readonly VolunteerEvent[] = free;
    for (const command of commands) {
      const decided = decider.decide(command, foldOf(decider, events), contextOf({ rules: theRules }));
      if (isRefusal(decided)) continue;
      for (const event of decided) volunteerEvents[event.type]!.parse(event.data);
      events = [...events, ...decided];
    }
    return liveBookings(foldOf(decider, events));
  }

  const holdsTwoAtOnce = (commands: readonly VolunteerCommand[], decider: VolunteerDecider): boolean => {
    const live = play(decider, commands);
    return live.some((a, i) => live.slice(i + 1).some((b) => overlap(a, b)));
  };

  const neverTwoAtOnce = (decider: VolunteerDecider) =>
    fc.check(
      fc.property(
        fc.array(anyCommand, { minLength: 10, maxLength: 60 }),
        (commands) => !holdsTwoAtOnce(commands, decider),
      ),
      { numRuns: 1000, seed: 20260303 },
    );

  it('never holds two bookings that overlap', () => {
    const { failed, counterexample } = neverTwoAtOnce(volunteerDecider);
    expect({ failed, counterexample }).toEqual({ failed: false, counterexample: null });
  });

  it.each([
    ['forgets its earliest booking', (all: [string, unknown][]) => all.slice(1)],
    ['forgets its latest booking', (all: [string, unknown][]) => all.slice(0, -1)],
  ])('is caught where a decider %s', (_how, forget) => {
    const forgetful: VolunteerDecider = {
      ...volunteerDecider,
      decide: (command, state, context) =>
        volunteerDecider.decide(
          command,
          {
            ...state,
            bookings: Object.fromEntries(forget(Object.entries(state.bookings))) as Volunteer['bookings'],
          },
          context,
        ),
    };
    expect(neverTwoAtOnce(forgetful).failed).toBe(true);
  });
});
