import type { SealedAt } from '@threekeys/domain';
import { Recent } from '@threekeys/event-store';
import { openText } from './envelope';
import type { DataKey, KeyStore } from './key-store';

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

  /** The texts of those values whose keys are there, in their order. @throws Error as {@link open} */
  async openAll(values: readonly SealedAt[]): Promise<readonly string[]> {
    const keys = await this.keysOf(values);
    const texts: string[] = [];
    for (const value of values) {
      const key = keys.get(value.$pii.kid);
      if (key !== undefined) texts.push(openText(value, key, placeOf(value)));
    }
    return texts;
  }

  /** The keys of these values, by their ids, fetched together: one by one each would be a question to the key store. */
  async keysOf(values: readonly SealedAt[]): Promise<ReadonlyMap<string, DataKey>> {
    const keys = new Map<string, DataKey>();
    const missing = new Set<string>();
    for (const { $pii } of values) {
      const known = this.keys.get($pii.kid);
      if (known === undefined) missing.add($pii.kid);
      else keys.set($pii.kid, known);
    }
    for (const [kid, key] of missing.size === 0 ? [] : await this.store.byKids([...missing])) {
      this.remember(key);
      keys.set(kid, key);
    }
    return keys;
  }

  remember(key: DataKey): void {
    this.keys.set(key.kid, key);
  }

  forget(kid: string): void {
    this.keys.delete(kid);
  }
}
