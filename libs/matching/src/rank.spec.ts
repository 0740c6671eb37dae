import { matchEvents, starterPolicy } from '@threekeys/domain';
import fc from 'fast-check';
import type { CandidateProfile, MatchInput } from './input';
import { anyInput, candidate, everySlot, hours, idOf, now, order } from './match.fixtures';
import { rankVolunteers } from './rank';
import { scoreVersion } from './score';

const judged = (differing: Partial<CandidateProfile>, asked: Partial<MatchInput> = {}) => {
  const { ranked, excluded } = rankVolunteers(order({ ...asked, candidates: [candidate(1, differing)] }));
  return ranked[0] ?? excluded[0]?.constraint;
};
const need = order().need;
const isNoSideOf =
  ({ conflicted }: MatchInput) =>
  ({ volunteerId }: CandidateProfile) =>
    !conflicted.includes(volunteerId);
const nextOf = (dice: Iterator<number, unknown>): number => Number(dice.next().value);

describe('a volunteer', () => {
  it.each<[string, Partial<CandidateProfile>, Partial<MatchInput>]>([
    ['left', { left: true }, {}],
    ['conflict-of-interest', {}, { conflicted: [idOf(1)] }],
    ['conflict-of-interest', {}, { conflicted: [idOf(1)], exclude: [idOf(1)] }],
    ['conflict', {}, { exclude: [idOf(1)] }],
    ['skill', { skills: ['law'] }, {}],
    ['asked-too-often', { asksLast7Days: starterPolicy.offers.perWeekMax }, {}],
    ['window-too-short', {}, { need: { ...need, windows: [hours(1, 1.5)] } }],
    ['window-too-short', {}, { need: { ...need, windows: [hours(-3, 0.5)] } }],
    ['window-too-short', {}, { need: { ...need, windows: [hours(-3, -1)] } }],
    ['certificate', { certificates: [{ certificate: 'electrician', until: '2026-03-02' }] }, {}],
    ['paused', { paused: {} }, {}],
    ['paused', { paused: { until: hours(0, 7.5).to } }, {}],
    ['not-free', { freeTime: { weekly: [], exceptions: [] } }, {}],
    [
      'not-free',
      { freeTime: { weekly: everySlot, exceptions: [{ date: '2026-03-03', free: [24, 26] }] } },
      {},
    ],
    ['booked', { bookings: [hours(1.5, 7.5)] }, {}],
  ])('is kept out by the constraint "%s"', (constraint, differing, asked) =>
    expect(judged(differing, asked)).toBe(constraint),
  );

  it('who lacks several things is counted under the first', () =>
    expect(judged({ skills: [], left: true, bookings: [hours(0, 9)] })).toBe('left'));

  it('is asked about urgent work however often they were asked, and so is who consented beforehand', () => {
    expect(judged({ asksLast7Days: 40 }, { urgency: 'urgent' })).toHaveProperty('score');
    const consents = [{ categories: ['lighting'] }];
    expect(judged({ asksLast7Days: 40, standingConsents: consents })).toMatchObject({
      standingConsent: true,
    });
  });
});

describe('the window of an offer', () => {
  it.each<[string, Partial<CandidateProfile>, Partial<MatchInput>, [number, number]]>([
    ['begins with the window agreed', {}, {}, [1, 2]],
    ['is the earliest of several', {}, { need: { ...need, windows: [hours(5, 9), hours(2, 4)] } }, [2, 3]],
    ['begins at the next full minute of one that has begun', {}, { now: '2026-03-03T03:10:20.000Z' }, [71 / 60, 131 / 60]],
    ['keeps a start that is not on the half-hour', {}, { need: { ...need, windows: [hours(1.2, 3)] } }, [1.2, 2.2]],
    ['begins where free time does', { freeTime: { weekly: everySlot.filter((slot) => slot >= 48 + 27), exceptions: [] } }, {}, [3.5, 4.5]],
    ['begins after a booking', { bookings: [hours(0, 2.25)] }, {}, [2.5, 3.5]],
    ['ends before a booking', { bookings: [hours(2, 9)] }, {}, [1, 2]],
    ['begins after a pause', { paused: { until: hours(0, 3).to } }, {}, [3, 4]],
    ['goes on to the next day', { bookings: [hours(0, 14)] }, { need: { ...need, windows: [hours(12, 18)] } }, [14, 15]],
  ])('%s', (_rule, differing, asked, [from, to]) =>
    expect(judged(differing, asked)).toMatchObject({ window: hours(from, to) }),
  ); // prettier-ignore

  it('lies in a certificate that ends that day, not the next', () => {
    const certificates = [{ certificate: 'electrician', until: '2026-03-03' }];
    // Local midnight is fourteen hours ahead.
    expect(judged({ certificates }, { need: { ...need, windows: [hours(13, 20)] } })).toMatchObject({
      window: hours(13, 14),
    });
    expect(judged({ certificates }, { need: { ...need, windows: [hours(13.5, 20)] } })).toBe('certificate');
  });
});

