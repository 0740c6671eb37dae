import type { Assignment, DataKey, KeyStore } from './key-store';
import { Recent } from './recent';

const batch = 256;
const remembered = 10_000;

/**
 * Keys at hand. New ones are made ahead in durable batches, so that no command waits for the key store; whose they are is
 * written late, in batches too: until then this ring knows it, and after a crash the log does.
 */
export class KeyRing {
  private readonly spare: DataKey[] = [];
  private readonly pending = new Map<string, Assignment & { readonly dataKey: DataKey }>();
  private readonly recent = new Recent<DataKey>(remembered);
  private readonly asked = new Map<string, Promise<DataKey>>();
  private refilling: Promise<void> | undefined;

  constructor(private readonly store: KeyStore) {}

  /** The key of a person in a stream, a new one where there is none. */
  of(stream: string, person: string): Promise<DataKey> | DataKey {
    const owner = `${stream}|${person}`;
    const known = this.pending.get(owner)?.dataKey ?? this.recent.get(owner);
    return known ?? this.asked.get(owner) ?? this.ask(owner, stream, person);
  }

  /** Writes whose the keys are that were given out since the last time. */
  async flush(): Promise<void> {
    const assignments = [...this.pending];
    if (assignments.length === 0) return;
    await this.store.assign(assignments.map(([, { kid, stream, person }]) => ({ kid, stream, person })));
    for (const [owner, { dataKey }] of assignments) {
      this.recent.set(owner, dataKey);
      this.pending.delete(owner);
    }
  }

  forget(stream: string, person: string): void {
    this.recent.delete(`${stream}|${person}`);
  }

  private ask(owner: string, stream: string, person: string): Promise<DataKey> {
    const answer = this.find(owner, stream, person).finally(() => this.asked.delete(owner));
    this.asked.set(owner, answer);
    return answer;
  }

  private async find(owner: string, stream: string, person: string): Promise<DataKey> {
    const stored = await this.store.byPerson(stream, person);
    if (stored) {
      this.recent.set(owner, stored);
      return stored;
    }
    const dataKey = await this.take();
    this.pending.set(owner, { kid: dataKey.kid, stream, person, dataKey });
    return dataKey;
  }

  private async take(): Promise<DataKey> {
    while (this.spare.length === 0) await this.refill();
    if (this.spare.length < batch / 4) this.refillBehind();
    const taken = this.spare.pop();
    if (!taken) throw new Error('the key store made no keys');
    return taken;
  }

  /** Nobody waits for it: where it fails, whoever finds no key left asks again and is told. */
  private refillBehind(): void {
    this.refill().catch(() => undefined);
  }

  private refill(): Promise<void> {
    this.refilling ??= this.store
      .makeAhead(batch)
      .then((made) => void this.spare.push(...made))
      .finally(() => (this.refilling = undefined));
    return this.refilling;
  }
}
