import { Frontier } from '@threekeys/integrity';
import type { AcceptedClock, GivenUp } from './acceptances';
import { acceptanceIn } from './acceptances';
import type { EventStore, RecordedEvent } from './event-store';
import type { StreamEnd } from './leaf-check';
import { beforeTheFirst, checkLeaf } from './leaf-check';
import { LogTimes } from './log-times';
import type { ProblemKind } from './problems';
import { Problems } from './problems';

/** One thing that is not as it should be, and where. */
export interface StoreProblem {
  readonly kind: ProblemKind;
  readonly stream: string;
  readonly revision: number;
  readonly what: string;
}

/** A loss that somebody has accepted. */
export interface ToldLoss extends GivenUp {
  /** Whether a line of the witness bears it out. Where none does, it excuses nothing. */
  readonly isWitnessed: boolean;
}

export interface StoreReport {
  readonly streams: number;
  readonly events: number;
  /** RFC 6962 over all leaf hashes in global order. */
  readonly head: { readonly size: number; readonly root: string };
  readonly losses: readonly ToldLoss[];
  readonly clocks: readonly AcceptedClock[];
  readonly problems: readonly StoreProblem[];
}

/**
 * Reads every leaf of a store in global order and computes everything anew: hashes, chains, revisions, canonical form,
 * times, the Merkle root. What a whole stream or the end of the log has lost shows only beside a witness.
 */
export async function verifyStore(
  store: EventStore,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<StoreReport> {
  const { size } = await store.head();
  const check = new StoreCheck();
  for await (const event of store.readAll()) {
    check.take(event);
    if (check.isOver) break;
    onProgress(check.size, Math.max(size, check.size));
  }
  return check.report();
}

class StoreCheck {
  private readonly frontier = new Frontier();
  private readonly ends = new Map<string, StreamEnd>();
  private readonly times = new LogTimes();
  private readonly problems = new Problems<StoreProblem>();
  private readonly losses: ToldLoss[] = [];
  private readonly clocks: AcceptedClock[] = [];

  get size(): number {
    return this.frontier.size;
  }

  get isOver(): boolean {
    return this.problems.isOver;
  }

  take(event: RecordedEvent): void {
    const { stream, revision, recordedAt } = event;
    const end = this.ends.get(stream) ?? beforeTheFirst;
    const { problems, leafHash } = checkLeaf(event, end);
    for (const what of problems) this.problems.add({ kind: 'altered', stream, revision, what });
    for (const what of this.timesOf(event, end)) this.problems.add({ kind: 'dated', stream, revision, what });
    this.ends.set(stream, { revision, leafHash, recordedAt });
    this.frontier.append(leafHash);
  }

  report(): StoreReport {
    const { frontier, ends, losses, clocks } = this;
    const head = { size: frontier.size, root: frontier.root() };
    return { streams: ends.size, events: head.size, head, losses, clocks, problems: this.problems.all };
  }

  private timesOf(event: RecordedEvent, end: StreamEnd): readonly string[] {
    const { loss, clock } = acceptanceIn(event, this.size + 1);
    if (loss) this.losses.push({ ...loss, isWitnessed: false });
    if (!clock) return this.times.take(event.recordedAt, end.recordedAt);
    this.clocks.push(clock);
    this.times.accept(clock.clock);
    return [];
  }
}
