import { Recent } from '@threekeys/event-store';
import type { Assignment, DataKey, KeyStore } from './key-store';
import type { Opener } from './opener';

const batch = 512;
const remembered = 10_000;

interface Wanted {
  readonly stream: string;
  readonly person: string;
  readonly begins: boolean;
}

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

  /** @param opener is told of every key that is given out: what was just sealed is soon opened, to be indexed */
  constructor(
    private readonly store: KeyStore,
    private readonly opener?: Opener,
  ) {}

  /**
   * The key of a person in a stream, a new one where there is none.
   * @param begins the stream begins now: nobody has a key in it that could be looked for
   */
  of(stream: string, person: string, begins = false): Promise<DataKey> | DataKey {
    const owner = `${stream}|${person}`;
    const known = this.pending.get(owner)?.dataKey ?? this.recent.get(owner);
    return known ?? this.asked.get(owner) ?? this.ask({ stream, person, begins }, owner);
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

  private ask(wanted: Wanted, owner: string): Promise<DataKey> {
    const answer = this.find(wanted, owner).finally(() => this.asked.delete(owner));
    this.asked.set(owner, answer);
    return answer;
  }

  private async find({ stream, person, begins }: Wanted, owner: string): Promise<DataKey> {
    const stored = begins ? undefined : await this.store.byPerson(stream, person);
    const dataKey = stored ?? (await this.take());
    if (stored) this.recent.set(owner, stored);
    else this.pending.set(owner, { kid: dataKey.kid, stream, person, dataKey });
    this.opener?.remember(dataKey);
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
