import type { RecordedEvent } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';
import type { Parking } from './parking';

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
  /** Highest schema number it can read, by type; 1 where absent. A higher one is parked. */
  readonly schemas?: Readonly<Record<string, number>>;
}

export interface ConsumerLag {
  readonly consumer: string;
  /** Events of its categories that it is not done with, counted up to 10,000. */
  readonly events: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
  readonly parked: number;
}

/** Between services. Every adapter passes `describeMessaging`. */
export abstract class Messaging {
  /** What operators do about events that could not be handled. */
  abstract readonly parking: Parking;
  /** Delivers every event of its categories in order per stream, at least once; the checkpoint moves after the effect. */
  abstract consume(consumer: Consumer): void;
  /** Starts all consumers. Parked events of types that were unknown and now are known are tried again. */
  abstract start(): Promise<void>;
  /** Finishes what is being handled, then stops. */
  abstract stop(): Promise<void>;
  /** Resolves when every consumer has handled (or parked) everything that was in the log when it was called. */
  abstract settled(): Promise<void>;
  abstract lag(): Promise<readonly ConsumerLag[]>;
}

/** Thrown by a reaction for what will not get better by itself: parked at once, without retries. */
export class PermanentFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentFailure';
  }
}

/** Thrown by a reaction where something it waits for is late, and no event is to blame: it is tried until it succeeds. */
export class NotNow extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NotNow';
  }
}
