/** One step on the way to a field: its name, and in a list which of them. */
export interface Segment {
  readonly name: string;
  readonly at?: number;
  readonly element?: Readonly<Record<string, unknown>>;
}

/** One field of a state: the way to it, and what is there. */
export interface Field {
  /** The same field has the same key in every state, wherever its list has moved it. */
  readonly key: string;
  readonly path: readonly Segment[];
  readonly value: unknown;
}

export interface Difference {
  readonly field: Field;
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Every field of a nested state, in the state's own order. */
export function fieldsOf(state: object): readonly Field[] {
  return Object.entries(state).flatMap(([name, value]) => below([{ name }], name, value));
}

/** What is there on one side only, or differs. That something changed at all is said by the step, not by a field. */
export function differences(before: object, after: object): readonly Difference[] {
  const was = byKey(before);
  const is = byKey(after);
  return [...new Map([...was, ...is]).values()]
    .filter((field) => !isPlumbing(field))
    .map((field) => ({ field, before: was.get(field.key)?.value, after: is.get(field.key)?.value }))
    .filter(({ before: one, after: other }) => JSON.stringify(one) !== JSON.stringify(other));
}

const byKey = (state: object) => new Map(fieldsOf(state).map((field) => [field.key, field]));

const plumbing: ReadonlySet<string> = new Set(['caseId', 'updatedAt', 'matchRef', 'requesterId']);
const linking: ReadonlySet<string> = new Set(['workOrderId', 'offerId', 'bookingId', 'respondentId']);

/** Ids tie records together and tell a reader nothing. */
function isPlumbing({ path }: Field): boolean {
  const { name } = path.at(-1) ?? { name: '' };
  return plumbing.has(name) || linking.has(name);
}

function below(path: readonly Segment[], key: string, value: unknown): readonly Field[] {
  if (value === undefined) return [];
  if (isFields(value)) {
    return Object.entries(value).flatMap(([name, each]) =>
      below([...path, { name }], `${key}/${name}`, each),
    );
  }
  if (!Array.isArray(value) || !value.every(isFields)) return [{ key, path, value }];
  const [last] = path.slice(-1);
  return value.flatMap((element, at) =>
    Object.entries(element).flatMap(([name, each]) =>
      below(
        [...path.slice(0, -1), { name: last?.name ?? '', at, element }, { name }],
        `${key}/${identityOf(element, at)}/${name}`,
        each,
      ),
    ),
  );
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an element of a list is known by; its place in the list only where it has nothing else. */
function identityOf(element: Fields, at: number): string {
  const { dueAt, name, offerId, requesterId, workOrderId } = element;
  const known = dueAt === undefined ? [offerId ?? requesterId ?? workOrderId] : [name, workOrderId];
  return known.filter((each) => typeof each === 'string').join(' ') || String(at);
}
