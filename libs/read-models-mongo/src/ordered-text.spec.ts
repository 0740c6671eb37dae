import { absentText, compareValues } from '@threekeys/read-models';
import fc from 'fast-check';
import { orderedText, plainText } from './ordered-text';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', '\ud7fe', '\ud7ff', '\ue000', '\uff21', '\uffff', '\u{10000}', '\u{1f511}'),
  }),
);
const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

describe('ordered text', () => {
  it('is in the order of UTF-8 bytes whether compared by bytes or by UTF-16 units', () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        const order = Math.sign(compareValues(a, b));
        expect(Math.sign(compareValues(orderedText(a), orderedText(b)))).toBe(order);
        expect(byUnits(orderedText(a), orderedText(b))).toBe(order);
      }),
    ));
  it('gives the text back', () =>
    fc.assert(fc.property(text, (a) => expect(plainText(orderedText(a))).toBe(a))));
  it('is the text itself but for what is rare', () =>
    expect(['', '2026-03-02T08:00:00.000Z', '路灯不亮，三号楼'.replace('，', '、')].map(orderedText)).toEqual(
      ['', '2026-03-02T08:00:00.000Z', '路灯不亮、三号楼'],
    ));
  it('has what is absent last', () =>
    expect(byUnits(orderedText('\uffff'), orderedText(absentText))).toBe(-1));
  it('mends half a character as UTF-8 does', () => expect(plainText(orderedText('a\ud83d'))).toBe('a\ufffd'));
});
