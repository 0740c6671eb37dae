import type { Actor } from './actor';
import type { Message } from './message';
import type { Refusal } from './refusals';
import type { Rules } from './rules';

/** What a decision may rest on beside command and state. All of it is data; there is no clock and no I/O in a decider. */
export interface DecisionContext {
  /** The server's instant, ISO 8601 UTC with milliseconds: deadlines run on it. */
  readonly now: string;
  /** When it happened in the world: ≤ now. */
  readonly occurredAt: string;
  readonly by: Actor;
  readonly rules: Rules;
}

/** What `evolve` may read of an event beside its type and data. */
export interface EventContext {
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly by: Actor;
  /** Of the leaf that holds the event. Absent where it is not stored, or nobody asks. */
  readonly leafHash?: string;
}

/** An aggregate: how it starts, how each event changes it, what each command leads to. Pure. */
export interface Decider<State, Command extends Message, Event extends Message> {
  readonly initialState: State;
  readonly evolve: (state: State, event: Event, context: EventContext) => State;
  /** The new events (none where the intent already holds), or why not. */
  readonly decide: (command: Command, state: State, context: DecisionContext) => readonly Event[] | Refusal;
}

/** One handler per command: the compiler checks that the table is complete. */
export type Handlers<State, Command extends Message, Event extends Message> = {
  readonly [T in Command['type']]: (
    data: Extract<Command, { type: T }>['data'],
    state: State,
    context: DecisionContext,
  ) => readonly Event[] | Refusal;
};

export function decideBy<State, Command extends Message, Event extends Message>(
  handlers: Handlers<State, Command, Event>,
): Decider<State, Command, Event>['decide'] {
  return (command, state, context) => {
    const handler = handlers[command.type as Command['type']] as (
      data: unknown,
      state: State,
      context: DecisionContext,
    ) => readonly Event[] | Refusal;
    return handler(command.data, state, context);
  };
}
