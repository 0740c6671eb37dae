import type { Actor, Message } from '@threekeys/domain';
import { withOrigins } from '@threekeys/domain';
import type { LeafContent } from '@threekeys/integrity';
import { decodeLeaf } from '@threekeys/integrity';
import type { Aggregate } from './aggregate';
import type { EventStore, RecordedEvent, StreamName } from './event-store';
import { EventStoreError } from './event-store';
import type { ReadEvent, StreamFold } from './recent-folds';

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

/** What a stored event says. Parses the bytes at each call. @throws NotALeaf */
export function contentOf(event: Pick<RecordedEvent, 'bytes'>): LeafContent {
  return decodeLeaf(event.bytes);
}

const sealedMark = Buffer.from('"$pii"');

/** The data of a stored event, each sealed value told where it stands. */
export function dataOf(event: Pick<RecordedEvent, 'bytes'>, content: LeafContent): LeafContent['data'] {
  return event.bytes.includes(sealedMark) ? withOrigins(content.id, content.data) : content.data;
}

/** Folds what this process has appended since. */
export function foldAppended<State, Command extends Message, Event extends Message>(
  aggregate: Aggregate<State, Command, Event>,
  fold: StreamFold<State>,
): void {
  for (const each of fold.takeAppended()) foldOne(aggregate, fold, each);
}

/** Folds what the stream holds beyond the fold. A stream that does not exist leaves it as it is. @throws UnknownEvent */
export async function readOn<State, Command extends Message, Event extends Message>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event>,
  stream: StreamName,
  fold: StreamFold<State>,
): Promise<void> {
  try {
    for await (const event of store.readStream(stream, { from: fold.nextRevision }))
      foldOne(aggregate, fold, { event, content: contentOf(event) });
  } catch (error) {
    if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
  }
}

function foldOne<State, Command extends Message, Event extends Message>(
  aggregate: Aggregate<State, Command, Event>,
  fold: StreamFold<State>,
  { event, content }: ReadEvent,
): void {
  fold.take(evolved(aggregate, fold.state, event, content), event, content);
}

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
    leafHash: event.leafHash,
  }) as State | undefined;
  if (next === undefined) throw new UnknownEvent(stream, revision, type);
  return next;
}

/** The schema number under which this release writes a type, and the highest it reads. */
export function schemaOf(aggregate: Pick<Aggregate<never, never, never>, 'schemas'>, type: string): number {
  return aggregate.schemas?.[type] ?? 1;
}
