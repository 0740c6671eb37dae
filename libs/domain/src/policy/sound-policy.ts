import { refuse, type Refusal } from '../refusals';
import type { Rules } from '../rules';
import { completePolicy } from './complete-policy';
import { valuesOf } from './differences';
import type { CompletePolicy, Policy, PolicyDocument } from './policy.messages';
import { knownPostKinds, unknownPostKindIn } from './post-kinds';

/** Codes in one list of the policy. */
const codesMax = 100;
const dayMinutes = 24 * 60;

interface Known {
  readonly inForce: Policy;
  readonly rules: Rules;
}

/**
 * What is adopted can be worked by: nothing is listed twice or without end, what services rest on is there, nothing waits for
 * a kind of post that nobody can hold, and volunteers have time to answer. Asked when a version is adopted, not of what a log
 * says. Each refusal names the `path` of the value.
 */
export function unlessSound(document: PolicyDocument, { inForce, rules }: Known): Refusal | undefined {
  return (
    unlessListed(document) ??
    unlessGroundsAreThere(document) ??
    unlessPostKindsAreThere(document, rules) ??
    unlessOnDuty(document, { inForce, rules }) ??
    unlessTimeToAnswer(completePolicy(document))
  );
}

function unlessListed(document: PolicyDocument): Refusal | undefined {
  for (const [path, codes] of valuesOf(document)) {
    if (typeof codes !== 'object') continue;
    if (codes.length > codesMax) return refuse('PolicyListTooLong', { path, max: codesMax });
    const twice = codes.find((code, index) => codes.indexOf(code) < index);
    if (twice !== undefined) return refuse('PolicyListsTwice', { path, code: twice });
  }
  return undefined;
}

/** Given where a post is left, a volunteer leaves, and a case keeps out whoever has it: without them those would wait for ever. */
const groundsOfServices = [
  { of: 'transfer', ground: 'post-left' },
  { of: 'override', ground: 'handler-unavailable' },
  { of: 'release', ground: 'volunteer-asked' },
  { of: 'return', ground: 'wrong-handler' },
] as const;

function unlessGroundsAreThere({ grounds }: PolicyDocument): Refusal | undefined {
  const missing = groundsOfServices.find(({ of, ground }) => !grounds[of].includes(ground));
  return missing && refuse('GroundNeeded', { ...missing, path: `/grounds/${missing.of}` });
}

function unlessPostKindsAreThere(document: PolicyDocument, rules: Rules): Refusal | undefined {
  const known = knownPostKinds(rules);
  const unknown = unknownPostKindIn(document, known);
  return unknown && refuse('PostKindUnknown', { ...unknown, known: known.join(', ') });
}

/** Another duty post is one that somebody holds. That in force may be vacant: at first nobody holds any, and people leave. */
function unlessOnDuty(document: PolicyDocument, { inForce, rules }: Known): Refusal | undefined {
  const { dutyPostKind: kind } = completePolicy(document);
  const isHeld = Object.values(rules.organisation.posts).some(
    (post) => post.kind === kind && post.holder !== undefined,
  );
  return isHeld || kind === inForce.dutyPostKind
    ? undefined
    : refuse('DutyPostHeldByNobody', { path: '/dutyPostKind', kind });
}

/**
 * Whoever is asked when work opens on the first day can answer before it closes on the last. Urgent work needs no such bound:
 * its window is made longer.
 */
function unlessTimeToAnswer({ offers, workWindows }: CompletePolicy): Refusal | undefined {
  const { days, opensMinute, closesMinute } = workWindows;
  const minutes = (days - 1) * dayMinutes + Math.max(0, closesMinute - opensMinute);
  const urgency = (['normal', 'soon'] as const).find((each) => offers.expiryMinutes[each] >= minutes);
  return urgency && refuse('NoTimeToAnswer', { path: `/offers/expiryMinutes/${urgency}`, minutes });
}
