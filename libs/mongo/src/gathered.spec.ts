import { Gathered } from './gathered';

describe('questions that are put in one turn', () => {
  const asked: (readonly string[])[] = [];
  const lengths = new Gathered((keys) => {
    asked.push(keys);
    if (keys.includes('bad')) return Promise.reject(new Error('planted'));
    return Promise.resolve(new Map(keys.filter((key) => key !== '').map((key) => [key, key.length])));
  }, -1);
  afterEach(() => void asked.splice(0));

  it('are asked at once, each key once, and answered each', async () => {
    const answers = ['a', 'bb', 'a', ''].map((key) => lengths.get(key));
    expect(await Promise.all(answers)).toEqual([1, 2, 1, -1]);
    expect(asked).toEqual([['a', 'bb', '']]);
  });

  it('do not see what was asked before them', async () => {
    await lengths.get('a');
    await lengths.get('a');
    expect(asked).toEqual([['a'], ['a']]);
  });

  it('all fail where the call fails, and those after it do not', async () => {
    const failed = await Promise.allSettled([lengths.get('a'), lengths.get('bad')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await lengths.get('a')).toBe(1);
  });
});
