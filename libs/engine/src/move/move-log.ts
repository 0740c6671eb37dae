import type { EventStore, ExpectedHead, GlobalPosition, Leaf, RecordedEvent } from '@threekeys/event-store';
import { contentOf } from '@threekeys/event-store';
import { Frontier } from '@threekeys/integrity';
import { TargetNotEmpty } from './movable';

export interface LogMoved {
  /** Where the events at the wanted positions stand now. */
  readonly positions: ReadonlyMap<string, GlobalPosition>;
  /** Every stream with its last revision. */
  readonly streams: ReadonlyMap<string, number>;
  readonly events: number;
}

export interface LogMove {
  readonly from: EventStore;
  readonly to: EventStore;
  /** Positions of the source whose places in the target are to be known. */
  readonly wanted: ReadonlySet<string>;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

type Head = Exclude<ExpectedHead, 'no-stream'>;

/** An append takes at most so many adjacent events of one stream. */
const adjacentMax = 100;

/** How many events of a log are in another one already. @throws TargetNotEmpty where that holds others, or in another order */
export async function sizeOfBeginning(from: EventStore, to: EventStore): Promise<number> {
  const { size, root } = await to.head();
  if ((await rootOfFirst(from, size)) !== root) throw new TargetNotEmpty('events');
  return size;
}

/**
 * Copies every leaf as it is, in global order, and compares the roots of both logs at the end. What an interrupted move has
 * copied ({@link sizeOfBeginning}) is gone over, not copied again.
 * @throws Error where the target's root is another in the end
 */
export async function moveLog({ from, to, wanted, onProgress, signal }: LogMove): Promise<LogMoved> {
  const source = await from.head();
  const copying = new Copying(to, wanted);
  for await (const run of adjacent(from.readAll(), wanted)) {
    signal.throwIfAborted();
    await copying.take(run);
    onProgress(copying.done, source.size);
  }
  const after = await to.head();
  if (after.root !== source.root || after.size !== source.size)
    throw new Error(`the moved log has root ${after.root}, and should have ${source.root}`);
  return { positions: copying.positions, streams: copying.streams, events: after.size };
}

/** Of so many events, or of all where there are fewer. */
async function rootOfFirst(store: EventStore, count: number): Promise<string> {
  const frontier = new Frontier();
  for await (const { leafHash } of store.readAll(undefined, {}, count)) frontier.append(leafHash);
  return frontier.root();
}

class Copying {
  readonly positions = new Map<string, GlobalPosition>();
  private readonly heads = new Map<string, Head>();
  done = 0;

  constructor(
    private readonly to: EventStore,
    private readonly wanted: ReadonlySet<string>,
  ) {}

  get streams(): ReadonlyMap<string, number> {
    return new Map([...this.heads].map(([stream, { revision }]) => [stream, revision]));
  }

  async take(run: readonly RecordedEvent[]): Promise<void> {
    const last = run.at(-1);
    if (last === undefined) return;
    // The same bytes at the same place are no second event, so that a run that is there in part may be given whole.
    const { position } = await this.to.append(last.stream, this.expected(last.stream), run.map(leafFrom));
    this.heads.set(last.stream, { revision: last.revision, leafHash: last.leafHash });
    if (this.wanted.has(last.position)) this.positions.set(last.position, position);
    this.done += run.length;
  }

  private expected(stream: string): ExpectedHead {
    return this.heads.get(stream) ?? 'no-stream';
  }
}

/** Events of one stream that stand beside each other; each ends where a position is wanted. */
async function* adjacent(
  events: AsyncIterable<RecordedEvent>,
  wanted: ReadonlySet<string>,
): AsyncIterable<readonly RecordedEvent[]> {
  let run: RecordedEvent[] = [];
  for await (const event of events) {
    const previous = run.at(-1);
    const isOver =
      previous !== undefined &&
      (previous.stream !== event.stream || wanted.has(previous.position) || run.length >= adjacentMax);
    if (isOver) {
      yield run;
      run = [];
    }
    run.push(event);
  }
  if (run.length > 0) yield run;
}

function leafFrom(event: RecordedEvent): Leaf {
  const { bytes, leafHash, id, stream, revision, type, recordedAt } = event;
  return { bytes, leafHash, id, stream, revision, type, recordedAt, prev: contentOf(event).prev };
}
