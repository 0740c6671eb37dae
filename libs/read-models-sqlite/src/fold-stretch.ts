import { StreamFold } from '@threekeys/read-models';
import type { KnownEvents, Projection } from '@threekeys/read-models';
import type { LogStreams, Stretch } from './log-streams';
import type { TableLine } from './table-lines';
import { LineMaker } from './table-lines';

export interface FoldTask {
  readonly projections: readonly Projection[];
  readonly known: KnownEvents;
  /** Streams that stand still already, and the first revision that is not to be folded. */
  readonly halted: ReadonlyMap<string, number>;
  /** Number of the last event that is to be folded. */
  readonly upTo: number;
}

/** All of it can be sent from one thread to another. */
export interface FoldedStretch {
  readonly events: number;
  /** In the order of the projections. */
  readonly lines: readonly TableLine[][];
  readonly halts: readonly {
    readonly stream: string;
    readonly revision: number;
    readonly name: string;
    readonly message: string;
  }[];
}

/** Folds the streams that begin in a stretch of the log, each to its end. */
export class StretchFold {
  private readonly fold: StreamFold;
  private readonly makers: readonly LineMaker[];
  private readonly placeOf: ReadonlyMap<Projection, number>;

  constructor(
    private readonly log: LogStreams,
    private readonly task: FoldTask,
  ) {
    const { projections, known } = task;
    this.fold = new StreamFold(projections, known);
    this.makers = projections.map((each) => new LineMaker(each));
    this.placeOf = new Map(projections.map((each, i) => [each, i]));
  }

  run(stretch: Stretch): FoldedStretch {
    const lines = this.makers.map((): TableLine[] => []);
    const halts: FoldedStretch['halts'][number][] = [];
    for (const stream of this.log.startedIn(stretch)) {
      const { views, halted } = this.folded(stream);
      for (const view of views) {
        const place = this.placeOf.get(view.projection) ?? 0;
        lines[place]?.push(...(this.makers[place]?.linesOf(view) ?? []));
      }
      if (halted !== undefined) halts.push({ stream, revision: halted.revision, ...wordsOf(halted.error) });
    }
    return { events: stretch.upTo - stretch.after, lines, halts };
  }

  private folded(stream: string): ReturnType<StreamFold['fold']> {
    if (!this.fold.concerns(stream)) return { views: [] };
    const leaves = this.log.leavesOf(stream, this.task.upTo);
    const until = this.task.halted.get(stream);
    return this.fold.fold(stream, until === undefined ? leaves : leaves.slice(0, until));
  }
}

function wordsOf(error: unknown): { name: string; message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}
