import type { MessageSchemas, SealedAt } from '@threekeys/domain';
import { isSealed, withOrigins } from '@threekeys/domain';
import { contentOf, Recent } from '@threekeys/event-store';
import type { EventStore, RecordedEvent } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';
import { commitmentOf, openText } from './envelope';
import type { KeyProblem, KeyReport } from './key-report';
import { KeyDamaged } from './key-store';
import type { DataKey, KeyStore } from './key-store';
import { KeyUse } from './key-use';
import { codesIn, SecretCheck } from './secret-check';
import type { CodeOwners } from './secret-check';

export interface KeyCheckOptions {
  /** Of every event: who is around what is sealed says whose key it is under. */
  readonly schemas: MessageSchemas;
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
 * could be shown to say something else (docs/decisions/0003). Whose each key is, and which tracking codes the secrets make, is
 * held against it too. What was opened goes nowhere. There is no event yet that records
 * an erasure, so a key that is marked as erased was destroyed by somebody who had the files.
 */
export async function checkKeys(
  keys: KeyStore,
  store: EventStore,
  { schemas, onProgress, onKey }: KeyCheckOptions,
): Promise<KeyReport> {
  const use = await KeyUse.of(keys, store, schemas);
  const check = new KeyCheck({ keys, use, secrets: await SecretCheck.of(keys), onKey });
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

interface KeyCheckPorts {
  readonly keys: KeyStore;
  readonly use: KeyUse;
  readonly secrets: SecretCheck;
  readonly onKey: ((key: DataKey) => void) | undefined;
}

class KeyCheck {
  private readonly recent = new Recent<Found>(remembered);
  private readonly counted = { keys: 0, values: 0, erased: 0 };
  private readonly problems: KeyProblem[] = [];
  /** Told once, where they are first used. */
  private readonly told = new Set<string>();

  constructor(private readonly ports: KeyCheckPorts) {}

  get report(): KeyReport {
    const { problems: secrets, otherCodes } = this.ports.secrets;
    return { ...this.counted, problems: this.problems, secrets, otherCodes };
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
    await this.ports.use.readAhead([...kids]);
    const unknown = [...kids].filter((kid) => this.recent.get(kid) === undefined);
    if (unknown.length === 0) return;
    try {
      for (const [kid, key] of await this.ports.keys.byKids(unknown)) {
        this.recent.set(kid, key);
        this.ports.onKey?.(key);
      }
    } catch (error) {
      if (!(error instanceof KeyDamaged)) throw error;
    }
  }

  private async take({ event, content }: Checked): Promise<void> {
    await this.compare(event, content.keys ?? []);
    const sealed = [...sealedIn(withOrigins(event.id, content.data))];
    // Of a key that is not there it is told already.
    for (const misuse of this.ports.use.take(event.position, content, sealed))
      if (!this.told.has(misuse.kid)) this.tell(event, misuse);
    if (sealed.length === 0) return;
    this.ports.secrets.needsSearch();
    const codes = codesIn(content.data);
    for (const value of sealed) await this.open(value, event, codes);
  }

  private async compare(event: RecordedEvent, commitments: NonNullable<LeafContent['keys']>): Promise<void> {
    for (const { kid, commitment } of commitments) {
      const key = await this.find(kid, event);
      if (key === 'erased') this.counted.erased += 1;
      if (typeof key === 'string') continue;
      this.counted.keys += 1;
      if (commitmentOf(key) !== commitment) this.tell(event, { kid, kind: 'other' });
    }
  }

  private async open(value: SealedAt, event: RecordedEvent, codes: CodeOwners): Promise<void> {
    const { kid } = value.$pii;
    const key = await this.find(kid, event);
    if (typeof key === 'string') return;
    const pointer = value.$at.slice(event.id.length + 1);
    try {
      const text = openText(value, key, { eventId: event.id, pointer });
      this.counted.values += 1;
      const requesterId = codes.get(value.$pii.ct);
      if (requesterId !== undefined) this.ports.secrets.takeCode(text, requesterId);
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
      const key = await this.ports.keys.byKid(kid);
      return key ?? ((await this.ports.keys.isErased(kid)) ? 'erased' : 'missing');
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
