import { randomBytes } from 'node:crypto';
import { KeyStore } from './key-store';
import type { Assignment, DataKey } from './key-store';

/** A new key under a random id of 16 bytes. */
export const newKey = (): DataKey => ({ kid: randomBytes(16).toString('base64url'), key: randomBytes(32) });

/** Keys that live as long as the process. */
export class MemoryKeyStore extends KeyStore {
  private readonly keys = new Map<string, DataKey>();
  private readonly owners = new Map<string, readonly string[]>();
  private readonly secrets = new Map<string, Buffer>();
  private position: string | undefined;

  makeAhead(count: number): Promise<readonly DataKey[]> {
    const made = Array.from({ length: count }, newKey);
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