describe('a score', () => {
  const points = (differing: Partial<CandidateProfile>, asked: Partial<MatchInput> = {}) => {
    const result = judged(differing, asked);
    if (typeof result !== 'object') throw new Error(`kept out: ${String(result)}`);
    expect(result.score).toBe(result.terms.reduce((sum, each) => sum + each.points, 0));
    return Object.fromEntries(result.terms.map((each) => [each.term, each.points]));
  };

  it.each<[string, Partial<CandidateProfile>, Partial<MatchInput>, Record<string, number>]>([
    ['is nothing but the asking for who is near, fit and fresh', {}, {}, { territory: 0, interest: 0, consent: 50, load: 0, asks: 0, recency: 0, 'spare-skill': 0, wait: 0 }],
    ['counts another building', { building: 'b2' }, {}, { territory: 100 }],
    ['counts another compound', { compound: 'summer' }, {}, { territory: 300 }],
    ['counts all alike outside every compound', { compound: 'outside', building: undefined }, { need: { ...need, place: { compound: 'outside' } } }, { territory: 300 }],
    ['counts work they do not like', { interests: [] }, {}, { interest: 120 }],
    ['counts work they like in part', {}, { need: { ...need, interests: ['repairing', 'visiting'] } }, { interest: 60 }],
    ['spares who consented beforehand the asking', { standingConsents: [{ categories: ['lighting'], weekly: everySlot }] }, {}, { consent: 0 }],
    ['asks who consented for other hours', { standingConsents: [{ categories: ['lighting'], weekly: [0] }] }, {}, { consent: 50 }],
    ['counts hours of service', { minutesServed: 179 }, {}, { load: 20 }],
    ['counts them up to a bound', { minutesServed: 99_999 }, {}, { load: 400 }],
    ['counts times asked', { asksCounted: 3 }, {}, { asks: 90 }],
    ['counts being asked today', { lastAskedAt: hours(-23, 0).from }, {}, { recency: 120 }],
    ['counts being asked the day before', { lastAskedAt: hours(-24, 0).from }, {}, { recency: 60 }],
    ['forgets asks of a week ago', { lastAskedAt: hours(-168, 0).from }, {}, { recency: 0 }],
    ['spares the many-skilled', { skills: ['electrics', 'law', 'driving'] }, {}, { 'spare-skill': 10 }],
    ['counts half-hours of waiting', { bookings: [hours(0, 2)] }, {}, { wait: 4 }],
    ['counts waiting more when it is urgent', { bookings: [hours(0, 2)] }, { urgency: 'urgent' }, { wait: 20 }],
  ])('%s', (_rule, differing, asked, expected) => expect(points(differing, asked)).toMatchObject(expected)); // prettier-ignore
});

