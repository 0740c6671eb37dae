import { isInOffice } from '@threekeys/domain';
import type { Caller } from '@threekeys/http';
import type { LinkedCase } from './linked-cases';

/** Who came by a link, with whatever else they are: it lends them nothing, but says whose side they are of. */
export function withOwnGrants(caller: Caller, { rules, now }: Pick<LinkedCase, 'rules' | 'now'>): Caller {
  const own = rules.organisation.grants.filter(
    (grant) => grant.person === caller.id && isInOffice(grant, now),
  );
  return { ...caller, grants: [...caller.grants, ...own] };
}
