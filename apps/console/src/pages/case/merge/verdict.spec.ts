import { isOlder, verdictOf } from './verdict';

const one = { caseId: 'one', number: '2026-000010', status: 'reported', confidential: false };
const older = { ...one, caseId: 'older', number: '2026-000009' };
const shop = { respondentId: 'shop', kind: 'shop' as const };

describe('a case that is to be merged', () => {
  it('goes on in an older one that is open', () => expect(verdictOf(one, older)).toBe('fits'));

  it.each([
    ['itself', one],
    ['ended', { ...older, status: 'closed' }],
    ['younger', { ...older, number: '2026-000011' }],
  ] as const)('does not go on in another: %s', (verdict, target) =>
    expect(verdictOf(one, target)).toBe(verdict),
  );

  it('says of a younger one that has ended that it has ended: it is not merged the other way round', () =>
    expect(verdictOf(one, { ...older, number: '2026-000011', status: 'void' })).toBe('ended'));

  it('goes on only where no more people read it', () => {
    const quiet = { ...one, confidential: true };
    expect(verdictOf(quiet, older)).toBe('less-confidential');
    expect(verdictOf(quiet, { ...older, confidential: true })).toBe('fits');
    const about = { ...one, respondent: { ...shop, organisation: 'lamp-works', keptOut: ['wu'] } };
    expect(verdictOf(about, older)).toBe('less-shut');
    const knows = { ...shop, organisation: 'lamp-works', keptOut: ['wu', 'li'] };
    expect(verdictOf(about, { ...older, respondent: knows })).toBe('fits');
    expect(verdictOf(about, { ...older, respondent: { ...knows, keptOut: [] } })).toBe('less-shut');
  });
});

describe('the older of two', () => {
  it.each([
    ['2025-999999', '2026-000001', true],
    ['2026-000001', '2025-999999', false],
    ['2026-999999', '2026-1000000', true],
    ['2026-000001', '2026-000001', false],
  ])('has the lower number: %s before %s is %s', (number, other, isSo) =>
    expect(isOlder({ number }, { number: other })).toBe(isSo),
  );
});
