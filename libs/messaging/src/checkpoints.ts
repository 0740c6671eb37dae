/** What consumers remember: port of ops.sqlite (later MongoDB). Survives `backup` and `move`. */
export interface ParkedMessage {
  readonly consumer: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: string;
}

export abstract class ConsumerState {
  abstract checkpoint(consumer: string): Promise<string | undefined>;
  /** Last revision of this stream that the consumer has handled, −1 if none. */
  abstract lastRevision(consumer: string, stream: string): Promise<number>;
  /** Saved together, after the effect. */
  abstract advance(consumer: string, stream: string, revision: number, position: string): Promise<void>;
  abstract park(message: ParkedMessage): Promise<void>;
  abstract isParked(consumer: string, stream: string): Promise<boolean>;
  abstract parked(consumer?: string): Promise<readonly ParkedMessage[]>;
  /** In order of revision; removed once handled (`retry`) or given up with a reason (`skip`). */
  abstract unpark(consumer: string, stream: string, revision: number): Promise<void>;
}
