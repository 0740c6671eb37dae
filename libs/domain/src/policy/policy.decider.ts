import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { refuse } from '../refusals';
import { completePolicy } from './complete-policy';
import type { Policy, PolicyCommand, PolicyEvent } from './policy.messages';
import { starterPolicy } from './starter-policy';

/**
 * The versioned document with every number that the rules rest on. Version 0 = nothing adopted yet: it reads as the
 * starter policy, and whoever starts a deadline or an offer refuses with `PolicyMissing`.
 */
export const policyDecider: Decider<Policy, PolicyCommand, PolicyEvent> = {
  initialState: { ...starterPolicy, version: 0 },
  evolve: (_replaced, { data }) => completed(data),
  decide: decideBy<Policy, PolicyCommand, PolicyEvent>({
    AdoptPolicy: (data, state) => {
      if (equalContent(completed(data), state)) return [];
      if (data.version !== state.version + 1)
        return refuse('PolicyVersionNotNext', { next: state.version + 1 });
      const missing = groundsOfServices.find(({ of, ground }) => !data.document.grounds[of].includes(ground));
      return missing ? refuse('GroundNeeded', missing) : [{ type: 'PolicyAdopted', data }];
    },
  }),
};

/** Given where a post is left, a volunteer leaves, and a case keeps out whoever has it: without them those would wait for ever. */
const groundsOfServices = [
  { of: 'transfer', ground: 'post-left' },
  { of: 'override', ground: 'handler-unavailable' },
  { of: 'release', ground: 'volunteer-asked' },
  { of: 'return', ground: 'wrong-handler' },
] as const;

function completed({ document, version }: PolicyEvent['data']): Policy {
  return { ...completePolicy(document), version };
}
