import { TypedDigits } from './typed-digits';

describe('digits of a phone number', () => {
  it.each([
    ['5678', '19912345678', true],
    ['56-78', '+86 199 1234 5678', true],
    ['19912345678', '199-1234-5678', true],
    ['19912345678', '+86 199 1234 5678', true],
    ['+86 199 1234 5678', '19912345678', true],
    ['87654321', '8765 4321', true],
    ['5679', '19912345678', false],
    ['678', '19912345678', false],
    ['345678', '19912345678', false],
    ['12345678', '19912345678', false],
    ['29912345678', '19912345678', false],
    ['', '19912345678', false],
  ])('%s of %s: %s', (typed, phone, isOf) => expect(new TypedDigits(typed).isOf(phone)).toBe(isOf));

  it.each([
    ['', true],
    ['5678', true],
    ['1234567', true],
    ['12345678', false],
  ])('%s are an end: %s', (typed, isEnd) => expect(new TypedDigits(typed).isEnd).toBe(isEnd));
});
