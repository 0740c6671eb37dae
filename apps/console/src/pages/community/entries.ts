/** One value of a nested document, and the way to it. */
export interface Entry {
  readonly path: readonly string[];
  readonly value: unknown;
}

export interface Change {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Every value of a document, in its own order. A list of codes is one value. */
export function entriesOf(document: object, above: readonly string[] = []): readonly Entry[] {
  return Object.entries(document).flatMap(([name, value]: [string, unknown]) => {
    const path = [...above, name];
    if (value === undefined) return [];
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? entriesOf(value, path)
      : [{ path, value }];
  });
}

/** What one document says otherwise than the other, or alone. */
export function changesBetween(before: object | undefined, after: object | undefined): readonly Change[] {
  const was = byPath(before);
  const is = byPath(after);
  return [...new Map([...was, ...is]).entries()]
    .map(([key, { path }]) => ({ path, before: was.get(key)?.value, after: is.get(key)?.value }))
    .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
}

const byPath = (document: object | undefined) =>
  new Map(entriesOf(document ?? {}).map((entry) => [entry.path.join('/'), entry]));

/** The document of these values. */
export function documentOf(entries: readonly Entry[]): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  for (const { path, value } of entries) {
    let place = document;
    for (const name of path.slice(0, -1)) place = (place[name] ??= {}) as Record<string, unknown>;
    place[path.at(-1) ?? ''] = value;
  }
  return document;
}
