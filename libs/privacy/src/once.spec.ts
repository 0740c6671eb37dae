import { Once } from './once';

describe('what is asked for once', () => {
  it('is asked for once, by however many', async () => {
    let asked = 0;
    const once = new Once(() => Promise.resolve((asked += 1)));
    expect(await Promise.all([once.get(), once.get()])).toEqual([1, 1]);
    expect(await once.get()).toBe(1);
  });

  it.each([
    ['was refused', () => Promise.reject(new Error('full'))],
    [
      'was thrown back',
      () => {
        throw new Error('full');
      },
    ],
  ])('is asked for again where it %s', async (_, fail) => {
    const answers: (() => Promise<string>)[] = [fail, fail, () => Promise.resolve('there')];
    const once = new Once(() => (answers.shift() ?? fail)());
    for (const _again of [1, 2]) await expect(once.get()).rejects.toThrow('full');
    expect([await once.get(), await once.get()]).toEqual(['there', 'there']);
  });
});
