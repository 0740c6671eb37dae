import { portions } from '@threekeys/event-store';
import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import type { ConsumerState, ConsumerWork } from '@threekeys/messaging';

export interface Undone {
  /** Counted up to 10,000. */
  readonly events: number;
  readonly first?: RecordedEvent;
}

const countedMax = 10_000;
/** Asked of the database at once: one question for each stream takes as long as its answer is far away. */
const askedAtOnce = 500;
/** Looked at behind the first that is undone. */
const behindMax = 50_000;

/**
 * What a consumer is not done with, by the log itself: offsets say nothing of what the relay has not brought, or what a
 * broker has lost. Everything before the first is the checkpoint, with the meaning that it has without a broker.
 */
export class UndoneEvents {
  private looking: Promise<unknown> = Promise.resolve();
  private counting: Promise<Undone> | undefined;

  constructor(
    private readonly work: ConsumerWork,
    private readonly store: EventStore,
    private readonly state: ConsumerState,
  ) {}

  /** The first, without a look at those behind it: while much is undone, each look would read it all. */
  async first(): Promise<RecordedEvent | undefined> {
    return (await this.look(1)).first;
  }

  /** How much there is. Far behind that takes a while: whoever asks meanwhile hears the same. */
  count(): Promise<Undone> {
    return (this.counting ??= this.look(countedMax).finally(() => (this.counting = undefined)));
  }

  /** One look after the other, so that the checkpoint goes forward. */
  private look(eventsMax: number): Promise<Undone> {
    const next = this.looking.then(() => this.lookNow(eventsMax));
    this.looking = next.catch(() => undefined);
    return next;
  }

  private async lookNow(eventsMax: number): Promise<Undone> {
    const { consumer, progress } = this.work;
    const isDone = await this.doneness();
    const look = new Look(eventsMax);
    const events = this.store.readAll(progress.checkpoint, { categories: consumer.categories });
    for await (const portion of portions(events, Math.min(eventsMax, askedAtOnce))) {
      const areDone = await Promise.all(portion.map(isDone));
      for (const [index, event] of portion.entries())
        if (!look.isEnough) look.at(event, areDone[index] === true);
      if (look.isEnough) break;
    }
    if (look.passed !== undefined) progress.reach(look.passed);
    return look.undone;
  }

  private async doneness(): Promise<(event: RecordedEvent) => Promise<boolean>> {
    const { consumer, progress } = this.work;
    const waiting = await this.state.parked(consumer.name);
    const parked = new Set(waiting.map(({ stream, revision }) => `${stream}@${revision}`));
    const revisions = new Map<string, Promise<number>>();
    return async ({ stream, revision }) => {
      const last = revisions.get(stream) ?? progress.lastRevision(stream);
      revisions.set(stream, last);
      return revision <= (await last) || parked.has(`${stream}@${revision}`);
    };
  }
}

class Look {
  private first: RecordedEvent | undefined;
  private events = 0;
  private behind = 0;
  /** Everything up to here is done. */
  passed: GlobalPosition | undefined;

  constructor(private readonly eventsMax: number) {}

  at(event: RecordedEvent, isDone: boolean): void {
    if (!isDone) {
      this.first ??= event;
      this.events += 1;
    }
    if (this.first) this.behind += 1;
    else this.passed = event.position;
  }

  get isEnough(): boolean {
    return this.events >= this.eventsMax || this.behind >= behindMax;
  }

  get undone(): Undone {
    return { events: this.events, ...(this.first && { first: this.first }) };
  }
}
