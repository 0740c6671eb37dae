import type { Decider, Message, Rules } from '@threekeys/domain';
import type { Clock } from './clock';
import type { EventStore, GlobalPosition } from './event-store';
import type { Sealer } from './sealer';

/** What somebody who asks for the rules has heard of already. */
export interface RulesAsked {
  /** Where an event of policy, catalogue, organisation or a compound lies: the rules have it, and may have what came later. */
  readonly atLeast?: GlobalPosition;
}

/** Gives what the community has decided, as of now. */
export abstract class RulesSource {
  abstract current(asked?: RulesAsked): Promise<Rules>;
}

/** One aggregate as the handler needs it: its decider, and the schema numbers of its event types (1 where absent). */
export interface Aggregate<State, Command extends Message, Event extends Message> {
  readonly decider: Decider<State, Command, Event>;
  /** The event types that the decider folds, e.g. `caseEvents`. A stored event of another type stops the handler. */
  readonly events: Readonly<Record<string, unknown>>;
  readonly schemas?: Readonly<Record<string, number>>;
  /** Imports carry their own times, whatever the policy's bound. */
  readonly unboundedOccurredAt?: (command: Command) => boolean;
  /** How many of its streams a process remembers at most, where each of them weighs much. */
  readonly foldsMax?: number;
}

export interface HandlerPorts {
  readonly store: EventStore;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly rules: RulesSource;
}
