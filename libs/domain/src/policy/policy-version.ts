import type { Decider } from '../decider';
import type { Message, MessageSchemas } from '../message';
import { isRefusal } from '../refusals';
import type { Rules } from '../rules';

type Decide<State, Command extends Message, Event extends Message> = Decider<State, Command, Event>['decide'];

/**
 * Each event that rests on the policy names the version in force: those whose schema has the field. So no handler can
 * forget it. 0: nobody had adopted one, and the starter policy was read.
 */
export function namingPolicy<State, Command extends Message, Event extends Message>(
  schemas: MessageSchemas,
  decide: Decide<State, Command, Event>,
): Decide<State, Command, Event> {
  return (command, state, context) => {
    const decided = decide(command, state, context);
    return isRefusal(decided) ? decided : withPolicyVersion(schemas, decided, context.rules);
  };
}

/** The same events, those that rest on the policy with its version. */
export function withPolicyVersion<Event extends Message>(
  schemas: MessageSchemas,
  events: readonly Event[],
  { policy }: Pick<Rules, 'policy'>,
): readonly Event[] {
  const rests = ({ type }: Event) => schemas[type] !== undefined && 'policyVersion' in schemas[type].shape;
  return events.map((event) =>
    rests(event) ? { ...event, data: { ...event.data, policyVersion: policy.version } } : event,
  );
}
