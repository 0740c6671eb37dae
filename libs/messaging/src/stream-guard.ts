import type { Clock, EventStore, RecordedEvent } from '@threekeys/event-store';
import { decodeLeaf } from '@threekeys/integrity';
import type { LeafContent } from '@threekeys/integrity';
import type { ConsumerState, ParkedBecause, ParkedMessage } from './consumer-state';
import type { Consumer, Reaction } from './messaging';
import { PermanentFailure } from './messaging';
import type { Progress } from './progress';
import type { RetryPolicy, Sleep } from './retrying';
import { delayBefore, describeError, isOutage } from './retrying';

export type NoticeOf =
  | 'retrying'
  | 'parked'
  | 'reading-again'
  | 'saving-again'
  /** Of a broker. */
  | 'connecting-again'
  | 'committing-again'
  | 'not-a-leaf'
  | 'stuck';

/** Something a consumer could not do at once; for the log of the process. */
export interface Notice {
  readonly consumer: string;
  readonly what: NoticeOf;
  readonly stream?: string;
  readonly revision?: number;
  readonly type?: string;
  /** Of the event: which lines of all processes belong together. */
  readonly correlationId?: string;
  readonly error: unknown;
}

export interface GuardPorts {
  readonly store: EventStore;
  readonly state: ConsumerState;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly retries: RetryPolicy;
  readonly notice: (notice: Notice) => void;
  /** Called at the beginning of each try, and by the reaction while its work progresses. */
  readonly alive?: (stream: string) => void;
  /** An event that was handled before came again, and was left alone. */
  readonly skipped?: (skipped: { readonly consumer: string; readonly event: RecordedEvent }) => void;
}

/** Thrown where a consumer stops while an event waits for its next try: the event stays undone. */
export class Stopped extends Error {}

interface Failure {
  readonly because: Exclude<ParkedBecause, 'behind'>;
  readonly error: string;
  readonly attempts: number;
}

interface Delivered {
  readonly event: RecordedEvent;
  readonly content: LeafContent;
  readonly waitsFor: (error: unknown) => boolean;
}

type Outcome = 'handled' | Failure;

/** One stream after the other as one consumer sees it: each revision once and in order, or parked. */
export class StreamGuard {
  constructor(
    readonly consumer: Consumer,
    private readonly progress: Progress,
    private readonly ports: GuardPorts,
  ) {}

  /** Handles the event, or parks it. Missing ones before it are read from the log. @throws Stopped */
  async take(event: RecordedEvent, signal: AbortSignal): Promise<void> {
    const last = await this.progress.lastRevision(event.stream);
    if (event.revision <= last) return this.ports.skipped?.({ consumer: this.consumer.name, event });
    if (await this.ports.state.isParked(this.consumer.name, event.stream)) return this.queue(event);
    for await (const each of this.upTo(event, last)) {
      const outcome = await this.handle(each, signal, isOutage);
      if (outcome !== 'handled' && !(await this.isDoneElsewhere(each))) {
        await this.park(each, outcome);
        return this.parkAfter(each.revision, event);
      }
      this.progress.handled(each.stream, each.revision);
    }
  }

  /** Tries one parked event again. @returns whether it is done; if not, it stays parked with the new error */
  async retry(message: ParkedMessage, event: RecordedEvent, signal: AbortSignal): Promise<boolean> {
    const outcome = await this.handle(event, signal);
    if (outcome === 'handled') {
      await this.ports.state.unpark(message.consumer, message.stream, message.revision);
      this.progress.handled(message.stream, message.revision);
      return true;
    }
    await this.park(event, { ...outcome, attempts: message.attempts + outcome.attempts });
    return false;
  }

  knows({ type, schema }: Pick<LeafContent, 'type' | 'schema'>): boolean {
    const { reactions, ignores, schemas } = this.consumer;
    const known = Object.hasOwn(reactions, type) || ignores.includes(type);
    return known && schema <= (schemas?.[type] ?? 1);
  }

