import { newPassword } from './password';

describe('a password that the console makes', () => {
  it('is long, easy to read aloud, and never the same', () => {
    const made = Array.from({ length: 200 }, newPassword);
    expect(new Set(made).size).toBe(made.length);
    for (const each of made) expect(each).toMatch(/^(?:[a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  });
});
