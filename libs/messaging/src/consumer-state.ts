/** Why an event waits: its type or schema is not known here, its reaction failed, or one before it waits. */
export type ParkedBecause = 'unknown' | 'failed' | 'behind';

/** An event that a consumer could not handle, or that waits behind one of its stream. */
export interface ParkedMessage {
  readonly consumer: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  /** The leaf as stored; personal fields are sealed in it. */
  readonly bytes: Buffer;
  readonly because: ParkedBecause;
  /** What went wrong last. */
  readonly error: string;
  /** How often its reaction was tried, over all retries. */
  readonly attempts: number;
  readonly parkedAt: string;
}

/** A parked event that an operator gave up. */
export interface SkippedMessage {
  readonly consumer: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly reason: string;
  readonly by: string;
  readonly skippedAt: string;
}

/** The last event of a stream that a consumer is done with. */
export interface StreamProgress {
  readonly stream: string;
  readonly revision: number;
}

/**
 * What consumers remember: port of ops.sqlite. Survives `backup` and `move`. Every adapter passes
 * `describeConsumerState`. What a promise has answered is durable.
 */
export abstract class ConsumerState {
  /** Everything at or before this position is done or parked. */
  abstract checkpoint(consumer: string): Promise<string | undefined>;
  /** Last revision of this stream that the consumer is done with, −1 if none. */
  abstract lastRevision(consumer: string, stream: string): Promise<number>;
  /** Saved together, after the effects. A revision never goes back. Without a checkpoint, the one before stays. */
  abstract advance(
    consumer: string,
    progress: readonly StreamProgress[],
    checkpoint: string | undefined,
  ): Promise<void>;
  /** The same stream and revision again replaces what is said of it. */
  abstract park(message: ParkedMessage): Promise<void>;
  abstract isParked(consumer: string, stream: string): Promise<boolean>;
  /** By consumer, stream and revision. */
  abstract parked(consumer?: string, stream?: string): Promise<readonly ParkedMessage[]>;
  /** It was handled after all: the revision is done and no longer parked, in one step. */
  abstract unpark(consumer: string, stream: string, revision: number): Promise<void>;
  /** It was given up: as {@link unpark}, and remembered with the reason. */
  abstract skip(message: SkippedMessage): Promise<void>;
  abstract skipped(consumer?: string): Promise<readonly SkippedMessage[]>;
}
