import { Code, Instant, Names, PersonId, PolicyDocument, policyUnits, Role } from '@threekeys/domain';
import { z } from 'zod';

// What this service answers about the policy: which versions there were, who adopted each, and what each changed.

const PolicyValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);

const Path = z.string();

/** What a value of the policy may be, and where it stands in the document. */
export const PolicyTerm = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ kind: z.literal('number'), path: Path, min: z.int(), max: z.int() },
    /** What it counts; `minute-of-day` in the community's own day, `utc-offset` in minutes. */
    unit: z.enum(policyUnits).optional(),
  }),
  z.strictObject({
    ...{ kind: z.literal('codes'), path: Path, mayBeEmpty: z.boolean() },
    /** The codes that there are, where they are known. */
    options: z.array(z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('code'), path: Path, options: z.array(z.string()).optional() }),
  z.strictObject({ kind: z.literal('choice'), path: Path, options: z.array(z.string()) }),
]);

/** A value that two versions of the policy say differently. */
export const PolicyDifferenceAnswer = z.strictObject({
  /** Where it stands in the document: `/deadlineHours/handling/urgent`. */
  path: z.string(),
  /** What is decided there, in words. */
  names: Names,
  before: PolicyValue.optional(),
  after: PolicyValue.optional(),
});

export const PolicyVersionLine = z.strictObject({
  version: z.int(),
  adoptedAt: Instant,
  by: z.strictObject({ id: PersonId, role: Role, post: Code.optional() }),
  /** How many values it decides otherwise than the version before; of the first one, than the starter policy. */
  changes: z.int(),
});
export type PolicyVersionLine = z.infer<typeof PolicyVersionLine>;

export const PolicyVersions = z.strictObject({
  /** The one in force first. */
  versions: z.array(PolicyVersionLine),
});
export type PolicyVersions = z.infer<typeof PolicyVersions>;

export const PolicyVersion = PolicyVersionLine.extend({
  /** Whole: what it left out is the starter policy's. */
  document: PolicyDocument,
  /** The version it is compared with; 0 is the starter policy. */
  since: z.int(),
  differences: z.array(PolicyDifferenceAnswer),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;
