import { en } from '../../messages/en';
import { actorWords, factsOf } from './event-words';

const wording = {
  ...{ t: en, language: 'en' as const },
  categories: [{ category: 'roof-leak', names: { zh: '屋顶漏水', en: 'Roof leak' } }],
};
const facts = (data: Record<string, unknown>) => factsOf({ data }, wording);

describe('an event in words', () => {
  it('says whose key was turned, on which version, and from which sheet', () => {
    const recordedBy = { person: 'clerk', channel: 'letter', minutes: 'sheet-7' };
    expect(facts({ party: 'owners', version: 2, holder: 'gao', recordedBy })).toEqual([
      ...['Party: Owners’ committee', 'Version of the plan: 2', 'Holder of the key (account): gao'],
      ...['Recorded by clerk', 'Letter', 'minutes sheet-7'],
    ]);
    expect(facts({ linkedBy: 'dispatcher' })).toEqual([en.case.linkedBy('dispatcher')]);
  });

  it('says how a requester was answered, and about what', () =>
    expect(facts({ subjectOf: 'result', channel: 'phone' })).toEqual([
      ...['Answer about: The result', 'Channel: Phone'],
    ]));

  it('says yes and no, and the name of a category', () =>
    expect(facts({ solved: false, category: 'roof-leak' })).toEqual(['Solved: No', 'Category: Roof leak']));
});

describe('who did it', () => {
  const id = 'c3146157-0000-4000-8000-000000000001';

  it('is a part, where the id is a machine’s', () => {
    expect(actorWords({ id, role: 'resident' }, en)).toBe('Resident');
    expect(actorWords({ id: 'timers', role: 'service' }, en)).toBe('The system');
  });

  it('is the account of whoever has one', () =>
    expect(actorWords({ id: 'clerk', role: 'intake-clerk' }, en)).toBe('clerk'));
});