describe('a ranking', () => {
  it('puts the lowest score first, names those it kept out, and validates as an event', () => {
    const candidates = [candidate(1, { compound: 'summer' }), candidate(2), candidate(3, { skills: [] }), candidate(4, { left: true }), candidate(5, { skills: ['law'] })]; // prettier-ignore
    const ranking = rankVolunteers(order({ candidates }));
    expect(ranking.ranked.map(({ volunteerId }) => volunteerId)).toEqual([idOf(2), idOf(1)]);
    expect(ranking).toMatchObject({
      considered: 5,
      excluded: [
        { constraint: 'left', count: 1 },
        { constraint: 'skill', count: 2 },
      ],
      tableVersion: scoreVersion,
    });
    const event = { caseId: idOf(900), workOrderId: idOf(901), attempt: 1, policyVersion: 1, ...ranking };
    expect(matchEvents['VolunteersRanked']!.parse(event)).toEqual(event);
  });

  it('names at most fifty and considers all', () => {
    const candidates = Array.from({ length: 80 }, (_unused, i) => candidate(i + 1));
    const { ranked, considered } = rankVolunteers(order({ candidates }));
    expect([ranked.length, considered]).toEqual([50, 80]);
  });

  it('breaks ties by a lot that differs from case to case, not by the lowest id', () => {
    const candidates = Array.from({ length: 20 }, (_unused, i) => candidate(i + 1));
    const firsts = Array.from(
      { length: 200 },
      (_unused, i) => rankVolunteers(order({ caseId: idOf(1000 + i), candidates })).ranked[0]?.volunteerId,
    );
    const wins = [...new Set(firsts)].map((id) => firsts.filter((each) => each === id).length);
    expect(wins.length).toBeGreaterThanOrEqual(18);
    expect(Math.max(...wins)).toBeLessThan(30);
  });

  it('is the same for the same input in any order', () =>
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, dice) => {
        const shuffled = <T>(values: readonly T[]): T[] =>
          values
            .map((value) => ({ value, lot: nextOf(dice) }))
            .sort((a, b) => a.lot - b.lot)
            .map(({ value }) => value);
        const { windows, skills, interests } = input.need;
        const again: MatchInput = {
          ...input,
          exclude: shuffled(input.exclude),
          conflicted: shuffled(input.conflicted),
          candidates: shuffled(input.candidates).map((each) => ({ ...each, skills: shuffled(each.skills), bookings: shuffled(each.bookings) })),
          need: { ...input.need, windows: shuffled(windows), skills: shuffled(skills), interests: shuffled(interests) },
        }; // prettier-ignore
        expect(rankVolunteers(again)).toEqual(rankVolunteers(input));
      }),
      { numRuns: 300, seed: 20260303 },
    ));

  it('names nobody who has a part in the matter, however well they fit', () =>
    fc.assert(
      fc.property(anyInput, (input) => {
        const named = rankVolunteers(input).ranked.map(({ volunteerId }) => volunteerId);
        expect(named.filter((each) => input.conflicted.includes(each))).toEqual([]);
        const others = { ...input, candidates: input.candidates.filter(isNoSideOf(input)) };
        expect(rankVolunteers(others).ranked).toEqual(rankVolunteers(input).ranked);
      }),
      { numRuns: 300, seed: 20260303 },
    ));

  it('offers only times that are agreed, ahead, free and not booked', () =>
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { volunteerId, window } of rankVolunteers(input).ranked) {
          const { bookings } = input.candidates.find((each) => each.volunteerId === volunteerId)!;
          expect(Date.parse(window.to) - Date.parse(window.from)).toBe(input.need.minutes * 60_000);
          expect(window.from >= now).toBe(true);
          expect(input.need.windows.some(({ from, to }) => from <= window.from && window.to <= to)).toBe(
            true,
          );
          expect(bookings.every(({ from, to }) => to <= window.from || window.to <= from)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 20260303 },
    ));

  it('is named after everything it was computed from', () => {
    const hashOf = (differing: Partial<CandidateProfile>, asked: Partial<MatchInput> = {}) =>
      rankVolunteers(order({ ...asked, candidates: [candidate(1, differing)] })).inputHash;
    const hashes = [
      hashOf({}),
      hashOf({ skills: ['electrics', 'law'] }),
      hashOf({ freeTime: { weekly: everySlot.slice(1), exceptions: [] } }),
      hashOf({ freeTime: { weekly: everySlot, exceptions: [{ date: '2026-03-03', free: [] }] } }),
      hashOf({ bookings: [hours(1, 2)] }),
      hashOf({ paused: {} }),
      hashOf({ standingConsents: [{ categories: ['lighting'] }] }),
      hashOf({ standingConsents: [{ categories: ['lighting'], weekly: [] }] }),
      hashOf({ asksLast7Days: 1 }),
      hashOf({ asksCounted: 1 }),
      hashOf({}, { urgency: 'urgent' }),
      hashOf({}, { exclude: [idOf(7)] }),
      hashOf({}, { conflicted: [idOf(7)] }),
      hashOf({}, { now: '2026-03-03T02:00:00.001Z' }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
