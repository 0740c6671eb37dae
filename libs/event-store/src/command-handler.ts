import type { Decider, Message, Rules } from '@threekeys/domain';
import type { Clock } from './clock';
import type { EventStore, StreamName } from './event-store';
import type { Origin, Recorded } from './origin';
import type { Sealer } from './sealer';

/** Gives what the community has decided, as of now. */
export abstract class RulesSource {
  abstract current(): Promise<Rules>;
}

/** One aggregate as the handler needs it: its decider, and the schema numbers of its event types (1 where absent). */
export interface Aggregate<State, Command extends Message, Event extends Message> {
  readonly decider: Decider<State, Command, Event>;
  readonly schemas?: Readonly<Record<string, number>>;
  /** Imports carry their own times, whatever the policy's bound. */
  readonly unboundedOccurredAt?: (command: Command) => boolean;
}

export interface HandlerPorts {
  readonly store: EventStore;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly rules: RulesSource;
}

/** read → answer a repeat → fold → decide → seal → append (at most three tries on a conflict). */
export declare class CommandHandler<State, Command extends Message, Event extends Message> {
  constructor(aggregate: Aggregate<State, Command, Event>, ports: HandlerPorts);
  /** @throws CommandRefused, RevisionNotAsExpected, OccurredAtOutOfBounds, EventStoreError */
  handle(stream: StreamName, command: Command, origin: Origin): Promise<Recorded>;
  /** The folded state and its revision (−1: no stream). */
  load(stream: StreamName): Promise<{ state: State; revision: number }>;
}
