import { randomBytes } from 'node:crypto';
import { KeyStore } from './key-store';
import type { Assignment, DataKey } from './key-store';

/** New keys. Their ids of 16 random bytes share the first six, so that keys made together lie together in a store. */
export function newKeys(count: number): readonly DataKey[] {
  const shared = randomBytes(6);
  const newKid = (): string => Buffer.concat([shared, randomBytes(10)]).toString('base64url');
  return Array.from({ length: count }, () => ({ kid: newKid(), key: randomBytes(32) }));
}

/** Keys that live as long as the process. */
export class MemoryKeyStore extends KeyStore {
  private readonly keys = new Map<string, DataKey>();
  private readonly owners = new Map<string, readonly string[]>();
  private readonly secrets = new Map<string, Buffer>();
  private position: string | undefined;

  makeAhead(count: number): Promise<readonly DataKey[]> {
    const made = newKeys(count);
    for (const each of made) this.keys.set(each.kid, each);
    return Promise.resolve(made);
  }

  assign(assignments: readonly Assignment[]): Promise<void> {
    for (const { kid, stream, person } of assignments) {
      const owner = `${stream}|${person}`;
      this.owners.set(owner, [...new Set([...(this.owners.get(owner) ?? []), kid])].sort());
    }
    return Promise.resolve();
  }

  byPerson(stream: string, person: string): Promise<DataKey | undefined> {
    const [kid] = this.owners.get(`${stream}|${person}`) ?? [];
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
    const secret = this.secrets.get(name) ?? randomBytes(32);
    this.secrets.set(name, secret);
    return Promise.resolve(secret);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
