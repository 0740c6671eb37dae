import type { Caller, Grant } from '@threekeys/http';
import type { CaseRow } from '@threekeys/read-models';
import { visibleCases } from './visible-cases';

const caller = (...grants: readonly Grant[]): Caller => ({ id: 'wu', grants, posts: [] });
const row = (differs: Partial<CaseRow>) =>
  ({ people: ['clerk'], compound: 'dawn-lane', ...differs }) as CaseRow;
const keyHolder: Grant = { role: 'key-holder', party: 'property', scope: 'dawn-lane' };
const locked = { joint: {} as NonNullable<CaseRow['joint']> };

describe('the cases that somebody finds in a list', () => {
  it('are all where they may list all', () =>
    expect(visibleCases(caller({ role: 'dispatcher' }), true).where).toEqual({}));

  it('are those they have a part in', () =>
    expect(visibleCases({ ...caller({ role: 'volunteer' }), volunteerId: 'v' }, false).where).toEqual({
      people: { has: ['wu', 'v'] },
    }));

  it('are for who holds a key those of the compound that have a lock, and no others', () => {
    const { where, keeps } = visibleCases(caller(keyHolder), false);
    expect(where).toEqual({ compound: ['dawn-lane'] });
    expect([row(locked), row({}), row({ ...locked, compound: 'east-court' })].map(keeps)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are for who does work besides also those of that work, wherever they lie', () => {
    const { where, keeps } = visibleCases(caller(keyHolder, { role: 'handler' }), false);
    expect(where).toEqual({});
    expect(keeps(row({ people: ['wu'], compound: 'east-court' }))).toBe(true);
  });
});
