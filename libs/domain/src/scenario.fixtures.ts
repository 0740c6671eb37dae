import type { Actor } from './actor';
import type { Decider, DecisionContext } from './decider';
import type { Message, MessageSchemas } from './message';
import { withPolicyVersion } from './policy/policy-version';
import { isRefusal, type RefusalCode } from './refusals';
import type { Rules } from './rules';

export const theClerk: Actor = { id: 'clerk', role: 'intake-clerk' };
export const aMoment = '2026-03-02T02:00:00.000Z';

export interface Circumstances {
  readonly rules: Rules;
  readonly now?: string;
  readonly by?: Actor;
}

export const contextOf = ({ rules, now = aMoment, by = theClerk }: Circumstances): DecisionContext => ({
  now,
  occurredAt: now,
  by,
  rules,
});

export function foldOf<State, Command extends Message, Event extends Message>(
  decider: Decider<State, Command, Event>,
  events: readonly Event[],
): State {
  const context = { recordedAt: aMoment, occurredAt: aMoment, by: theClerk };
  return events.reduce((state, event) => decider.evolve(state, event, context), decider.initialState);
}

/** Given / when / then over one decider. Every decided event is checked against its schema. */
export function scenarioOf<State, Command extends Message, Event extends Message>(
  decider: Decider<State, Command, Event>,
  schemas: MessageSchemas,
  circumstances: Circumstances,
) {
  return (...given: readonly Event[]) => ({
    when: (command: Command, differing: Partial<Circumstances> = {}) => {
      const result = decider.decide(
        command,
        foldOf(decider, given),
        contextOf({ ...circumstances, ...differing }),
      );
      return {
        thenRecords: (...events: readonly Event[]) => {
          const { rules } = { ...circumstances, ...differing };
          expect(result).toEqual(withPolicyVersion(schemas, events, rules));
          for (const event of events) schemas[event.type]!.parse(event.data);
        },
        thenTypes: (...types: readonly Event['type'][]) =>
          expect(isRefusal(result) ? result.refused : result.map(({ type }) => type)).toEqual(types),
        thenNothingNew: () => expect(result).toEqual([]),
        thenRefuses: (code: RefusalCode) =>
          expect(isRefusal(result) ? result.refused : result.map(({ type }) => type)).toBe(code),
      };
    },
  });
}
