import type { Message } from '@threekeys/domain';
import type { LeafContent } from '@threekeys/integrity';
import type { Aggregate } from './aggregate';
import type {
  AppendResult,
  EventStore,
  GlobalPosition,
  Leaf,
  RecordedEvent,
  StreamName,
} from './event-store';
import type { Built } from './leaves-of';
import { Recent } from './recent';
import type { StreamHead } from './stream-head';
import { StreamTurns } from './stream-turns';

/** What a command has recorded: its events in order, and where the last of them stands. */
export interface CommandRecord {
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly revision: number;
  readonly leafHash: string;
  readonly position: GlobalPosition;
}

/** A stored event of which it is known what it says. */
export interface ReadEvent {
  readonly event: RecordedEvent;
  readonly content: LeafContent;
}

/** A stream as far as it was folded. What was stored stays as it is, so that reading on is enough. */
export class StreamFold<State> {
  /** Absent where there is no such stream. */
  head: StreamHead | undefined;
  /** Keys of personal data whose commitments the stream holds. */
  readonly introduced = new Set<string>();
  /** Stored by this process and not folded yet: most streams are not looked at again. */
  private appended: ReadEvent[] = [];
  private readonly byCommand = new Map<string, CommandRecord>();

  constructor(public state: State) {}

  get nextRevision(): number {
    return this.head === undefined ? 0 : this.head.revision + 1;
  }

  ofCommand(commandId: string): CommandRecord | undefined {
    return this.byCommand.get(commandId);
  }

  take(state: State, event: RecordedEvent, { commandId, keys = [] }: LeafContent): void {
    const { id, type, revision, leafHash, position, recordedAt } = event;
    this.state = state;
    this.head = { revision, leafHash, position, recordedAt };
    for (const { kid } of keys) this.introduced.add(kid);
    const events = [...(this.byCommand.get(commandId)?.events ?? []), { id, type }];
    this.byCommand.set(commandId, { events, revision, leafHash, position });
  }

  /** These leaves were stored after what was folded: {@link takeAppended} gives them, once. */
  append({ leaves, contents }: Built, { position }: AppendResult): void {
    contents.forEach((content, index) => {
      const { prev: _, ...leaf } = leaves[index] as Leaf;
      this.appended.push({ event: { ...leaf, position }, content });
    });
  }

  takeAppended(): readonly ReadEvent[] {
    const { appended } = this;
    if (appended.length > 0) this.appended = [];
    return appended;
  }
}

const streamsMaxByDefault = 2000;

/** The streams of one aggregate that were folded last: a case that is worked on is read once, not at every command. */
export class RecentFolds<State> {
  readonly turns = new StreamTurns();
  private readonly folds: Recent<StreamFold<State>>;

  constructor(
    private readonly initialState: State,
    streamsMax: number,
  ) {
    this.folds = new Recent(streamsMax);
  }

  /** The fold of a stream, at its beginning where it is not remembered. For one user at a time: take a turn first. */
  of(stream: StreamName): StreamFold<State> {
    const known = this.folds.get(stream);
    if (known !== undefined) return known;
    const fold = new StreamFold(this.initialState);
    this.folds.set(stream, fold);
    return fold;
  }

  forget(stream: StreamName): void {
    this.folds.delete(stream);
  }
}

const byStore = new WeakMap<EventStore, Map<unknown, RecentFolds<unknown>>>();
const streamsMaxOf = new WeakMap<EventStore, number>();

/** How many streams of each aggregate the handlers on a store remember at most. Before the first of them. Default 2000. */
export function rememberFolds(store: EventStore, streamsMax: number): void {
  streamsMaxOf.set(store, streamsMax);
}

/** Shared by all handlers of a decider on a store: what one of them has read, the others need not. */
export function recentFolds<State, Command extends Message, Event extends Message>(
  store: EventStore,
  { decider, foldsMax }: Aggregate<State, Command, Event>,
): RecentFolds<State> {
  const ofStore = byStore.get(store) ?? new Map<unknown, RecentFolds<unknown>>();
  byStore.set(store, ofStore);
  const streamsMax = foldsMax ?? streamsMaxOf.get(store) ?? streamsMaxByDefault;
  const folds = ofStore.get(decider) ?? new RecentFolds<unknown>(decider.initialState, streamsMax);
  ofStore.set(decider, folds);
  return folds as RecentFolds<State>;
}
