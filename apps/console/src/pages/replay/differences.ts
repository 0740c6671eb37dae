export interface Difference {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A nested state as `path → text`, in the state's own order. */
export function flat(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  const entries = Object.entries(value).flatMap(([name, each]) => [
    ...flat(each, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(entries);
}

/** What is there on one side only, or differs. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const was = flat(before);
  const is = flat(after);
  const fields = new Set([...was.keys(), ...is.keys()]);
  return [...fields]
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter(({ before: one, after: other }) => one !== other);
}