  /** Where several processes share a consumer, one that was slow may fail at what another has done meanwhile. */
  private async isDoneElsewhere({ stream, revision }: RecordedEvent): Promise<boolean> {
    return revision <= (await this.ports.state.lastRevision(this.consumer.name, stream));
  }

  private async *upTo(event: RecordedEvent, last: number): AsyncIterable<RecordedEvent> {
    const missing = event.revision - last - 1;
    if (missing > 0) yield* this.ports.store.readStream(event.stream, { from: last + 1, max: missing });
    yield event;
  }

  /** Behind what is parked of its stream. One that is parked already keeps what is said of it. */
  private async queue(event: RecordedEvent): Promise<void> {
    const parked = await this.ports.state.parked(this.consumer.name, event.stream);
    const last = parked.at(-1)?.revision ?? event.revision - 1;
    await this.parkAfter(last, event);
  }

  /** What was missing behind one that is parked waits behind it too: no revision is ever left out. */
  private async parkAfter(last: number, event: RecordedEvent): Promise<void> {
    if (event.revision <= last) return;
    for await (const each of this.upTo(event, last)) await this.park(each, behind);
  }

  /** @param waitsFor what is tried without end. Nothing where somebody waits for the outcome: an operator, or a start. */
  private async handle(
    event: RecordedEvent,
    signal: AbortSignal,
    waitsFor: (error: unknown) => boolean = () => false,
  ): Promise<Outcome> {
    const content = decoded(event);
    if (content instanceof Error) return failure('failed', content, 0);
    if (!this.knows(content)) {
      return failure(
        'unknown',
        new Error(`${content.type} of schema ${content.schema} is not known here`),
        0,
      );
    }
    const reaction = Object.hasOwn(this.consumer.reactions, content.type)
      ? this.consumer.reactions[content.type]
      : undefined;
    return reaction ? this.react(reaction, { event, content, waitsFor }, signal) : 'handled';
  }

  private async react(
    reaction: Reaction,
    { event, content, waitsFor }: Delivered,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { retries, sleep } = this.ports;
    const alive = () => this.ports.alive?.(event.stream);
    const heartbeat = () => Promise.resolve(alive());
    for (let attempt = 1; ; attempt++) {
      alive();
      try {
        await reaction({ event, content, heartbeat });
        return 'handled';
      } catch (error) {
        const isTired = attempt > retries.retriesMax && !waitsFor(error);
        const final = error instanceof PermanentFailure || isTired;
        if (final) return failure('failed', error, attempt);
        this.tell('retrying', event, error);
      }
      if (!signal.aborted) await sleep(delayBefore(attempt, retries), signal);
      if (signal.aborted) throw new Stopped();
    }
  }

  private async park(
    event: RecordedEvent,
    reason: Pick<ParkedMessage, 'because' | 'error' | 'attempts'>,
  ): Promise<void> {
    const { stream, revision, position, type, bytes } = event;
    const parkedAt = this.ports.clock.now();
    const consumer = this.consumer.name;
    await this.ports.state.park({ consumer, stream, revision, position, type, bytes, parkedAt, ...reason });
    this.tell('parked', event, reason.error);
  }

  private tell(what: Notice['what'], event: RecordedEvent, error: unknown): void {
    const { stream, revision, type } = event;
    const content = decoded(event);
    const known = content instanceof Error ? {} : { correlationId: content.correlationId };
    this.ports.notice({ consumer: this.consumer.name, what, stream, revision, type, ...known, error });
  }
}

const behind = {
  because: 'behind',
  error: 'waits behind a parked event of its stream',
  attempts: 0,
} as const;

function failure(because: Failure['because'], error: unknown, attempts: number): Failure {
  return { because, error: describeError(error), attempts };
}

function decoded(event: RecordedEvent): LeafContent | Error {
  try {
    return decodeLeaf(event.bytes);
  } catch (error) {
    return error instanceof Error ? error : new Error(describeError(error));
  }
}
