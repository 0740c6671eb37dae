import { randomBytes } from 'node:crypto';
import { KeyStore, SecretTaken } from './key-store';
import type { Assignment, DataKey, KeyOwner, KeyRecord } from './key-store';

/** Of an id, what is its own. */
const ownBytes = 10;
const keyBytes = 32;

/** New keys. Their ids of 16 random bytes share the first six, so that keys made together lie together in a store. */
export function newKeys(count: number): readonly DataKey[] {
  const shared = randomBytes(6);
  // Asked of the system for all of them: every call costs more than the bytes.
  const random = randomBytes(count * (ownBytes + keyBytes));
  return Array.from({ length: count }, (_, index) => {
    const at = index * (ownBytes + keyBytes);
    const kid = Buffer.concat([shared, random.subarray(at, at + ownBytes)]).toString('base64url');
    return { kid, key: random.subarray(at + ownBytes, at + ownBytes + keyBytes) };
  });
}

/** Keys that live as long as the process. */
export class MemoryKeyStore extends KeyStore {
  private readonly keys = new Map<string, DataKey>();
  private readonly kidsByOwner = new Map<string, readonly string[]>();
  private readonly named = new Map<string, Buffer>();
  private position: string | undefined;

  makeAhead(count: number): Promise<readonly DataKey[]> {
    const made = newKeys(count);
    for (const each of made) this.keys.set(each.kid, each);
    return Promise.resolve(made);
  }

  assign(assignments: readonly Assignment[]): Promise<void> {
    for (const { kid, stream, person } of assignments) {
      const owner = `${stream}|${person}`;
      this.kidsByOwner.set(owner, [...new Set([...(this.kidsByOwner.get(owner) ?? []), kid])].sort());
    }
    return Promise.resolve();
  }

  byPerson(stream: string, person: string): Promise<DataKey | undefined> {
    const [kid] = this.kidsByOwner.get(`${stream}|${person}`) ?? [];
    return Promise.resolve(kid === undefined ? undefined : this.keys.get(kid));
  }

  byKid(kid: string): Promise<DataKey | undefined> {
    return Promise.resolve(this.keys.get(kid));
  }

  /** Nothing erases a key here yet. */
  isErased(): Promise<boolean> {
    return Promise.resolve(false);
  }

  assignedUpTo(): Promise<string | undefined> {
    return Promise.resolve(this.position);
  }

  markAssigned(position: string): Promise<void> {
    this.position = position;
    return Promise.resolve();
  }

  secret(name: string): Promise<Buffer> {
    const secret = this.named.get(name) ?? randomBytes(32);
    this.named.set(name, secret);
    return Promise.resolve(secret);
  }

  owners(kids: readonly string[]): Promise<ReadonlyMap<string, KeyOwner>> {
    const wanted = new Set(kids);
    return Promise.resolve(new Map([...this.ownersByKid()].filter(([kid]) => wanted.has(kid))));
  }

  private ownersByKid(): ReadonlyMap<string, KeyOwner> {
    const owners = new Map<string, KeyOwner>();
    for (const [owner, kids] of this.kidsByOwner) {
      const [stream = '', ...person] = owner.split('|');
      for (const kid of kids) owners.set(kid, { stream, person: person.join('|') });
    }
    return owners;
  }

  async *records(): AsyncIterable<KeyRecord> {
    const owners = this.ownersByKid();
    const all = [...this.keys.values()].map((each) => {
      const owner = owners.get(each.kid);
      return owner ? { ...each, owner } : each;
    });
    yield* await Promise.resolve(all);
  }

  async take(records: readonly KeyRecord[]): Promise<void> {
    for (const { kid, key, owner } of records) {
      if (key && !this.keys.has(kid)) this.keys.set(kid, { kid, key });
      if (owner) await this.assign([{ kid, ...owner }]);
    }
  }

  secrets(): Promise<ReadonlyMap<string, Buffer>> {
    return Promise.resolve(new Map(this.named));
  }

  async takeSecret(name: string, secret: Buffer): Promise<void> {
    const there = this.named.get(name) ?? secret;
    if (!there.equals(secret)) throw new SecretTaken(name);
    this.named.set(name, secret);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
