import type { SealedAt } from '@threekeys/domain';
import { isSealed, withOrigins } from '@threekeys/domain';
import { contentOf, Recent } from '@threekeys/event-store';
import type { EventStore, RecordedEvent } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';
import { commitmentOf, openText } from './envelope';
import { KeyDamaged } from './key-store';
import type { DataKey, KeyStore } from './key-store';

/** One key that is not what the log says of it, or one value that it does not open. */
export interface KeyProblem {
  readonly kid: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  /**
   * `other`: not the key that the event committed to. `missing`: neither there nor erased. `erased`: marked so, and no
   * event of the log says it. `damaged`: not as it was wrapped. `unopened`: the value at the pointer does not open under it.
   */
  readonly kind: 'other' | 'missing' | 'erased' | 'damaged' | 'unopened';
  /** JSON pointer within the event's data. */
  readonly pointer?: string;
}

export interface KeyReport {
  /** Commitments that were compared. */
  readonly keys: number;
  /** Sealed values that were opened, and forgotten. */
  readonly values: number;
  /** Commitments whose key is marked as erased: there is nothing to compare. */
  readonly erased: number;
  /** The first thousand. */
  readonly problems: readonly KeyProblem[];
}

export interface KeyCheckOptions {
  readonly onProgress?: (done: number, of: number) => void;
  /** Given each key that is there: whoever opens with them afterwards need not ask for them. */
  readonly onKey?: (key: DataKey) => void;
}

type Found = DataKey | 'erased' | 'missing' | 'damaged';

const problemsMax = 1000;
const remembered = 20_000;
const eventsPerNotice = 1000;
/** Their keys are read at once. */
const eventsAtOnce = 250;

/**
 * Holds every key against the commitment in the log, and opens every sealed value under it: with another key a ciphertext
 * could be shown to say something else (docs/decisions/0003). What was opened goes nowhere. There is no event yet that records
 * an erasure, so a key that is marked as erased was destroyed by somebody who had the files.
 */
export async function checkKeys(
  keys: KeyStore,
  store: EventStore,
  { onProgress, onKey }: KeyCheckOptions = {},
): Promise<KeyReport> {
  const check = new KeyCheck(keys, onKey);
  const { size } = await store.head();
  let events = 0;
  let portion: Checked[] = [];
  for await (const event of store.readAll()) {
    portion.push({ event, content: contentOf(event) });
    events += 1;
    if (events % eventsPerNotice === 0) onProgress?.(events, Math.max(size, events));
    if (portion.length < eventsAtOnce) continue;
    await check.takeAll(portion);
    portion = [];
  }
  await check.takeAll(portion);
  onProgress?.(events, events);
  return check.report;
}

interface Checked {
  readonly event: RecordedEvent;
  readonly content: LeafContent;
}

class KeyCheck {
  private readonly recent = new Recent<Found>(remembered);
  private readonly counted = { keys: 0, values: 0, erased: 0 };
  private readonly problems: KeyProblem[] = [];
  /** Told once, where they are first used. */
  private readonly told = new Set<string>();

  constructor(
    private readonly keys: KeyStore,
    private readonly onKey: (key: DataKey) => void = () => undefined,
  ) {}

  get report(): KeyReport {
    return { ...this.counted, problems: this.problems };
  }

  async takeAll(portion: readonly Checked[]): Promise<void> {
    await this.readAhead(portion);
    for (const each of portion) await this.take(each);
  }

  /** What is missing or damaged among them is found one by one. */
  private async readAhead(portion: readonly Checked[]): Promise<void> {
    const kids = new Set(
      portion.flatMap(({ content: { keys = [], data } }) => [
        ...keys.map(({ kid }) => kid),
        ...[...sealedIn(data)].map(({ $pii }) => $pii.kid),
      ]),
    );
    const unknown = [...kids].filter((kid) => this.recent.get(kid) === undefined);
    if (unknown.length === 0) return;
    try {
      for (const [kid, key] of await this.keys.byKids(unknown)) {
        this.recent.set(kid, key);
        this.onKey(key);
      }
    } catch (error) {
      if (!(error instanceof KeyDamaged)) throw error;
    }
  }

  private async take({ event, content }: Checked): Promise<void> {
    for (const { kid, commitment } of content.keys ?? []) {
      const key = await this.find(kid, event);
      if (key === 'erased') this.counted.erased += 1;
      if (typeof key === 'string') continue;
      this.counted.keys += 1;
      if (commitmentOf(key) !== commitment) this.tell(event, { kid, kind: 'other' });
    }
    for (const value of sealedIn(withOrigins(event.id, content.data))) await this.open(value, event);
  }

  private async open(value: SealedAt, event: RecordedEvent): Promise<void> {
    const { kid } = value.$pii;
    const key = await this.find(kid, event);
    if (typeof key === 'string') return;
    const pointer = value.$at.slice(event.id.length + 1);
    try {
      openText(value, key, { eventId: event.id, pointer });
      this.counted.values += 1;
    } catch {
      this.tell(event, { kid, kind: 'unopened', pointer });
    }
  }

  private async find(kid: string, event: RecordedEvent): Promise<Found> {
    const found = this.recent.get(kid) ?? (await this.stored(kid));
    this.recent.set(kid, found);
    if (typeof found === 'string' && !this.told.has(kid)) {
      this.told.add(kid);
      this.tell(event, { kid, kind: found });
    }
    return found;
  }

  private async stored(kid: string): Promise<Found> {
    try {
      const key = await this.keys.byKid(kid);
      return key ?? ((await this.keys.isErased(kid)) ? 'erased' : 'missing');
    } catch (error) {
      if (error instanceof KeyDamaged) return 'damaged';
      throw error;
    }
  }

  private tell(
    { id: eventId, stream, revision }: RecordedEvent,
    problem: Pick<KeyProblem, 'kid' | 'kind' | 'pointer'>,
  ): void {
    if (this.problems.length < problemsMax) this.problems.push({ ...problem, stream, revision, eventId });
  }
}

function* sealedIn(data: unknown): Iterable<SealedAt> {
  if (typeof data !== 'object' || data === null) return;
  if (isSealed(data)) yield data as SealedAt;
  else for (const member of Object.values(data)) yield* sealedIn(member);
}
