import type { Caller } from '@threekeys/http';
import type { LinkedCase } from './linked-cases';
import type { OfferStage, SeatOf } from './offer-stage';

/** An offer in the hands of the volunteer to whom it was made. */
export interface OfferInHand {
  readonly linked: LinkedCase;
  readonly seat: SeatOf;
  readonly stage: OfferStage;
  readonly volunteer: Caller;
  readonly allowed: readonly string[];
  /** The one report that they have set out. */
  readonly setOutId: string;
}
