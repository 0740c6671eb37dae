import type { Role } from '@threekeys/domain';
import type { RoleGrant } from './may-do';
import type { Relation } from './relation';
import { holdsAmong } from './relation';

/**
 * Personal data of a case in groups that are seen or absent together.
 * - `identity`: who reported or joined: names and phones (masked until they are revealed), tracking codes, relation.
 * - `words`: what was said and written: the report, progress, results, checks, answers.
 * - `door`: the exact door, and an address in words.
 * - `entrance`: the entrance of the building.
 * - `call-back`: the phone of who wishes to be called back about the work, without a name; never of a confidential report.
 * - `respondent`: who is complained about.
 * - `volunteers`: who else was asked and booked.
 * - `plan`: what is proposed to the three parties of a compound: written for them, also for one that is complained about.
 * - `disclosed`: the name of a requester who agreed that the other side hears it.
 */
export const fieldGroups = [
  'identity',
  'words',
  'door',
  'entrance',
  'call-back',
  'respondent',
  'volunteers',
  'plan',
  'disclosed',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

interface FieldRule {
  readonly groups: readonly FieldGroup[];
  /** One of these has to hold. */
  readonly when: readonly Relation[];
}

/** Who may see who reported finds the phone there, masked until it is revealed for a purpose. */
const all = fieldGroups.filter((group) => group !== 'call-back' && group !== 'disclosed');
const everything: readonly FieldRule[] = [{ groups: all, when: ['any'] }];
/** Whoever works on it learns where and what, never who reported (DOMAIN.md, invariant 10). */
const task = (when: FieldRule['when']): FieldRule => ({
  groups: ['words', 'door', 'entrance', 'volunteers', 'plan'],
  when,
});

/** The other side hears a name from who agreed to it, and nothing else ever (CASE.md, rule 5). */
const named: FieldRule = { groups: ['disclosed'], when: ['named-to'] };

/** What each role sees of a case it may read; what is not named is absent from its answers. */
export const fieldRules: Readonly<Record<Role, readonly FieldRule[]>> = {
  'intake-clerk': everything,
  dispatcher: everything,
  'social-worker': everything,
  'grid-worker': everything,
  secretary: everything,
  auditor: everything,
  'courtyard-head': [task(['in-unit', 'accountable', 'at-work'])],
  mediator: [{ groups: all, when: ['accountable', 'at-work'] }],
  handler: [task(['at-work']), named],
  // Who is only asked decides by compound, building, category, time and urgency.
  volunteer: [{ groups: ['words', 'door', 'entrance', 'call-back'], when: ['assigned'] }],
  // A party of the compound is often who is complained about, and words tell who speaks (docs/decisions/0005).
  'key-holder': [
    { groups: ['entrance', 'volunteers', 'plan'], when: ['in-unit', 'at-work'] },
    // Who has to decide on a plan reads it; an entrance is a dozen households.
    { groups: ['plan'], when: ['key-asked'] },
    named,
  ],
  resident: [{ groups: ['identity', 'words', 'door', 'entrance'], when: ['requester'] }],
  admin: [],
  service: [],
};

/** The groups that somebody sees of a case they stand to in these relations. */
export function visibleFields(
  grants: readonly Pick<RoleGrant, 'role' | 'scope'>[],
  standing: readonly string[],
): ReadonlySet<FieldGroup> {
  const seen = grants.flatMap(({ role, scope }) => {
    const holds = holdsAmong(standing, scope);
    return fieldRules[role].flatMap(({ groups, when }) => (when.some(holds) ? groups : []));
  });
  return new Set(seen);
}
