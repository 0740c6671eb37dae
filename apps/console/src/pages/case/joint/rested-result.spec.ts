import { restedResult } from './rested-result';

const opened = { type: 'LockOpened', data: {} };
const takenBack = { type: 'KeyTakenBack', data: { party: 'owners' } };
const objected = { type: 'KeyTakenBack', data: { party: 'owners', interrupts: 'awaiting-check' } };
const turned = { type: 'KeyTurned', data: {} };

describe('a result', () => {
  it('rests from the objection on, also while other keys are taken back', () =>
    expect(restedResult([opened, objected, takenBack, turned])).toBe('awaiting-check'));

  it('rests no longer once the lock is open again, or all begins anew', () => {
    expect(restedResult([objected, turned, opened])).toBeUndefined();
    expect(restedResult([objected, { type: 'JointResolutionConvened', data: {} }])).toBeUndefined();
  });

  it('does not rest where a key is taken back before there is one', () =>
    expect(restedResult([turned, takenBack])).toBeUndefined());
});
