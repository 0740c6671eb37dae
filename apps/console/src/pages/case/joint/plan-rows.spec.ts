import { en } from '../../../messages/en';
import type { PlanOf } from './plan-rows';
import { planRows, yuan } from './plan-rows';

const plan = (version: number, changed: Partial<PlanOf> = {}): PlanOf => ({
  version,
  proposedAt: '2026-11-25T08:00:00.000Z',
  proposedBy: 'dispatcher',
  content: 'new plaster',
  scope: 'north wall',
  costFen: 1_860_050,
  payer: 'property',
  source: 'service-fee',
  term: '2026-12-31',
  hash: '0'.repeat(64),
  ...changed,
});
const words = { t: en, time: (at: string) => at, number: String };
const changes = (before: PlanOf, after: PlanOf) =>
  planRows(before, after, [], words).flatMap(({ name, change }) => (change ? [[name, change]] : []));

describe('two versions of a plan', () => {
  it('differ in what changed, and in nothing else', () =>
    expect(changes(plan(1), plan(2, { scope: 'both walls', source: 'public-revenue' }))).toEqual([
      ['Out of what', 'changed'],
      ['Where, and how much of it', 'changed'],
    ]));

  it('differ in cost by so many yuan', () => {
    expect(changes(plan(1), plan(2, { costFen: 2_000_000 }))).toEqual([['Cost', '¥1,399.50 more']]);
    expect(changes(plan(1), plan(2, { costFen: 60_050 }))).toEqual([['Cost', '¥18,000.00 less']]);
  });

  it('say what each party said last on each of them', () => {
    const said = (version: number, word: 'turned' | 'refused') =>
      ({ party: 'owners', version, said: word, at: '', holder: 'ye' }) as const;
    const rows = planRows(
      plan(1),
      plan(2),
      [said(1, 'turned'), said(1, 'refused'), said(2, 'turned')],
      words,
    );
    expect(rows.at(-1)).toMatchObject({ was: 'Owners’ committee: refused', is: 'Owners’ committee: turned' });
  });
});

describe('an amount', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [1_860_050, '18,600.50'],
    [123_456_789_00, '123,456,789.00'],
  ])('of %d fen is %s yuan', (fen, text) => expect(yuan(fen)).toBe(text));
});
