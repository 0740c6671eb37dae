import fc from 'fast-check';
import { constraints, type Constraint } from './constraints';
import { explainTerms, explainWhyNot } from './explain';
import type { CandidateProfile, MatchInput } from './input';
import { anyInput, candidate, everySlot, idOf, order } from './match.fixtures';
import { rankVolunteers } from './rank';
import { scoreTerms } from './score';
import { earliestStartMs } from './starts';
import { constraintNames, scoreTermNames } from './vocabulary';

type Lift = (
  input: MatchInput,
  candidate: CandidateProfile,
) => { asked?: Partial<MatchInput>; their?: Partial<CandidateProfile> };

/** What in the world has to be different for a constraint to be gone: data is changed, nothing of the matcher is switched off. */
const lifts: Record<Constraint, Lift> = {
  left: () => ({ their: { left: false } }),
  conflict: (input, { volunteerId }) => ({ asked: { exclude: input.exclude.filter((each) => each !== volunteerId) } }),
  'conflict-of-interest': (input, { volunteerId }) => ({ asked: { conflicted: input.conflicted.filter((each) => each !== volunteerId) } }),
  skill: ({ need }, { skills }) => ({ their: { skills: [...skills, ...need.skills] } }),
  'asked-too-often': () => ({ their: { asksLast7Days: 0 } }),
  'window-too-short': ({ need, now }) => ({
    asked: {
      need: {
        ...need,
        windows: need.windows.map((window) => ({
          from: window.from,
          to: new Date(earliestStartMs(window, now) + need.minutes * 60_000).toISOString(),
        })),
      },
    },
  }),
  certificate: ({ need }) => ({
    their: { certificates: need.certificates.map((certificate) => ({ certificate, until: '2099-01-01' })) },
  }),
  paused: () => ({ their: { paused: undefined } }),
  'not-free': () => ({ their: { freeTime: { weekly: everySlot, exceptions: [] } } }),
  booked: () => ({ their: { bookings: [] } }),
}; // prettier-ignore

function withoutConstraints(input: MatchInput, volunteerId: string, gone: readonly Constraint[]): MatchInput {
  return gone.reduce((world, constraint) => {
    const them = world.candidates.find((each) => each.volunteerId === volunteerId)!;
    const { asked, their } = lifts[constraint](world, them);
    const candidates = world.candidates.map((each) => (each === them ? { ...each, ...their } : each));
    return { ...world, candidates, ...asked };
  }, input);
}

describe('why not', () => {
  it('for 1,000 random cases names exactly what stands in the way: without it they are eligible', () => {
    const named = new Map<Constraint, number>();
    let cases = 0;
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 12 }), (input, number) => {
        const why = explainWhyNot(input, idOf(number));
        fc.pre(why.outcome === 'excluded');
        cases += 1;
        expect(why.constraint).toBe(why.constraints[0]);
        expect(explainWhyNot(withoutConstraints(input, idOf(number), why.constraints), idOf(number)).outcome).toBe('ranked');
        for (const each of why.constraints) {
          named.set(each, (named.get(each) ?? 0) + 1);
          const allButOne = why.constraints.filter((other) => other !== each);
          const left = explainWhyNot(withoutConstraints(input, idOf(number), allButOne), idOf(number));
          expect(left).toMatchObject({ outcome: 'excluded', constraints: [each] });
        }
      }),
      { numRuns: 1000, seed: 20260303, maxSkipsPerRun: 1000 },
    ); // prettier-ignore
    expect(cases).toBe(1000);
    expect([...named.keys()].sort()).toEqual([...constraints].sort());
    expect(Math.min(...named.values())).toBeGreaterThanOrEqual(10);
  });

  it('agrees with the ranking on everybody', () =>
    fc.assert(
      fc.property(anyInput, (input) => {
        const { ranked } = rankVolunteers(input);
        for (const { volunteerId } of input.candidates) {
          const why = explainWhyNot(input, volunteerId);
          const rank = ranked.findIndex((each) => each.volunteerId === volunteerId) + 1;
          expect(why.outcome === 'ranked' ? why.rank : 0).toBe(rank);
        }
      }),
      { numRuns: 100, seed: 20260303 },
    ));

  it('knows nothing of who is no candidate', () =>
    expect(explainWhyNot(order({ candidates: [candidate(1)] }), idOf(2))).toEqual({ outcome: 'unknown' }));

  it('says it in both languages', () =>
    expect(explainWhyNot(order({ candidates: [candidate(1, { skills: [], paused: {} })] }), idOf(1))).toEqual(
      {
        outcome: 'excluded',
        constraint: 'skill',
        constraints: ['skill', 'paused'],
        names: [constraintNames.skill, constraintNames.paused],
      },
    ));
});

describe('a rank', () => {
  it('is explained term by term', () => {
    const why = explainWhyNot(
      order({ candidates: [candidate(1), candidate(2, { building: 'b2' })] }),
      idOf(2),
    );
    expect(why).toMatchObject({ outcome: 'ranked', rank: 2, of: 2, volunteer: { score: 150 } });
    if (why.outcome !== 'ranked') return;
    expect(why.terms.map(({ term }) => term)).toEqual([...scoreTerms]);
    expect(why.terms[0]).toEqual({ term: 'territory', points: 100, names: scoreTermNames.territory });
  });

  it('keeps the code of a term that this version does not know', () =>
    expect(explainTerms({ terms: [{ term: 'older', points: 3 }] })).toEqual([
      { term: 'older', points: 3, names: { zh: 'older', en: 'older' } },
    ]));
});
