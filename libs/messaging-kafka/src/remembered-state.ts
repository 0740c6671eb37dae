import type { ParkedMessage, SkippedMessage, StreamProgress } from '@threekeys/messaging';
import { ConsumerState } from '@threekeys/messaging';

/** Less than a session: who has lost its partition in silence has forgotten before another can have done anything. */
const rememberedMs = 5000;
/** Longer than what was handled waits to be saved. */
const quietMs = 3000;
/** What was asked before its turn came: an answer that is older is asked for again. */
const askedAheadMs = 200;
const streamsMax = 10_000;

/** What is true of streams for so long, and forgotten after it. */
class Recent<Fact> {
  private readonly facts = new Map<string, { readonly fact: Fact; readonly untilMs: number }>();

  get(stream: string): Fact | undefined {
    const found = this.facts.get(stream);
    return found && performance.now() < found.untilMs ? found.fact : undefined;
  }

  set(stream: string, fact: Fact, forMs = rememberedMs): void {
    this.facts.delete(stream);
    this.facts.set(stream, { fact, untilMs: performance.now() + forMs });
    const [oldest] = this.facts.keys();
    if (this.facts.size > streamsMax && oldest !== undefined) this.facts.delete(oldest);
  }

  delete(stream: string): void {
    this.facts.delete(stream);
  }

  clear(): void {
    this.facts.clear();
  }
}

/**
 * What one consumer remembers, without asking the database twice for each event: what this process has done on a stream in
 * the last seconds nobody else has done since, as long as the partition is its own. Whoever loses one forgets all.
 */
export class RememberedState extends ConsumerState {
  private readonly revisions = new Recent<number | Promise<number>>();
  private readonly areParked = new Recent<boolean | Promise<boolean>>();
  private fromMs = 0;

  constructor(private readonly state: ConsumerState) {
    super();
  }

  /** Partitions come or go. What was done before may be saved a moment later: so long nothing is remembered. */
  forget(): void {
    this.fromMs = performance.now() + quietMs;
    this.revisions.clear();
    this.areParked.clear();
  }

  checkpoint(consumer: string): Promise<string | undefined> {
    return this.state.checkpoint(consumer);
  }

  /**
   * An event of this stream waits for its turn: what will be asked then is asked now, for all that have come together in one
   * call. As all that is remembered, it is forgotten when this process changes it and when partitions come or go.
   * @param isUnsaved its revision will not be asked for: what is not saved yet is newer
   */
  askAhead(consumer: string, stream: string, isUnsaved: boolean): void {
    if (!isUnsaved) ask(this.revisions, stream, () => this.state.lastRevision(consumer, stream));
    ask(this.areParked, stream, () => this.state.isParked(consumer, stream));
  }

  async lastRevision(consumer: string, stream: string): Promise<number> {
    return this.revisions.get(stream) ?? (await this.state.lastRevision(consumer, stream));
  }

  async advance(
    consumer: string,
    progress: readonly StreamProgress[],
    checkpoint: string | undefined,
  ): Promise<void> {
    await this.state.advance(consumer, progress, checkpoint);
    for (const { stream, revision } of progress) {
      if (this.remembers) this.revisions.set(stream, revision);
      else this.revisions.delete(stream);
    }
  }

  async park(message: ParkedMessage): Promise<void> {
    this.areParked.delete(message.stream);
    await this.state.park(message);
    this.areParked.delete(message.stream);
  }

  async isParked(consumer: string, stream: string): Promise<boolean> {
    const remembered = this.areParked.get(stream);
    if (remembered !== undefined && !(await remembered)) return false;
    // What is parked may be handled elsewhere at any moment: never from memory.
    const isParked = await this.state.isParked(consumer, stream);
    if (!isParked && this.remembers) this.areParked.set(stream, false);
    return isParked;
  }

  parked(consumer?: string, stream?: string): Promise<readonly ParkedMessage[]> {
    return this.state.parked(consumer, stream);
  }

  async unpark(consumer: string, stream: string, revision: number): Promise<void> {
    this.revisions.delete(stream);
    await this.state.unpark(consumer, stream, revision);
    this.revisions.delete(stream);
  }

  async skip(message: SkippedMessage): Promise<void> {
    this.revisions.delete(message.stream);
    await this.state.skip(message);
    this.revisions.delete(message.stream);
  }

  skipped(consumer?: string): Promise<readonly SkippedMessage[]> {
    return this.state.skipped(consumer);
  }

  private get remembers(): boolean {
    return performance.now() >= this.fromMs;
  }
}

/** Where it fails, whoever needs the answer is told, and the next one asks again. */
function ask<Fact>(
  recent: Recent<Fact | Promise<Fact>>,
  stream: string,
  question: () => Promise<Fact>,
): void {
  if (recent.get(stream) !== undefined) return;
  const answer = question();
  recent.set(stream, answer, askedAheadMs);
  answer.catch(() => recent.delete(stream));
}
