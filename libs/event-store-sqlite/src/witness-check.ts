import type { Clock, GivenUp } from '@threekeys/event-store';
import { SystemClock } from '@threekeys/event-store';
import type { Frontier } from '@threekeys/integrity';
import type { Anchor, AnchorFile } from './anchor-log';

/** A loss, and the last line of the witness that it gives up. */
interface Excuse {
  readonly loss: GivenUp;
  readonly line: number;
}

/** Every line of the witness against the tree that the rows make: one appended line hides nothing that older ones saw. */
export class WitnessCheck {
  private readonly bySize = new Map<number, Anchor[]>();
  private readonly held = new Set<Anchor>();
  private readonly excuses: Excuse[] = [];

  constructor(
    private readonly witness: AnchorFile,
    private readonly clock: Clock = new SystemClock(),
  ) {
    for (const anchor of witness.anchors) {
      const others = this.bySize.get(anchor.size);
      if (others) others.push(anchor);
      else this.bySize.set(anchor.size, [anchor]);
    }
  }

  get newest(): Anchor | undefined {
    return this.witness.anchors.at(-1);
  }

  /** Where the witness began with an empty log: its first line. */
  get beginning(): Anchor | undefined {
    const [first] = this.witness.anchors;
    return first?.size === 0 ? first : undefined;
  }

  /** Call it for the empty tree and after every event. @returns the lines that saw just this, the oldest first */
  grown(frontier: Frontier): readonly Anchor[] {
    const lines = this.bySize.get(frontier.size);
    if (lines === undefined) return [];
    const root = frontier.root();
    const holding = lines.filter((line) => line.root === root);
    for (const line of holding) this.held.add(line);
    return holding;
  }

  /**
   * Somebody has accepted a loss: an event of the log says so. It excuses what the witness says against the log where it is
   * the first event after the loss, in the past, and of what the witness really holds. @returns whether it does
   */
  lossAccepted(loss: GivenUp, position: number): boolean {
    const { anchorSize, anchorRoot, logSize, recordedAt } = loss;
    const line = this.witness.anchors.findLastIndex(
      ({ size, root }) => size === anchorSize && root === anchorRoot,
    );
    const excuses = line >= 0 && position === logSize + 1 && recordedAt <= this.clock.now();
    if (excuses) this.excuses.push({ loss, line });
    return excuses;
  }

  /** @param wasAnchored whether the log says that it has a witness; one that holds events had it before the first */
  problems(size: number, wasAnchored: boolean): readonly string[] {
    const { found, anchors } = this.witness;
    if (found === 'unreadable') return ['anchor.log has no valid line'];
    if (anchors.length === 0)
      return wasAnchored || size > 0 ? ['anchor.log is missing, but this log had one'] : [];
    const contradicted = anchors.filter(
      (anchor, line) => !this.held.has(anchor) && !this.isGivenUp(anchor, line),
    );
    const [smallest] = contradicted.toSorted((a, b) => a.size - b.size);
    if (smallest === undefined) return [];
    const newest = contradicted.at(-1) ?? smallest;
    return [...new Set([newest, smallest])].map((anchor) => problemOf(anchor, size));
  }

  /** What was witnessed before somebody accepted its loss: the order of the lines says so, whatever a clock said. */
  private isGivenUp({ size }: Anchor, line: number): boolean {
    return this.excuses.some(
      ({ loss: { anchorSize, logSize }, line: last }) => line <= last && size > logSize && size <= anchorSize,
    );
  }
}

function problemOf({ size, time }: Anchor, actual: number): string {
  return size > actual
    ? `${size} events were witnessed at ${time}, ${actual} are there`
    : `the first ${size} events are not those that were witnessed at ${time}`;
}
