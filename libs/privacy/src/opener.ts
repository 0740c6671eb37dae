import type { SealedAt } from '@threekeys/domain';
import { openText } from './envelope';
import type { DataKey, KeyStore } from './key-store';
import { Recent } from './recent';

const remembered = 20_000;

function placeOf({ $at }: SealedAt): { eventId: string; pointer: string } {
  const cut = $at.indexOf('#');
  return { eventId: $at.slice(0, cut), pointer: $at.slice(cut + 1) };
}

/** Opens sealed values inside the process, for masking, indexing, and the gate. Nothing else hands plain text out. */
export class Opener {
  private readonly keys = new Recent<DataKey>(remembered);

  constructor(private readonly store: KeyStore) {}

  /** Undefined: the key is erased, or was never ours. @throws Error where the value was moved or altered */
  async open(value: SealedAt): Promise<string | undefined> {
    const { kid } = value.$pii;
    const known = this.keys.get(kid);
    const key = known ?? (await this.store.byKid(kid));
    if (!key) return undefined;
    if (!known) this.remember(key);
    return openText(value, key, placeOf(value));
  }

  remember(key: DataKey): void {
    this.keys.set(key.kid, key);
  }

  forget(kid: string): void {
    this.keys.delete(kid);
  }
}
