import type { GlobalPosition } from './event-store';

/** The end of a stream, from stored bytes alone. */
export interface StreamHead {
  readonly revision: number;
  readonly leafHash: string;
  readonly position: GlobalPosition;
  readonly recordedAt: string;
}
