import { volunteerDecider, volunteerEvents } from '@threekeys/domain';
import type { CaseEventOf, VolunteerEvent } from '@threekeys/domain';
import { contentOf, dataOf } from '@threekeys/event-store';
import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';
import type { CandidateProfile } from '@threekeys/matching';
import type { VolunteerPerson } from './conflicts-of-interest';
import type { DatedProfile, LookBack, PoolEntry } from './pool-entry';
import { earliestOf, profileOf, withAsk, withService } from './pool-entry';

const filter = {
  categories: ['volunteer', 'case'],
  types: [...Object.keys(volunteerEvents), 'VolunteerOffered'],
};

/**
 * Everybody who could be asked, kept in memory by folding the log: a ranking reads only what is new since the last one, and
 * rests on everything that was in the log when it was asked for. Forgotten at the end of the process and folded again.
 */
export class VolunteerPool {
  private readonly entries = new Map<string, PoolEntry>();
  /** By volunteer, as they were made last. */
  private readonly profiles = new Map<string, KnownProfile>();
  /** Whose entries have changed since. */
  private readonly moved = new Set<string>();
  /** As long as all the others hold. */
  private holding: Holding | undefined;
  private known: readonly VolunteerPerson[] | undefined;
  private after: GlobalPosition | undefined;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  /** All registered volunteers at an instant, those who left or paused too. @throws EventStoreError */
  async candidates(now: string, lookBack: LookBack): Promise<readonly CandidateProfile[]> {
    await this.refresh();
    const at = { ...lookBack, now };
    const holding = this.holding && holdsAt(this.holding, at) ? this.holding : undefined;
    for (const volunteerId of holding ? this.moved : this.entries.keys()) this.makeProfile(volunteerId, at);
    this.moved.clear();
    const known = [...this.profiles.values()];
    this.holding = { ...at, madeAt: now, changesAt: earliestOf(known.map(({ changesAt }) => changesAt)) };
    return known.map(({ profile }) => profile);
  }

  /** Who they are, sealed: the same list while nobody of them has changed. @throws EventStoreError */
  async people(): Promise<readonly VolunteerPerson[]> {
    await this.refresh();
    this.known ??= [...this.entries.values()].flatMap(({ state }) =>
      state.status === 'unregistered' ? [] : [state],
    );
    return this.known;
  }

  /** Where the one that is known holds it stays the same object. */
  private makeProfile(volunteerId: string, at: LookBack & { readonly now: string }): void {
    const known = this.profiles.get(volunteerId);
    if (known && !this.moved.has(volunteerId) && holdsAt(known, at)) return;
    const made = profileOf(this.entryOf(volunteerId), at);
    if (made) this.profiles.set(volunteerId, { ...made, ...at, madeAt: at.now });
  }

  /** One reading after the other; who comes while one is under way waits for the next. */
  private refresh(): Promise<void> {
    const next = this.reading.then(() => this.readOn());
    this.reading = next.catch(() => undefined);
    return next;
  }

  /** Up to the head, so that the next reading does not look again at what is not for the pool. */
  private async readOn(): Promise<void> {
    const head = await this.store.end();
    for await (const event of this.store.readAll(this.after, filter)) {
      this.take(event);
      this.after = event.position;
    }
    const isBehind = (after: GlobalPosition | undefined) =>
      head !== undefined && (after === undefined || this.store.comparePositions(after, head) < 0);
    if (isBehind(this.after)) this.after = head;
  }

  private take(event: RecordedEvent): void {
    const content = contentOf(event);
    if (content.type === 'VolunteerOffered') this.takeAsk(content.data as Offered, content.recordedAt);
    else this.takeOfVolunteer(event, content);
  }

  private takeOfVolunteer(event: RecordedEvent, content: LeafContent): void {
    const volunteerId = event.stream.slice('volunteer-'.length);
    const entry = this.entryOf(volunteerId);
    const { recordedAt, occurredAt } = content;
    const by = content.actor as unknown as Parameters<typeof volunteerDecider.evolve>[2]['by'];
    const volunteerEvent = { type: content.type, data: dataOf(event, content) } as unknown as VolunteerEvent;
    const state = volunteerDecider.evolve(entry.state, volunteerEvent, { recordedAt, occurredAt, by });
    const after = { ...entry, state };
    const isService = volunteerEvent.type === 'ServiceRecorded';
    const next = isService
      ? withService(after, { at: occurredAt, minutes: volunteerEvent.data.minutes })
      : after;
    this.changed(volunteerId, next);
    this.known = undefined;
  }

  /** A standing consent is no asking. */
  private takeAsk({ volunteerId, basis }: Offered, at: string): void {
    if (basis === 'offer') this.changed(volunteerId, withAsk(this.entryOf(volunteerId), at));
  }

  private changed(volunteerId: string, entry: PoolEntry): void {
    this.entries.set(volunteerId, entry);
    this.moved.add(volunteerId);
  }

  private entryOf(volunteerId: string): PoolEntry {
    return this.entries.get(volunteerId) ?? { state: volunteerDecider.initialState, served: [], asked: [] };
  }
}

type Holding = Pick<DatedProfile, 'changesAt'> & LookBack & { readonly madeAt: string };
type KnownProfile = DatedProfile & Holding;

function holdsAt(made: Holding, { now, loadDays, asksDays }: LookBack & { readonly now: string }): boolean {
  const isSame = made.loadDays === loadDays && made.asksDays === asksDays;
  return isSame && made.madeAt <= now && now < made.changesAt;
}

type Offered = CaseEventOf<'VolunteerOffered'>['data'];
