/** An opaque place in the global order. Compared only through the store that gave it; carries that store's id. */
export type GlobalPosition = string & { readonly __position: unique symbol };

/** `category-id`; the category is the text before the first `-`. */
export type StreamName = string;

/** Where the caller believes the stream ends: nothing yet, or this last event. */
export type ExpectedHead = 'no-stream' | { readonly revision: number; readonly leafHash: string };

/** A leaf about to be stored: the bytes, and the fields of them that the store indexes. */
export interface Leaf {
  /** Canonical JSON, UTF-8. Stored as it is, hashed as stored. */
  readonly bytes: Buffer;
  /** Hex SHA-256(0x00 ‖ bytes). */
  readonly leafHash: string;
  readonly id: string;
  readonly stream: StreamName;
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly prev: string;
}

export interface AppendResult {
  readonly revision: number;
  readonly leafHash: string;
  readonly position: GlobalPosition;
}

/** A stored event. `bytes` are the leaf; parse them only where the content is needed ({@link contentOf}). */
export interface RecordedEvent extends Omit<Leaf, 'prev'> {
  readonly position: GlobalPosition;
}

export interface StreamRange {
  /** Inclusive. Default: forwards 0, backwards the last one. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly max?: number;
}

/** Empty: everything. An event passes if every given list names it. */
export interface Filter {
  readonly categories?: readonly string[];
  readonly types?: readonly string[];
}

/** The head of the log: how many events, where, and the RFC 6962 root over all leaf hashes in global order. */
export interface LogHead {
  readonly size: number;
  readonly root: string;
  /** Absent where the log is empty. */
  readonly position?: GlobalPosition;
}

/**
 * The only way the system remembers. Every adapter passes `describeEventStore`.
 * - Revisions are 0-based and contiguous; one append is atomic and adjacent in global order.
 * - The same ids at the same place succeed with the original revision (also a prefix of them); a superset or a partial
 *   overlap is `WrongExpectedRevision`; an id that is stored elsewhere is `DuplicateEventId`.
 * - Every `after` is exclusive. Errors are {@link EventStoreError}, never a driver's.
 */
export abstract class EventStore {
  /** @throws EventStoreError `WrongExpectedRevision`, `DuplicateEventId`, `AppendTooLarge`, `AppendOutcomeUnknown`, … */
  abstract append(stream: StreamName, expected: ExpectedHead, leaves: readonly Leaf[]): Promise<AppendResult>;
  /** @throws EventStoreError `StreamNotFound` on the first step where the stream does not exist. */
  abstract readStream(stream: StreamName, range?: StreamRange): AsyncIterable<RecordedEvent>;
  abstract readAll(after?: GlobalPosition, filter?: Filter, max?: number): AsyncIterable<RecordedEvent>;
  /**
   * Everything after a position, then live: at least once, in global order, never skipping, back-pressured.
   * Ends only by abort (returns) or by throwing.
   */
  abstract subscribe(
    after: GlobalPosition | undefined,
    filter: Filter,
    signal: AbortSignal,
  ): AsyncIterable<RecordedEvent>;
  abstract head(): Promise<LogHead>;
  /**
   * Where the log ends now; absent where it is empty. For who asks only that: an adapter that has to read the whole log for
   * its root answers this at once.
   */
  async end(): Promise<GlobalPosition | undefined> {
    return (await this.head()).position;
  }
  /** < 0: a is before b. @throws EventStoreError `InvalidPosition` for text that is not a position of this store. */
  abstract comparePositions(a: GlobalPosition, b: GlobalPosition): number;
  abstract close(): Promise<void>;
}

export type EventStoreErrorCode =
  | 'WrongExpectedRevision'
  | 'StreamNotFound'
  | 'StreamGone'
  | 'DuplicateEventId'
  | 'AppendOutcomeUnknown'
  | 'AppendTooLarge'
  | 'InvalidPosition'
  | 'InvalidAppend'
  | 'StoreUnavailable'
  | 'StoreFull'
  | 'StoreReadOnly'
  | 'AccessDenied';

export class EventStoreError extends Error {
  constructor(
    readonly code: EventStoreErrorCode,
    message: string,
    /** `actual` of `WrongExpectedRevision`: the last revision, or `no-stream`. */
    readonly facts: { readonly stream?: StreamName; readonly actual?: number | 'no-stream' } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EventStoreError';
  }
}
