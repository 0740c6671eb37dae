import { en } from '../../../messages/en';
import { turnOf } from './turn';

const parties = (branch: string, owners: string, property: string) =>
  Object.entries({ branch, owners, property }).map(([party, key]) => ({ party, key, overdue: false }));
const turn = (joint: object, reserved = false) =>
  turnOf(
    { lock: 'shut', parties: parties('awaited', 'awaited', 'awaited'), ...joint } as Parameters<
      typeof turnOf
    >[0],
    en,
    reserved,
  );

describe('whose turn it is', () => {
  it('is a plan’s, where there is none or all owners rejected it', () => {
    expect(turn({})).toBe('A plan has to be proposed.');
    expect(turn({ version: 1, assembly: 'rejected' })).toContain('new version');
  });

  it('is that of the parties whose key is awaited', () =>
    expect(turn({ version: 1, parties: parties('turned', 'awaited', 'awaited') })).toBe(
      'Waiting for the key of Owners’ committee and Property company.',
    ));

  it('is not the owners’ committee’s, where all owners decide', () => {
    const awaited = { version: 1, parties: parties('turned', 'awaited', 'awaited') };
    expect(turn(awaited, true)).toBe(
      'Waiting for the key of Property company. The owners’ assembly has to decide.',
    );
    const approved = { version: 1, assembly: 'approved', parties: parties('turned', 'turned', 'awaited') };
    expect(turn(approved, true)).toBe('Waiting for the key of Property company.');
  });

  it('is of who proposes, where a party refused', () =>
    expect(turn({ version: 2, parties: parties('turned', 'refused', 'awaited') })).toContain(
      'Owners’ committee refused',
    ));

  it('is all owners’ while their assembly is awaited, and nobody’s behind an open lock', () => {
    expect(turn({ version: 1, assembly: 'awaited' })).toContain('assembly');
    expect(turn({ version: 1, lock: 'open' })).toBe('Work may begin.');
  });
});
