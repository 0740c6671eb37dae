import { Role } from '@threekeys/domain';
import { ownData, purposes } from '@threekeys/privacy';
import { z } from 'zod';

export const User = z.strictObject({
  username: z.string(),
  disabled: z.boolean(),
  roles: z.array(Role),
  posts: z.array(z.string()),
});
export const Users = z.strictObject({ users: z.array(User) });
export type Users = z.infer<typeof Users>;

/** Ids, names of fields, purposes and times: nothing that was seen. */
const Access = z.strictObject({
  at: z.string(),
  actor: z.strictObject({ id: z.string(), role: Role }),
  caseId: z.string().optional(),
  /** Whose data it is part of; `search`: a search for a person. */
  stream: z.string(),
  fields: z.array(z.string()),
  purpose: z.enum(purposes),
});
export const AccessPageAnswer = z.strictObject({ accesses: z.array(Access), next: z.string().optional() });
export type AccessPageAnswer = z.infer<typeof AccessPageAnswer>;

/** One opening of a requester's own data, as it is told to them: the role, not the name. */
const OwnAccess = z.strictObject({
  at: z.string(),
  role: Role,
  purpose: z.enum(purposes),
  what: z.array(z.enum(ownData)),
});
export const OwnAccessesAnswer = z.strictObject({ accesses: z.array(OwnAccess) });
export type OwnAccessesAnswer = z.infer<typeof OwnAccessesAnswer>;

const TokenOf = { name: z.string(), account: z.string() };
export const TokenList = z.strictObject({
  tokens: z.array(
    z.strictObject({
      ...{ ...TokenOf, createdAt: z.string() },
      /** Whoever made it; absent where that was not kept yet. */
      createdBy: z.string().optional(),
    }),
  ),
});
export type TokenList = z.infer<typeof TokenList>;

/** The only time that the token itself is shown. */
export const NewToken = z.strictObject({ ...TokenOf, token: z.string() });
export type NewToken = z.infer<typeof NewToken>;

const at = { consumer: z.string(), stream: z.string(), revision: z.int() };

export const ParkedMessage = z.strictObject({
  ...at,
  type: z.string(),
  because: z.enum(['unknown', 'failed', 'behind']),
  error: z.string(),
  attempts: z.int(),
  parkedAt: z.string(),
});
export const ParkedMessages = z.strictObject({ parked: z.array(ParkedMessage) });
export type ParkedMessages = z.infer<typeof ParkedMessages>;

/** A parked event as it is stored; personal fields are sealed. */
export const ParkedContent = ParkedMessage.extend({ leaf: z.string() });
export type ParkedContent = z.infer<typeof ParkedContent>;

export const ParkedOutcome = z.strictObject({ handled: z.int(), left: z.int() });
export type ParkedOutcome = z.infer<typeof ParkedOutcome>;
