import type { RecordedEvent } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';

/** One stored event on its way to a consumer: the leaf itself, nothing mapped. */
export interface Delivery {
  readonly event: RecordedEvent;
  readonly content: LeafContent;
  /** Call it while long work progresses. */
  heartbeat(): Promise<void>;
}

export type Reaction = (delivery: Delivery) => Promise<void>;

/** A reaction's effect is a command with a derived id, so that a redelivery is harmless. */
export interface Consumer {
  /** Stable for ever: checkpoints and parked messages hang on it. */
  readonly name: string;
  readonly categories: readonly string[];
  readonly reactions: Readonly<Record<string, Reaction>>;
  /** Types it knows and leaves alone. A type in neither list is parked, never skipped. */
  readonly ignores: readonly string[];
}

/** Between services. Every adapter passes `describeMessaging`. */
export abstract class Messaging {
  /** Delivers every event of its categories in order per stream, at least once; the checkpoint moves after the effect. */
  abstract consume(consumer: Consumer): void;
  /** Starts all consumers. */
  abstract start(): Promise<void>;
  /** Finishes what is being handled, then stops. */
  abstract stop(): Promise<void>;
  /** Resolves when every consumer has handled (or parked) everything that was in the log when it was called. */
  abstract settled(): Promise<void>;
  abstract lag(): Promise<readonly { consumer: string; events: number; seconds: number; parked: number }[]>;
}

/** Thrown by a reaction for what will not get better by itself: parked at once, without retries. */
export class PermanentFailure extends Error {}
