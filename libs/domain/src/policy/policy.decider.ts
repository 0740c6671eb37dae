import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import { completePolicy } from './complete-policy';
import type { Policy, PolicyCommand, PolicyDocument, PolicyEvent } from './policy.messages';
import { knownPostKinds, unknownPostKindIn } from './post-kinds';
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
      return unlessSound(data.document, rules) ?? [{ type: 'PolicyAdopted', data }];
    },
  }),
};

/** What services rest on is there, and nothing waits for a kind of post that nobody can hold. */
function unlessSound(document: PolicyDocument, rules: Rules): Refusal | undefined {
  const missing = groundsOfServices.find(({ of, ground }) => !document.grounds[of].includes(ground));
  if (missing) return refuse('GroundNeeded', missing);
  const known = knownPostKinds(rules);
  const unknown = unknownPostKindIn(document, known);
  return unknown && refuse('PostKindUnknown', { ...unknown, known: known.join(', ') });
}

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
