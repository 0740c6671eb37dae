/** An event as a client proposes it. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** An event of the log. Of events that are not written in a transaction, commit and prepare position are one number. */
export interface LogRecord extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly created: number;
}

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** What the server answers to a write. `current`: −1 where there is no stream. */
export type Written =
  | { readonly is: 'success'; readonly revision: bigint; readonly position: number }
  | { readonly is: 'wrong-expected-version'; readonly current: bigint }
  | { readonly is: 'stream-deleted' };

/** Two servers of whose rules one differs: what `stream_exists` says about a soft-deleted stream. */
export type Generation = '24.10' | '26';

/** The revision of a tombstone, and `$tb` of a soft-deleted stream: the largest signed 64-bit integer. */
export const deletedStream = 0x7fffffffffffffffn;

export const metastreamOf = (stream: string) => `$$${stream}`;

/** What the server counts against its limit for an append (`Event.SizeOnDisk`). */
export function sizeOnDisk({ type, data, metadata }: ProposedEvent): number {
  return data.length + metadata.length + 2 * type.length;
}
