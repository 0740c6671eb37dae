import type { MessageSchemas, SealedAt } from '@threekeys/domain';
import { EventStoreError, Recent } from '@threekeys/event-store';
import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';
import type { PersonalPlans } from './field-sealer';
import { plansOf } from './field-sealer';
import type { Assignment, KeyOwner, KeyStore } from './key-store';
import { assignmentsIn } from './recover-assignments';

/** A key that is not used as keys are. */
export interface KeyMisuse {
  readonly kid: string;
  readonly kind: 'owner' | 'reused' | 'uncommitted';
}

const remembered = 20_000;

/**
 * Whose keys are, by the log and by the key store, and that each serves one person in one stream: whoever is given the key of
 * one case must open nothing of another (docs/decisions/0003).
 */
export class KeyUse {
  private readonly plans: PersonalPlans;
  private readonly owners = new Recent<KeyOwner | 'nobody'>(remembered);
  private readonly committed = new Set<string>();
  /** Told once. */
  private readonly told = new Set<string>();

  private constructor(
    private readonly keys: KeyStore,
    schemas: MessageSchemas,
    /** Whether the key store has to know by now whose the keys of an event are. */
    private readonly isAssigned: (position: GlobalPosition) => boolean,
  ) {
    this.plans = plansOf(schemas);
  }

  static async of(keys: KeyStore, store: EventStore, schemas: MessageSchemas): Promise<KeyUse> {
    const mark = (await keys.assignedUpTo()) as GlobalPosition | undefined;
    return new KeyUse(keys, schemas, (position) => mark !== undefined && isUpTo(store, position, mark));
  }

  /** Before {@link take} of events that use them. */
  async readAhead(kids: readonly string[]): Promise<void> {
    const unknown = kids.filter((kid) => this.owners.get(kid) === undefined);
    if (unknown.length === 0) return;
    const found = await this.keys.owners(unknown);
    for (const kid of unknown) this.owners.set(kid, found.get(kid) ?? 'nobody');
  }

  take(
    position: GlobalPosition,
    content: LeafContent,
    sealed: readonly Pick<SealedAt, '$pii'>[],
  ): readonly KeyMisuse[] {
    const found = [
      ...this.commit(content.keys ?? []),
      ...sealed.flatMap(({ $pii: { kid } }) => (this.committed.has(kid) ? [] : [misuse(kid, 'uncommitted')])),
      ...assignmentsIn(content, this.plans).flatMap((each) =>
        this.isRight(each, position) ? [] : [misuse(each.kid, 'owner')],
      ),
    ];
    return found.filter(({ kid, kind }) => this.isNews(`${kind} ${kid}`));
  }

  private commit(keys: NonNullable<LeafContent['keys']>): readonly KeyMisuse[] {
    const again = keys.filter(({ kid }) => this.committed.has(kid));
    for (const { kid } of keys) this.committed.add(kid);
    return again.map(({ kid }) => misuse(kid, 'reused'));
  }

  private isRight({ kid, stream, person }: Assignment, position: GlobalPosition): boolean {
    const owner = this.owners.get(kid) ?? 'nobody';
    if (owner === 'nobody') return !this.isAssigned(position);
    return owner.stream === stream && owner.person === person;
  }

  private isNews(what: string): boolean {
    const isNews = !this.told.has(what);
    this.told.add(what);
    return isNews;
  }
}

const misuse = (kid: string, kind: KeyMisuse['kind']): KeyMisuse => ({ kid, kind });

/** A mark beyond the log is that of a copy whose keys are newer: all of the log is written down then. */
function isUpTo(store: EventStore, position: GlobalPosition, mark: GlobalPosition): boolean {
  try {
    return store.comparePositions(position, mark) <= 0;
  } catch (error) {
    if (error instanceof EventStoreError && error.code === 'InvalidPosition') return true;
    throw error;
  }
}
