import { en } from '../../messages/en';
import { zh } from '../../messages/zh';
import { differences, fieldsOf } from './differences';
import { fieldWords, valueWords } from './field-words';
import type { Wording } from './field-words';

const english: Wording = {
  t: en,
  language: 'en',
  time: (instant) => `local ${instant}`,
  number: String,
  community: undefined,
  nameOf: (id) => `name of ${id} · Electrics`,
};
const chinese: Wording = { ...english, t: zh, language: 'zh' };
const dueAt = '2026-11-08T08:30:00.000Z';

const before = {
  caseId: 'a',
  status: 'reported',
  updatedAt: 'x',
  deadlines: [{ name: 'acceptance', dueAt, warned: false }],
  orders: [],
};
const after = {
  caseId: 'a',
  status: 'awaiting-follow-up',
  updatedAt: 'y',
  deadlines: [{ name: 'handling', dueAt, warned: false }],
  orders: [
    {
      workOrderId: 'b',
      offers: [{ offerId: 'c', volunteerId: 'd', status: 'offered' }],
    },
  ],
};

const changes = (wording: Wording) =>
  differences(before, after).map(({ field, before: was, after: is }) => [
    fieldWords(field, wording),
    was === undefined ? '—' : valueWords(field, was, wording),
    is === undefined ? '—' : valueWords(field, is, wording),
  ]);

describe('what a step changed', () => {
  it('is said in words, without ids and without when it was recorded', () =>
    expect(changes(english)).toEqual([
      ['Status', 'Reported', 'Awaiting follow-up'],
      ['Deadline Acceptance · Name', 'Acceptance', '—'],
      ['Deadline Acceptance · Due', `local ${dueAt}`, '—'],
      ['Deadline Acceptance · Warned', 'No', '—'],
      ['Deadline Handling · Name', '—', 'Handling'],
      ['Deadline Handling · Due', '—', `local ${dueAt}`],
      ['Deadline Handling · Warned', '—', 'No'],
      ['Work order 1 · Offer name of d · Volunteer', '—', 'name of d · Electrics'],
      ['Work order 1 · Offer name of d · Status', '—', 'awaiting an answer'],
    ]));

  it('is said in Chinese to who reads Chinese', () =>
    expect(changes(chinese)[0]).toEqual(['状态', '待受理', '待回访']));

  it('names the lock, and the parties and their keys', () => {
    const joint = { lock: 'shut', parties: [{ party: 'owners', key: 'awaited', overdue: false }] };
    const said = (wording: Wording) =>
      differences({}, { joint }).map(({ field, after: is }) => [
        fieldWords(field, wording),
        valueWords(field, is, wording),
      ]);
    expect(said(english).map(([, value]) => value)).toEqual([
      en.locks['shut'],
      en.parties['owners'],
      en.keyStates['awaited'],
      en.no,
    ]);
    expect(said(chinese).map(([name]) => name?.includes(zh.parties['owners'] ?? '?'))).toEqual([
      ...[false, true, true, true],
    ]);
  });

  it('is nothing where a list only moved', () => {
    const [one, other] = ['c', 'e'].map((offerId) => ({ offerId, status: 'offered' }));
    expect(differences({ offers: [one, other] }, { offers: [other, one] })).toEqual([]);
  });
});

describe('every field', () => {
  it('has a key of its own', () => {
    const keys = fieldsOf(after).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
