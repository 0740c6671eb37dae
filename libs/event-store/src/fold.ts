import type { Actor, Message } from '@threekeys/domain';
import { withOrigins } from '@threekeys/domain';
import type { LeafContent } from '@threekeys/integrity';
import { decodeLeaf } from '@threekeys/integrity';
import type { Aggregate } from './aggregate';
import type { EventStore, GlobalPosition, RecordedEvent, StreamName } from './event-store';
import { EventStoreError } from './event-store';

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

/** The end of a stream, from stored bytes alone. */
export interface StreamHead {
  readonly revision: number;
  readonly leafHash: string;
  readonly position: GlobalPosition;
  readonly recordedAt: string;
}

/** A stream read and folded. */
export interface Folded<State> {
  readonly state: State;
  /** Absent where there is no such stream. */
  readonly head?: StreamHead;
  /** The events of the command that was looked for. */
  readonly ofCommand: readonly RecordedEvent[];
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

/** Reads a stream once: folds it, and picks out what the command of this id has recorded. @throws UnknownEvent */
export async function foldStream<State, Command extends Message, Event extends Message>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event>,
  stream: StreamName,
  commandId?: string,
): Promise<Folded<State>> {
  let state = aggregate.decider.initialState;
  let head: RecordedEvent | undefined;
  const ofCommand: RecordedEvent[] = [];
  const introduced = new Set<string>();
  try {
    for await (const event of store.readStream(stream)) {
      const content = contentOf(event);
      state = evolved(aggregate, state, event, content);
      if (content.commandId === commandId) ofCommand.push(event);
      for (const { kid } of content.keys ?? []) introduced.add(kid);
      head = event;
    }
  } catch (error) {
    if (!isMissingStream(error)) throw error;
  }
  return { state, ofCommand, introduced, ...(head && { head }) };
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
