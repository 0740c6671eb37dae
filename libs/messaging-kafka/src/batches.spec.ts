import { batchesOf } from './batches';

const limits = { countMax: 4, sizeMax: 10, sizeOf: (each: number) => each };

async function* given(...numbers: readonly number[]): AsyncIterable<number> {
  yield* numbers;
}

async function all(batches: AsyncIterable<number[]>): Promise<number[][]> {
  const found: number[][] = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

describe('batches', () => {
  it('take a lone event at once', async () => {
    const waiting = new AbortController();
    const source = async function* (signal: AbortSignal) {
      yield 1;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    };
    for await (const batch of batchesOf(source, limits)) {
      expect(batch).toEqual([1]);
      waiting.abort();
      break;
    }
    expect(waiting.signal.aborted).toBe(true);
  });

  it('hold what has come meanwhile, in order, up to a count and a size', async () => {
    const numbers = [1, 1, 1, 1, 1, 9, 2, 11, 1];
    const batches: number[][] = [];
    for await (const batch of batchesOf(() => given(...numbers), limits)) {
      batches.push(batch);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(batches.flat()).toEqual(numbers);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(4);
    const sizes = batches.map((batch) => batch.reduce((sum, each) => sum + each, 0));
    expect(sizes.filter((size) => size > 10)).toEqual([11]);
  });

  it('read no more ahead than one batch', async () => {
    let read = 0;
    const source = async function* () {
      for (; read < 1000; read++) yield 1;
    };
    for await (const batch of batchesOf(source, limits)) {
      await new Promise((resolve) => setImmediate(resolve));
      expect(batch.length).toBeGreaterThan(0);
      expect(read).toBeLessThanOrEqual(8);
      break;
    }
  });

  it('fail as their source does, after what came before', async () => {
    const source = async function* () {
      yield 1;
      throw new Error('connection lost');
    };
    const found: number[][] = [];
    const reading = async () => {
      for await (const batch of batchesOf(source, limits)) found.push(batch);
    };
    await expect(reading()).rejects.toThrow('connection lost');
    expect(found).toEqual([[1]]);
  });

  it('end with their source', async () => {
    expect(await all(batchesOf(() => given(), limits))).toEqual([]);
  });
});
