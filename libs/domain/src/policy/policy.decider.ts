import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { refuse } from '../refusals';
import type { Policy, PolicyCommand, PolicyEvent } from './policy.messages';
import { starterPolicy } from './starter-policy';

/**
 * The versioned document with every number that the rules rest on. Version 0 = nothing adopted yet: it reads as the
 * starter policy, and whoever starts a deadline or an offer refuses with `PolicyMissing`.
 */
export const policyDecider: Decider<Policy, PolicyCommand, PolicyEvent> = {
  initialState: { ...starterPolicy, version: 0 },
  evolve: (_replaced, { data }) => ({ ...data.document, version: data.version }),
  decide: decideBy<Policy, PolicyCommand, PolicyEvent>({
    AdoptPolicy: (data, state) => {
      if (equalContent({ ...data.document, version: data.version }, state)) return [];
      return data.version === state.version + 1
        ? [{ type: 'PolicyAdopted', data }]
        : refuse('PolicyVersionNotNext', { next: state.version + 1 });
    },
  }),
};
