import { en } from '../../messages/en';
import type { CaseDetail } from '../../types';
import { dataOf } from './command-data';
import { formOf, isAsked } from './form-of';
import type { Given } from './form-of';

const joint = { version: 2, nextVersion: 3, parties: [{ party: 'owners', key: 'awaited', overdue: false }] };
const one = { orders: [], requesters: [], joint } as unknown as CaseDetail;
const sources = {
  one,
  community: undefined,
  language: 'en' as const,
  t: en,
  volunteers: [],
  nameOf: (id: string) => id,
};
const form = (command: string, given: Given, username = 'clerk') =>
  formOf(command, { ...sources, me: { username } }, given);
const asked = (command: string, given: Given, me?: string) =>
  form(command, given, me)
    .filter(({ kind }) => kind !== 'fixed')
    .map(({ name, required }) => [name, required]);

describe('the form of a command', () => {
  const key = { party: 'owners', holder: 'ye' };

  it('asks the holder of a key for nothing but their word', () => {
    expect(asked('TurnKey', key, 'ye')).toEqual([]);
    expect(dataOf('TurnKey', form('TurnKey', key, 'ye'), {}, 'id')).toEqual({
      ...{ party: 'owners', holder: 'ye', version: 2 },
    });
  });

  it('asks whoever writes a key down for its signed sheet', () =>
    expect(asked('TurnKey', key)).toEqual([
      ['sheetChannel', true],
      ['sheetMinutes', true],
    ]));

  it('knows from the party who holds its key', () => {
    const holders = [{ party: 'owners', holder: 'ye' }];
    const known = { ...one, resolution: { holders } } as unknown as CaseDetail;
    const fields = formOf(
      'RefuseKey',
      { ...sources, one: known, me: { username: 'ye' } },
      { party: 'owners' },
    );
    expect(dataOf('RefuseKey', fields, { reason: 'cost' }, 'id')).toEqual({
      ...{ party: 'owners', holder: 'ye', version: 2, reason: 'cost' },
    });
  });

  it('asks whether it is solved, and how well, only of who was reached', () => {
    const fields = form('RecordFollowUp', { requesterId: 'a' });
    const those = (outcome: string) =>
      fields.filter((field) => isAsked(field, fields, { outcome })).map(({ name }) => name);
    expect(those('reached')).toEqual(expect.arrayContaining(['solved', 'outcomeScore', 'serviceScore']));
    expect(those('refused')).not.toEqual(expect.arrayContaining(['solved']));
  });

  it.each([
    ['18600', 1_860_000],
    ['18600.5', 1_860_050],
    ['0.29', 29],
  ])('sends ¥%s as %d fen', (costFen, fen) =>
    expect(dataOf('ProposePlan', form('ProposePlan', {}), { costFen }, 'id')).toEqual({
      version: 3,
      plan: { costFen: fen },
    }),
  );
});
