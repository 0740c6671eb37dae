import { Category, Code, Instant, LevelName, Names, PersonId, PolicyDocument, Role } from '@threekeys/domain';
import { z } from 'zod';
import { PolicyTerm } from './policy.responses';

const Party = z.enum(['branch', 'owners', 'property']);

/** Who is signed in, and what some case or none may allow them. */
export const Me = z.strictObject({
  username: z.string(),
  roles: z.array(z.strictObject({ role: Role, scope: Code.optional(), party: Party.optional() })),
  posts: z.array(Code),
  volunteerId: z.string().optional(),
  /** Commands and routes. */
  may: z.array(z.string()),
});
export type Me = z.infer<typeof Me>;

const Vocabulary = z.record(z.string(), Names);
const Grounds = z.array(Code);

/** What forms and labels are made from. */
export const Community = z.strictObject({
  compounds: z.array(
    z.strictObject({
      compound: Code,
      names: Names,
      buildings: z.array(
        z.strictObject({
          building: Code,
          names: Names,
          grid: Code,
          group: Code.optional(),
          entrances: z.array(z.strictObject({ entrance: Code, doors: z.int() })),
        }),
      ),
      parties: z.array(
        z.strictObject({ party: Party, holder: PersonId.optional(), standIns: z.array(PersonId) }),
      ),
    }),
  ),
  units: z.array(
    z.strictObject({
      unit: Code,
      level: LevelName,
      parent: Code.optional(),
      names: Names,
      /** Still named where something lay there; nothing comes to it any more. */
      closed: z.literal(true).optional(),
    }),
  ),
  posts: z.array(
    z.strictObject({
      post: Code,
      unit: Code,
      kind: Code,
      names: Names,
      compound: Code.optional(),
      holder: PersonId.optional(),
      term: z.strictObject({ from: Instant.optional(), until: Instant.optional() }).optional(),
      /** Whose term is over: they hold nothing by it. */
      outOfOffice: PersonId.optional(),
    }),
  ),
  /** 承办单位: those for which somebody handles work. */
  organisations: z.array(Code),
  categories: z.array(Category),
  catalogueVersion: z.int(),
  /** The grounds of the policy: codes that commands take. */
  grounds: z.strictObject({
    decline: Grounds,
    return: Grounds,
    reopeningRefusal: Grounds,
    override: Grounds,
    release: Grounds,
    transfer: Grounds,
    escalation: Grounds,
    responsibility: Grounds,
    void: Grounds,
    referral: Grounds,
    settlementFailure: Grounds,
    keyRefusal: Grounds,
    standIn: Grounds,
    jointFailure: Grounds,
  }),
  policy: PolicyDocument.extend({ version: z.int() }),
  /** What each value of the policy may be. */
  policyTerms: z.array(PolicyTerm),
  vocabulary: z.strictObject({
    skills: Vocabulary,
    interests: Vocabulary,
    certificates: Vocabulary,
    postKinds: Vocabulary,
    /** What keeps somebody from an order. */
    constraints: Vocabulary,
  }),
});
export type Community = z.infer<typeof Community>;
