import type { Clock } from '@threekeys/event-store';
import { SystemClock } from '@threekeys/event-store';
import type { Frontier } from '@threekeys/integrity';
import type { Anchor, AnchorFile } from './anchor-log';

/** What a `LossAccepted` gives up: what the witness had seen beyond `logSize`, up to `anchorSize`. */
export interface GivenUp {
  readonly anchorSize: number;
  readonly anchorRoot: string;
  readonly logSize: number;
  readonly recordedAt: string;
}

/** Every line of the witness against the tree that the rows make: one appended line hides nothing that older ones saw. */
export class WitnessCheck {
  private readonly sizes: ReadonlySet<number>;
  private readonly roots = new Map<number, string>();
  private readonly losses: GivenUp[] = [];

  constructor(
    private readonly witness: AnchorFile,
    private readonly clock: Clock = new SystemClock(),
  ) {
    this.sizes = new Set(witness.anchors.map(({ size }) => size));
  }

  get newest(): Anchor | undefined {
    return this.witness.anchors.at(-1);
  }

  /** Call it for the empty tree and after every event. */
  grown(frontier: Frontier): void {
    if (this.sizes.has(frontier.size)) this.roots.set(frontier.size, frontier.root());
  }

  /**
   * Somebody has accepted a loss: an event of the log says so. It counts as the first event after the loss, in the past, and
   * of what the witness really holds. @returns whether it counts
   */
  lossAccepted(loss: GivenUp, position: number): boolean {
    const { anchorSize, anchorRoot, logSize, recordedAt } = loss;
    const isWitnessed = this.witness.anchors.some(
      ({ size, root }) => size === anchorSize && root === anchorRoot,
    );
    const counts = isWitnessed && position === logSize + 1 && recordedAt <= this.clock.now();
    if (counts) this.losses.push(loss);
    return counts;
  }

  /** @param wasAnchored whether the log says that it has a witness */
  problems(size: number, wasAnchored: boolean): readonly string[] {
    const { found, anchors } = this.witness;
    if (found === 'unreadable') return ['anchor.log has no valid line'];
    if (anchors.length === 0) return wasAnchored ? ['anchor.log is missing, but this log had one'] : [];
    const contradicted = anchors.filter((anchor) => !this.holds(anchor) && !this.isGivenUp(anchor));
    const [smallest] = contradicted.toSorted((a, b) => a.size - b.size);
    if (smallest === undefined) return [];
    const newest = contradicted.at(-1) ?? smallest;
    return [...new Set([newest, smallest])].map((anchor) => problemOf(anchor, size));
  }

  private holds({ size, root }: Anchor): boolean {
    return this.roots.get(size) === root;
  }

  /** What was witnessed before somebody accepted its loss. */
  private isGivenUp({ size, time }: Anchor): boolean {
    return this.losses.some(
      ({ anchorSize, logSize, recordedAt }) => size > logSize && size <= anchorSize && time <= recordedAt,
    );
  }
}

function problemOf({ size, time }: Anchor, actual: number): string {
  return size > actual
    ? `${size} events were witnessed at ${time}, ${actual} are there`
    : `the first ${size} events are not those that were witnessed at ${time}`;
}
