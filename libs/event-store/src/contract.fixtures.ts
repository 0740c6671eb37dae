import { encodeLeaf, leafHashOf, noHash } from '@threekeys/integrity';
import { randomUUID } from 'node:crypto';
import type {
  AppendResult,
  EventStore,
  EventStoreErrorCode,
  ExpectedHead,
  Filter,
  GlobalPosition,
  Leaf,
  RecordedEvent,
  StreamName,
} from './event-store';
import { EventStoreError } from './event-store';

/** A store under test, empty. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Closes the store and opens the same one again; absent where closing forgets everything. */
  readonly reopen?: () => Promise<EventStore>;
  /** Closes what is open and removes it. */
  readonly close: () => Promise<void>;
  /** How long a case waits for what must come; default 10 s. */
  readonly patienceMs?: number;
}
export type OpenStore = () => Promise<OpenedStore>;

/** What an engine may not be able to say. `foreign-ids`: that an id is stored elsewhere (`DuplicateEventId`). */
export type Inability = 'foreign-ids';

/** One named rule of the port. Rejects where the store breaks it. */
export interface EventStoreCase {
  readonly id: string;
  readonly name: string;
  /** The rule asks for what some engines cannot say, and what holds with them instead. */
  readonly unless?: { readonly cannot: Inability; readonly instead: EventStoreCase };
  readonly run: (open: OpenStore, cannot?: readonly Inability[]) => Promise<void>;
}

/** What a case works with. */
export interface UnderTest {
  readonly store: EventStore;
  /** The same store opened again; itself, where closing forgets everything. */
  readonly reopened: () => Promise<EventStore>;
  readonly open: OpenStore;
  readonly patienceMs: number;
  /** Whether an id that is stored elsewhere is refused. */
  readonly knowsForeignIds: boolean;
}

export function rule(id: string, name: string, body: (test: UnderTest) => Promise<void>): EventStoreCase {
  const run = async (open: OpenStore, cannot: readonly Inability[] = []) => {
    const opened = await open();
    const { store, reopen, patienceMs = 10_000 } = opened;
    const reopened = () => reopen?.() ?? Promise.resolve(store);
    const knowsForeignIds = !cannot.includes('foreign-ids');
    try {
      await body({ store, open, patienceMs, reopened, knowsForeignIds });
    } finally {
      await opened.close();
    }
  };
  return { id, name, run };
}

/** A rule that engines with an inability cannot keep, and the rule that they keep in its place. */
export function unless(cannot: Inability, each: EventStoreCase, instead: EventStoreCase): EventStoreCase {
  return { ...each, unless: { cannot, instead } };
}

type Made = Partial<Pick<Leaf, 'id' | 'type' | 'recordedAt'>> & { readonly data?: Record<string, unknown> };

/** A leaf that fits after this head. */
export function leafAfter(stream: StreamName, head: ExpectedHead, made: Made = {}): Leaf {
  const { id = randomUUID(), type = 'NoteTaken', recordedAt = '2026-03-01T08:00:00.000Z', data = {} } = made;
  const revision = head === 'no-stream' ? 0 : head.revision + 1;
  const prev = head === 'no-stream' ? noHash : head.leafHash;
  const { bytes, leafHash } = encodeLeaf({
    ...{ id, stream, revision, type, schema: 1, recordedAt, occurredAt: recordedAt },
    ...{ actor: { id: 'tester', role: 'service' }, correlationId: id, commandId: id, data, prev },
  });
  return { bytes, leafHash, id, stream, revision, type, recordedAt, prev };
}

/** Leaves that fit after this head, one after the other. */
export function leavesAfter(stream: StreamName, head: ExpectedHead, made: number | readonly Made[]): Leaf[] {
  const each = typeof made === 'number' ? Array.from({ length: made }, (_, i) => ({ data: { i } })) : made;
  let at = head;
  return each.map((one) => {
    const leaf = leafAfter(stream, at, one);
    at = headOf(leaf);
    return leaf;
  });
}

/** A leaf of any bytes, hashed as it is. */
export function leafOfBytes(stream: StreamName, bytes: Buffer): Leaf {
  return { ...leafAfter(stream, 'no-stream'), bytes, leafHash: leafHashOf(bytes) };
}

export function headOf({ revision, leafHash }: { revision: number; leafHash: string }): {
  revision: number;
  leafHash: string;
} {
  return { revision, leafHash };
}

/** Appends so many new leaves after this head. */
export async function grow(
  store: EventStore,
  stream: StreamName,
  head: ExpectedHead,
  made: number | readonly Made[],
): Promise<{ leaves: Leaf[]; result: AppendResult }> {
  const leaves = leavesAfter(stream, head, made);
  return { leaves, result: await store.append(stream, head, leaves) };
}

export async function all(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const read: RecordedEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

export const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

/** The code of the refusal, with its facts; a success or another error is a failure of the case. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ code: EventStoreErrorCode; actual?: number | 'no-stream' }> {
  const error: unknown = await promise.then(
    () => new Error('it was accepted'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EventStoreError)) throw error;
  return error.facts.actual === undefined
    ? { code: error.code }
    : { code: error.code, actual: error.facts.actual };
}

/** Fails after so many milliseconds rather than waiting for ever. */
export async function within<T>(patienceMs: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export interface Following {
  readonly store: EventStore;
  readonly after?: GlobalPosition | undefined;
  readonly filter?: Filter;
  readonly count: number;
  readonly patienceMs: number;
  /** Called with each event before the next is asked for. */
  readonly onEvent?: (event: RecordedEvent, index: number) => Promise<void> | void;
}

/** Subscribes until so many events have come, then aborts. Fails where they do not come. */
export function follow(following: Following): Promise<RecordedEvent[]> {
  const followed = followUntil(following);
  // A case may await it later than it fails.
  followed.catch(() => undefined);
  return followed;
}

async function followUntil(following: Following): Promise<RecordedEvent[]> {
  const { store, after, filter = {}, count, patienceMs, onEvent } = following;
  const abort = new AbortController();
  const seen: RecordedEvent[] = [];
  const listen = async () => {
    for await (const event of store.subscribe(after, filter, abort.signal)) {
      seen.push(event);
      await onEvent?.(event, seen.length - 1);
      if (seen.length === count) abort.abort();
    }
    if (seen.length < count)
      throw new Error(`the subscription ended after ${seen.length} of ${count} events`);
  };
  try {
    await within(patienceMs, `the delivery of ${count} events`, listen());
  } finally {
    abort.abort();
  }
  return seen;
}

/** Appends one leaf, rereading the head as often as others are faster. */
export async function appendByRetry(
  store: EventStore,
  stream: StreamName,
  made: Made = {},
): Promise<AppendResult> {
  for (;;) {
    const head = await headOfStream(store, stream);
    try {
      return await store.append(stream, head, [leafAfter(stream, head, made)]);
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'WrongExpectedRevision')) throw error;
    }
  }
}

async function headOfStream(store: EventStore, stream: StreamName): Promise<ExpectedHead> {
  try {
    const [last] = await all(store.readStream(stream, { direction: 'backwards', max: 1 }));
    return last ? headOf(last) : 'no-stream';
  } catch (error) {
    if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
    return 'no-stream';
  }
}
