import { Category, Code, Instant, PersonId, Role } from '@threekeys/domain';
import { z } from 'zod';

/** When, and by whom. */
const adopted = { at: Instant, by: z.strictObject({ person: z.string(), role: Role }) };

/** Every change of the catalogue, the last one first. */
export const CatalogueVersions = z.strictObject({
  versions: z.array(
    z.strictObject({
      version: z.int(),
      ...adopted,
      change: z.enum(['defined', 'changed', 'retired']),
      category: Code,
      /** As it was; absent where it is new. */
      before: Category.optional(),
      /** As it is since; absent where it was retired. */
      after: Category.optional(),
    }),
  ),
  /** `before` of the next page; absent on the last one. */
  next: z.int().optional(),
});
export type CatalogueVersions = z.infer<typeof CatalogueVersions>;

/** Who holds posts or roles: whom a post can be given to. */
export const People = z.strictObject({
  people: z.array(
    z.strictObject({
      person: PersonId,
      posts: z.array(Code),
      roles: z.array(Role),
      /** Each role as it was granted: for what, and from when until when. */
      grants: z.array(
        z.strictObject({
          role: Role,
          scope: Code.optional(),
          party: z.enum(['branch', 'owners', 'property']).optional(),
          from: Instant.optional(),
          until: Instant.optional(),
        }),
      ),
    }),
  ),
});
export type People = z.infer<typeof People>;
