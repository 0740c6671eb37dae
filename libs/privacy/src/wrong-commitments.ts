import { contentOf } from '@threekeys/event-store';
import type { EventStore } from '@threekeys/event-store';
import { commitmentOf } from './envelope';
import type { KeyStore } from './key-store';

export interface WrongCommitment {
  readonly eventId: string;
  readonly stream: string;
  readonly kid: string;
}

/**
 * Keys that are not those which the log committed to: with them a ciphertext could be shown to say something else. An
 * erased key has nothing to compare.
 */
export async function* wrongCommitments(keys: KeyStore, store: EventStore): AsyncIterable<WrongCommitment> {
  for await (const event of store.readAll()) {
    for (const { kid, commitment } of contentOf(event).keys ?? []) {
      const key = await keys.byKid(kid);
      if (key && commitmentOf(key) !== commitment) yield { eventId: event.id, stream: event.stream, kid };
    }
  }
}
