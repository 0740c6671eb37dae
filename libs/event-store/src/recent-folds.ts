import type { Message } from '@threekeys/domain';
import type { LeafContent } from '@threekeys/integrity';
import type { Aggregate } from './aggregate';
import type { EventStore, RecordedEvent, StreamName } from './event-store';
import type { StreamHead } from './stream-head';

/** A stored event without its bytes. */
export type StoredName = Pick<RecordedEvent, 'id' | 'type' | 'revision' | 'leafHash' | 'position'>;

/** A stream as far as it was folded. What was stored stays as it is, so that reading on is enough. */
export class StreamFold<State> {
  head: StreamHead | undefined;
  readonly introduced = new Set<string>();
  private readonly byCommand = new Map<string, StoredName[]>();

  constructor(public state: State) {}

  get nextRevision(): number {
    return this.head === undefined ? 0 : this.head.revision + 1;
  }

  ofCommand(commandId: string | undefined): readonly StoredName[] {
    return (commandId !== undefined && this.byCommand.get(commandId)) || [];
  }

  take(state: State, event: RecordedEvent, { commandId, keys = [] }: LeafContent): void {
    const { id, type, revision, leafHash, position, recordedAt } = event;
    this.state = state;
    this.head = { revision, leafHash, position, recordedAt };
    for (const { kid } of keys) this.introduced.add(kid);
    this.byCommand.set(commandId, [...this.ofCommand(commandId), { id, type, revision, leafHash, position }]);
  }
}

const streamsMax = 2000;

/** The streams of one aggregate that were folded last: a case that is worked on is read once, not at every command. */
export class RecentFolds<State> {
  private readonly folds = new Map<StreamName, StreamFold<State>>();

  /** The fold of a stream, at its beginning where it is not remembered. */
  of(stream: StreamName, initialState: State): StreamFold<State> {
    const fold = this.folds.get(stream) ?? new StreamFold(initialState);
    this.folds.delete(stream);
    return fold;
  }

  /** What somebody else has folded further meanwhile stays. */
  keep(stream: StreamName, fold: StreamFold<State>): void {
    const other = this.folds.get(stream);
    if (fold.head === undefined || (other !== undefined && other.nextRevision > fold.nextRevision)) return;
    this.folds.delete(stream);
    this.folds.set(stream, fold);
    const oldest = this.folds.size > streamsMax ? this.folds.keys().next().value : undefined;
    if (oldest !== undefined) this.folds.delete(oldest);
  }

  forget(stream: StreamName): void {
    this.folds.delete(stream);
  }
}

const byStore = new WeakMap<EventStore, Map<unknown, RecentFolds<unknown>>>();

/** Shared by all handlers of a decider on a store: what one of them has read, the others need not. */
export function recentFolds<State, Command extends Message, Event extends Message>(
  store: EventStore,
  { decider }: Aggregate<State, Command, Event>,
): RecentFolds<State> {
  const ofStore = byStore.get(store) ?? new Map<unknown, RecentFolds<unknown>>();
  byStore.set(store, ofStore);
  const folds = ofStore.get(decider) ?? new RecentFolds<unknown>();
  ofStore.set(decider, folds);
  return folds as RecentFolds<State>;
}
