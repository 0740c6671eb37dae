/**
 * What is there, at most `max` at a time; waits only where nothing is there. Reads one ahead: end the source (abort) before
 * leaving the loop early, or leaving waits for it.
 */
export async function* batches<T>(source: AsyncIterable<T>, max: number): AsyncIterable<readonly T[]> {
  const iterator = source[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const first = await next;
      if (first.done) return;
      const batch = [first.value];
      next = iterator.next();
      while (batch.length < max) {
        const more = await Promise.race([next, afterThisTurn()]);
        if (more === undefined || more.done) break;
        batch.push(more.value);
        next = iterator.next();
      }
      yield batch;
    }
  } finally {
    // Both: a read that was under way may fail once nobody waits for it.
    await Promise.allSettled([next, iterator.return?.()]);
  }
}

function afterThisTurn(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(() => resolve(undefined)));
}
