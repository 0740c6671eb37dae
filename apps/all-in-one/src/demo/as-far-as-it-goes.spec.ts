import { asFarAsItGoes } from './as-far-as-it-goes';
import { NobodyAsked } from './stage';

async function* failing(error: Error): AsyncGenerator<number, void, void> {
  yield 5;
  await Promise.resolve();
  throw error;
}

async function minutesOf(error: Error, refused: string[]): Promise<readonly number[]> {
  const minutes: number[] = [];
  for await (const each of asFarAsItGoes(failing(error), (why) => refused.push(why))) minutes.push(each);
  return minutes;
}

describe('a scene as far as it goes', () => {
  it('ends where no volunteer is left to ask, and says so', async () => {
    const refused: string[] = [];
    expect(await minutesOf(new NobodyAsked('2026-000001 has no open offer'), refused)).toEqual([5]);
    expect(refused).toEqual(['NobodyAsked']);
  });

  it('passes on what is a bug', async () => {
    await expect(minutesOf(new TypeError('a bug'), [])).rejects.toThrow('a bug');
  });
});
