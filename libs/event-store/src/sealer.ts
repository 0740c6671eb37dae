import type { LeafContent } from '@threekeys/integrity';

/** An event with personal data still plain, and everything of its leaf but `prev` and `keys`. */
export type PlainEvent = Omit<LeafContent, 'prev' | 'keys'>;

/** An event as it is stored, but for its place in the chain. */
export type SealedEvent = Omit<LeafContent, 'prev'>;

/** Seals personal data before it is stored. Implemented by privacy; the handler knows no more of it. */
export abstract class Sealer {
  /**
   * The events of one append with every personal field sealed, in the same order.
   * @param introduced kids whose commitments the stream holds already; the others are committed to by the first event here
   *   that uses them
   */
  abstract seal(
    events: readonly PlainEvent[],
    introduced: ReadonlySet<string>,
  ): Promise<readonly SealedEvent[]>;
}
