import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { refuse } from '../refusals';
import { completePolicy } from './complete-policy';
import type { Policy, PolicyCommand, PolicyEvent } from './policy.messages';
import { unlessSound } from './sound-policy';
import { starterPolicy } from './starter-policy';

/**
 * The versioned document with every number that the rules rest on. Version 0 = nothing adopted yet: it reads as the
 * starter policy, and whoever starts a deadline or an offer refuses with `PolicyMissing`.
 */
export const policyDecider: Decider<Policy, PolicyCommand, PolicyEvent> = {
  initialState: { ...starterPolicy, version: 0 },
  evolve: (_replaced, { data }) => completed(data),
  decide: decideBy<Policy, PolicyCommand, PolicyEvent>({
    AdoptPolicy: (data, state, { rules }) => {
      if (equalContent(completed(data), state)) return [];
      if (data.version !== state.version + 1)
        return refuse('PolicyVersionNotNext', { next: state.version + 1 });
      return unlessSound(data.document, { inForce: state, rules }) ?? [{ type: 'PolicyAdopted', data }];
    },
  }),
};

function completed({ document, version }: PolicyEvent['data']): Policy {
  return { ...completePolicy(document), version };
}
