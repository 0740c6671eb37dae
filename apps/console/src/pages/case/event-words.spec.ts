import { en } from '../../messages/en';
import type { Community } from '../../types';
import { actorWords, factsOf } from './event-words';
import { wordsIn } from './words-in';

const wording = {
  ...{ t: en, language: 'en' as const, time: (instant: string) => instant },
  community: {
    categories: [{ category: 'roof-leak', names: { zh: '屋顶漏水', en: 'Roof leak' } }],
    posts: [{ post: 'social-work', names: { zh: '社工岗', en: 'Social work' } }],
    units: [{ unit: 'grid-1', names: { zh: '一网格', en: 'Grid 1' } }],
    compounds: [],
  } as unknown as Community,
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

  it.each(['owners', 'property'])('never takes the account “%s” for a code', (holder) => {
    expect(facts({ holder, number: holder, person: holder })).toEqual([
      ...[`Holder of the key (account): ${holder}`, `Person: ${holder}`, `Number: ${holder}`],
    ]);
    const from = { post: 'social-work', person: holder };
    expect(facts({ from })).toEqual([`From: Social work · ${holder}`]);
  });

  it('says who hands it to whom, and who gets an order', () => {
    const from = { level: 'grid-branch', unit: 'grid-1' };
    const to = { level: 'community', unit: 'all', post: 'social-work', person: 'worker' };
    expect(facts({ from, to, reason: 'workload' })).toEqual([
      ...['Reason: workload', 'From: Grid 1', 'To: all · Social work · worker'],
    ]);
    expect(facts({ order: { assignee: { kind: 'volunteers' } } })).toEqual(['Assignee: volunteers']);
  });

  it('says which body, on what basis, and whose matter it was found to be', () => {
    expect(facts({ body: 'market-supervision', basis: 'outside-powers' })).toEqual([
      ...['Basis: outside our powers', 'Body: market supervision'],
    ]);
    expect(facts({ kind: 'municipal', basis: 'contract' })).toEqual([
      ...['Whose matter it is: Municipal', 'Basis: contract'],
    ]);
    expect(facts({ kind: 'note-of-another-system' })).toEqual([]);
  });

  it('says what was done, how long and for how much, what was asked and how it was scored', () => {
    expect(facts({ measure: 'cordon', minutes: 90, costFen: 1860050 })).toEqual([
      ...['Measure: cordoned off', 'Minutes worked: 90', 'Cost in yuan: 18,600.50'],
    ]);
    expect(facts({ purpose: 'clarify', reached: false })).toEqual(['Purpose: Clarify', 'Reached: No']);
    expect(facts({ outcomeScore: 4, serviceScore: 5 })).toEqual([
      ...['Score of the outcome: 4', 'Score of the service: 5'],
    ]);
    expect(facts({ approved: true, minutes: 'a-7' })).toEqual(['Approved: Yes', 'minutes a-7']);
  });

  it('says who stands in, until when, and who was passed over', () =>
    expect(
      facts({ person: 'lou', until: 'May', passedOver: [{ person: 'owners', basis: 'absent' }] }),
    ).toEqual(['Person: lou', 'Until: May', 'Passed over: owners (absent)']));

  it('says how a settlement was reached, by whom, until when, and on which terms', () => {
    const terms = 'No drumming after ten';
    const settled = { form: 'written', term: '2026-06-01', mediator: 'owners', terms };
    expect(facts(settled)).toEqual([
      ...['Oral or written: Written', 'To be done by: 2026-06-01', 'Mediator: owners'],
    ]);
    expect(wordsIn(settled)).toEqual([terms]);
  });

  it('says what was corrected', () => {
    const respondent = { kind: 'shop', name: 'Z*', keptOut: ['owners'] };
    const fields = { channel: 'visit', place: { compound: 'dawn-lane', building: '4' }, respondent };
    expect(facts({ fields })).toEqual([
      ...['Channel: Visit', 'Place: dawn-lane 4', 'Whom it is about: Z* · Shop · kept out: owners'],
    ]);
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
