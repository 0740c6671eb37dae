import type { CaseRequester } from '@threekeys/domain';
import type { Caller } from '@threekeys/http';
import type { LinkedCase } from './linked-cases';

/** A case in the hands of one of those who reported or joined it. */
export interface RequestInHand {
  readonly linked: LinkedCase;
  readonly requester: CaseRequester;
  readonly caller: Caller;
  readonly allowed: readonly string[];
}
