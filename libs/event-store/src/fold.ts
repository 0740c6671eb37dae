import type { Actor, Message } from '@threekeys/domain';
import { withOrigins } from '@threekeys/domain';
import type { LeafContent } from '@threekeys/integrity';
import { decodeLeaf } from '@threekeys/integrity';
import type { Aggregate } from './aggregate';
import type { EventStore, RecordedEvent, StreamName } from './event-store';
import { EventStoreError } from './event-store';
import type { StoredName } from './recent-folds';
import type { StreamHead } from './stream-head';
import { recentFolds } from './recent-folds';

/** A stored event of a type, or with a schema, that this release does not know. Nothing may be decided on top of it. */
export class UnknownEvent extends Error {
  constructor(
    readonly stream: StreamName,
    readonly revision: number,
    readonly type: string,
  ) {
    super(`${stream} holds at revision ${revision} an event that this release does not know: ${type}`);
    this.name = 'UnknownEvent';
  }
}

/** A stream read and folded. */
export interface Folded<State> {
  readonly state: State;
  /** Absent where there is no such stream. */
  readonly head?: StreamHead;
  /** The events of the command that was looked for. */
  readonly ofCommand: readonly StoredName[];
  /** Keys of personal data whose commitments the stream holds. */
  readonly introduced: ReadonlySet<string>;
}

/** What a stored event says. Parses the bytes at each call. @throws NotALeaf */
export function contentOf(event: Pick<RecordedEvent, 'bytes'>): LeafContent {
  return decodeLeaf(event.bytes);
}

const sealedMark = Buffer.from('"$pii"');

/** The data of a stored event, each sealed value told where it stands. */
export function dataOf(event: Pick<RecordedEvent, 'bytes'>, content: LeafContent): LeafContent['data'] {
  return event.bytes.includes(sealedMark) ? withOrigins(content.id, content.data) : content.data;
}

/**
 * Folds a stream, from where it was folded last, and picks out what the command of this id has recorded.
 * @throws UnknownEvent
 */
export async function foldStream<State, Command extends Message, Event extends Message>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event>,
  stream: StreamName,
  commandId?: string,
): Promise<Folded<State>> {
  const recent = recentFolds(store, aggregate);
  const fold = recent.of(stream, aggregate.decider.initialState);
  try {
    for await (const event of store.readStream(stream, { from: fold.nextRevision })) {
      const content = contentOf(event);
      fold.take(evolved(aggregate, fold.state, event, content), event, content);
    }
  } catch (error) {
    if (!isMissingStream(error)) throw error;
    return { state: aggregate.decider.initialState, ofCommand: [], introduced: new Set() };
  }
  recent.keep(stream, fold);
  const { state, head, introduced } = fold;
  return { state, ofCommand: fold.ofCommand(commandId), introduced, ...(head && { head }) };
}

/** A stream is not as it was remembered: it is read from its beginning the next time. */
export function forgetStream<State, Command extends Message, Event extends Message>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event>,
  stream: StreamName,
): void {
  recentFolds(store, aggregate).forget(stream);
}

const isMissingStream = (error: unknown): boolean =>
  error instanceof EventStoreError && error.code === 'StreamNotFound';

/** One step of the fold. @throws UnknownEvent rather than passing over an event in silence */
export function evolved<State, Command extends Message, Event extends Message>(
  aggregate: Aggregate<State, Command, Event>,
  state: State,
  event: RecordedEvent,
  content: LeafContent,
): State {
  const { stream, revision, type } = event;
  const known = Object.hasOwn(aggregate.events, type);
  if (!known || content.schema > schemaOf(aggregate, type)) throw new UnknownEvent(stream, revision, type);
  const { recordedAt, occurredAt, actor } = content;
  const next = aggregate.decider.evolve(state, { type, data: dataOf(event, content) } as unknown as Event, {
    recordedAt,
    occurredAt,
    by: actor as Actor,
  }) as State | undefined;
  if (next === undefined) throw new UnknownEvent(stream, revision, type);
  return next;
}

/** The schema number under which this release writes a type, and the highest it reads. */
export function schemaOf(aggregate: Pick<Aggregate<never, never, never>, 'schemas'>, type: string): number {
  return aggregate.schemas?.[type] ?? 1;
}
