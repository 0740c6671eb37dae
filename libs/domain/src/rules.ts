import type { Catalogue } from './catalogue/catalogue.messages';
import type { Compound } from './compound/compound.messages';
import type { Organisation } from './organisation/organisation.messages';
import type { Policy } from './policy/policy.messages';

/** What the community has decided, as data: deciders rest on it and record its versions. */
export interface Rules {
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  readonly organisation: Organisation;
  readonly compounds: Readonly<Record<string, Compound>>;
}
