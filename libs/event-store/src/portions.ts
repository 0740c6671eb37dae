/** What is read one by one, in fixed portions; the last one is smaller. */
export async function* portions<T>(source: AsyncIterable<T>, size: number): AsyncIterable<readonly T[]> {
  let portion: T[] = [];
  for await (const each of source) {
    portion.push(each);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}
