import type { LeafContent } from '@threekeys/integrity';

/** An event with personal data still plain, and everything of its leaf but `prev` and `keys`. */
export type PlainEvent = Omit<LeafContent, 'prev' | 'keys'>;

/** Seals personal data before it is stored. Implemented by privacy; the handler knows no more of it. */
export abstract class Sealer {
  /** Returns the event with every personal field sealed, and the commitments of keys it is the first to use. Synchronous: keys are made ahead. */
  abstract seal(event: PlainEvent): Omit<LeafContent, 'prev'>;
  /** Called before a batch of seals: waits until enough durable keys are at hand. */
  abstract ready(): Promise<void>;
}
