import { starterPolicy, type FreeTime, type Window } from '@threekeys/domain';
import fc from 'fast-check';
import type { CandidateProfile, MatchInput } from './input';

export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Tuesday 2026-03-03 10:00 local time. */
export const now = '2026-03-03T02:00:00.000Z';
export const hours = (from: number, to: number): Window => ({ from: hour(from), to: hour(to) });
const hour = (after: number): string => new Date(Date.parse(now) + after * 3_600_000).toISOString();

export const everySlot = Array.from({ length: 336 }, (_unused, slot) => slot);

/** Free at any time, near, able, and never asked. */
export const candidate = (number: number, differing: Partial<CandidateProfile> = {}): CandidateProfile => ({
  volunteerId: idOf(number),
  skills: ['electrics'],
  interests: ['repairing'],
  certificates: [{ certificate: 'electrician', until: '2027-01-01' }],
  freeTime: { weekly: everySlot, exceptions: [] },
  standingConsents: [],
  bookings: [],
  compound: 'spring',
  building: 'b1',
  minutesServed: 0,
  asksCounted: 0,
  asksLast7Days: 0,
  ...differing,
});

/** A path light: one electrician for an hour, today. */
export const order = (differing: Partial<MatchInput> = {}): MatchInput => ({
  caseId: idOf(900),
  category: 'lighting',
  urgency: 'soon',
  need: {
    skills: ['electrics'],
    interests: ['repairing'],
    certificates: ['electrician'],
    seats: 1,
    place: { compound: 'spring', building: 'b1' },
    windows: [hours(1, 8)],
    minutes: 60,
  },
  exclude: [],
  conflicted: [],
  candidates: [],
  now,
  policy: starterPolicy,
  ...differing,
});

const someOf = (...codes: string[]) => fc.subarray(codes);
const anyWindow = fc
  .tuple(fc.integer({ min: -12, max: 60 }), fc.integer({ min: 1, max: 24 }))
  .map(([from, length]) => hours(from / 2, (from + length) / 2));

const anyCandidate = (number: number): fc.Arbitrary<CandidateProfile> =>
  fc
    .record({
      skills: someOf('electrics', 'plumbing', 'driving', 'law'),
      interests: someOf('repairing', 'visiting', 'errands'),
      certificates: fc.array(
        fc.record({
          certificate: fc.constantFrom('electrician', 'home-visit'),
          until: fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04', '2027-01-01'),
        }),
        { maxLength: 3 },
      ),
      weekly: fc.oneof(fc.constant(everySlot), fc.subarray(everySlot, { minLength: 100 })),
      exceptions: fc.constantFrom<FreeTime['exceptions']>(
        [],
        [{ date: '2026-03-03', free: [20, 21, 22, 23, 24] }],
      ),
      standingConsents: fc.oneof(
        { weight: 4, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constant([{ categories: ['lighting'] }]) },
        { weight: 1, arbitrary: fc.constant([{ categories: ['lighting'], weekly: [70, 71, 72, 73] }]) },
      ),
      bookings: fc.array(anyWindow, { maxLength: 3 }),
      compound: fc.constantFrom('spring', 'summer'),
      building: fc.constantFrom('b1', 'b2', undefined),
      left: fc.oneof(
        { weight: 9, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      paused: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.constant({ until: hour(5) }) },
      ),
      minutesServed: fc.nat(3000),
      asksCounted: fc.nat(7),
      asksLast7Days: fc.nat(7),
      lastAskedAt: fc.constantFrom(undefined, hour(-5), hour(-48), hour(-100)),
    })
    .map(({ weekly, exceptions, ...rest }) => ({
      ...rest,
      volunteerId: idOf(number),
      freeTime: { weekly, exceptions },
    }));

/** An order, and a dozen volunteers of whom few fit it. */
export const anyInput: fc.Arbitrary<MatchInput> = fc
  .record({
    caseId: fc.nat(99).map((number) => idOf(900 + number)),
    urgency: fc.constantFrom('normal' as const, 'soon' as const, 'urgent' as const),
    skills: someOf('electrics', 'plumbing'),
    interests: someOf('repairing', 'visiting'),
    certificates: someOf('electrician'),
    place: fc.constantFrom(
      { compound: 'spring', building: 'b1' },
      { compound: 'summer' },
      { compound: 'outside' },
    ),
    windows: fc.array(anyWindow, { minLength: 1, maxLength: 4 }),
    minutes: fc.constantFrom(30, 45, 60, 120),
    exclude: fc.subarray([1, 2, 3, 4, 5, 6]).map((numbers) => numbers.map(idOf)),
    conflicted: fc.subarray([5, 6, 7, 8]).map((numbers) => numbers.map(idOf)),
    candidates: fc.tuple(...Array.from({ length: 12 }, (_unused, i) => anyCandidate(i + 1))),
  })
  .map(({ caseId, urgency, exclude, conflicted, candidates, ...need }) =>
    order({ caseId, urgency, exclude, conflicted, candidates, need: { ...need, seats: 1 } }),
  );
