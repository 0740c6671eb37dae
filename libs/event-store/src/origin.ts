import type { Actor, Refusal } from '@threekeys/domain';
import type { GlobalPosition, StreamName } from './event-store';

/** Who sends a command, why, and under which id. */
export interface Origin {
  /** UUID; the same command sent again carries the same id. */
  readonly commandId: string;
  readonly correlationId: string;
  /** Id of the event that a reaction answers, or of the command of which this one is a step. */
  readonly causationId?: string;
  /** When it happened in the world; default: now. */
  readonly occurredAt?: string;
  readonly by: Actor;
  /** `If-Match`: the last revision the caller has seen. */
  readonly expectedRevision?: number;
}

/** What a command has led to. The same command again answers the same. */
export interface Recorded {
  readonly stream: StreamName;
  /** Last revision and leaf hash of this command's events; of the stream's head where it recorded nothing new. */
  readonly revision: number;
  readonly leafHash: string;
  readonly position: GlobalPosition;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  /** The command was recorded before. */
  readonly repeated: boolean;
}

/** Thrown by the handler where the decider says no. Expected; HTTP 409. */
export class CommandRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
    this.name = 'CommandRefused';
  }
}

/** `If-Match` did not hold; HTTP 412. */
export class RevisionNotAsExpected extends Error {
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`expected revision ${expected}, the stream is at ${actual}`);
    this.name = 'RevisionNotAsExpected';
  }
}

/** `occurredAt` lies after now, or further back than the policy allows; HTTP 422. */
export class OccurredAtOutOfBounds extends Error {
  constructor(
    readonly occurredAt: string,
    readonly earliest: string,
    readonly latest: string,
  ) {
    super(`occurredAt ${occurredAt} is not between ${earliest} and ${latest}`);
    this.name = 'OccurredAtOutOfBounds';
  }
}
