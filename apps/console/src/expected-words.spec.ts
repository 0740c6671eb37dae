import { expectedWords } from './expected-words';
import { en } from './messages/en';
import { zh } from './messages/zh';

describe('what the server expected', () => {
  it('is said in words where it is a pattern', () => {
    expect(expectedWords('/requester/phone', 'text like /^[0-9]+$/', en)).toBe(en.wrongInput.phone);
    expect(expectedWords('/passedOver/0/person', '符合格式 /^[a-z]+$/', zh)).toBe(zh.community.personWrong);
    expect(expectedWords('/plan/term', 'text like /^x$/', en)).toBe(en.wrongInput.date);
    expect(expectedWords('/sheet/minutes', 'text like /^x$/', en)).toBe(en.wrongInput.other);
  });

  it('stays as the server says it where it is none', () =>
    expect(expectedWords('/q', 'at least 2 characters', en)).toBe('at least 2 characters'));
});
