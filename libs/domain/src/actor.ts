import { z } from 'zod';

/** The roles of DOMAIN: what somebody may do is the permission table's business, not the decider's. */
export const Role = z.enum([
  'intake-clerk',
  'resident',
  'dispatcher',
  'volunteer',
  'social-worker',
  'courtyard-head',
  'grid-worker',
  'handler',
  'mediator',
  'key-holder',
  'secretary',
  'auditor',
  'admin',
  'service',
]);
export type Role = z.infer<typeof Role>;

/** Accounts, services, pseudonyms: never a name. */
const ActorId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);

/** Who acts. A service is `{ id: 'dispatch', role: 'service' }`; a resident acts under a pseudonym of this case alone. */
export const Actor = z.strictObject({
  id: ActorId,
  role: Role,
  post: ActorId.optional(),
  unit: ActorId.optional(),
  onBehalfOf: ActorId.optional(),
  /** How they acted, where it was not by signing in: with a link that opens one thing. */
  channel: z.literal('link').optional(),
});
export type Actor = z.infer<typeof Actor>;

export const service = (
  id: 'intake' | 'dispatch' | 'volunteer-matching' | 'reporting' | 'importer' | 'timers',
): Actor => ({
  id,
  role: 'service',
});
