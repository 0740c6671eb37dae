import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { categoryOf, viewEventOf } from './known-events';
import type { KnownEvents } from './known-events';
import type { Projection, ViewEvent } from './projection';
import type { ProjectorState } from './projector-state';
import type { ReadModels } from './read-models';
import type { SearchIndexer } from './search-indexer';
import type { Step } from './step';
import type { ViewPart } from './view-fold';
import { changesPerApply, ViewFold } from './view-fold';

export interface FoldingPorts {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly indexer?: SearchIndexer;
  readonly known: KnownEvents;
  readonly state: ProjectorState;
}

interface Touch {
  readonly view: ViewFold;
  readonly keys: readonly string[];
  readonly sweeps: boolean;
}

interface Planned {
  readonly recorded: RecordedEvent;
  readonly event: ViewEvent;
  readonly touches: readonly Touch[];
}

/** Batches without use after which a row is written when room is needed. */
const oldRounds = 8;

/** Takes events into all views at once: each leaf is opened once, each row read at most once and written once per flush. */
export class Folding {
  private readonly byCategory = new Map<string, ViewFold[]>();
  /** Views whose checkpoint was not yet passed. */
  private readonly ahead: Set<ViewFold>;

  private constructor(
    private readonly ports: FoldingPorts,
    private readonly views: readonly ViewFold[],
    wherever: boolean,
  ) {
    this.ahead = new Set(
      wherever ? [] : views.filter(({ savedCheckpoint }) => savedCheckpoint !== undefined),
    );
    for (const view of views)
      for (const category of view.projection.categories)
        this.byCategory.set(category, [...(this.byCategory.get(category) ?? []), view]);
  }

  /** For events in order of the log: a view takes those after its checkpoint. */
  static async fromCheckpoints(ports: FoldingPorts, projections: readonly Projection[]): Promise<Folding> {
    return new Folding(ports, await viewsOf(ports, projections, false), false);
  }

  /** For events that the checkpoints have left behind. Flush it without a position. */
  static async wherever(ports: FoldingPorts, projections: readonly Projection[]): Promise<Folding> {
    return new Folding(ports, await viewsOf(ports, projections, true), true);
  }

  get state(): ProjectorState {
    return this.ports.state;
  }

  /** Where reading must begin: the view that is furthest behind. */
  get start(): GlobalPosition | undefined {
    const saved = this.views.map(({ savedCheckpoint }) => savedCheckpoint);
    return saved.reduce(
      (least, each) => (each === undefined || least === undefined ? undefined : this.earlier(each, least)),
      saved[0],
    );
  }

  /** Rows that wait to be written. */
  get changes(): number {
    return this.views.reduce((sum, view) => sum + view.changes, 0);
  }

  async take(batch: readonly RecordedEvent[]): Promise<void> {
    const planned: Planned[] = [];
    for (const recorded of batch) {
      const plan = this.plan(recorded);
      if (plan !== undefined) planned.push(plan);
    }
    await this.load(planned);
    for (const each of planned) this.fold(each);
    for (const view of this.views) view.passed(batch.length);
  }

  async flush(position: GlobalPosition | undefined, lagMax = 0): Promise<void> {
    await this.ports.state.save();
    const views = this.views.filter((view) => !this.ahead.has(view));
    await this.write(views.map((view) => view.unsavedParts(position, lagMax)));
  }

  /** Where more rows than this wait: writes those that were not used of late, or else all. */
  async makeRoom(changesMax: number): Promise<void> {
    if (this.changes <= changesMax) return;
    await this.ports.state.save();
    await this.write(this.views.map((view) => view.unusedParts(oldRounds)));
    if (this.changes > changesMax) await this.write(this.views.map((view) => view.unusedParts(0)));
  }

  /** As many parts in one transaction as have room in it. */
  private async write(views: readonly AsyncIterable<ViewPart>[]): Promise<void> {
    let [parts, rows] = [[] as ViewPart[], 0];
    const apply = async (): Promise<void> => {
      await this.ports.models.applyAll(parts);
      for (const { written } of parts) written();
      [parts, rows] = [[], 0];
    };
    for (const view of views)
      for await (const part of view) {
        if (rows + part.changes.length > changesPerApply) await apply();
        parts.push(part);
        rows += part.changes.length;
      }
    if (parts.length > 0) await apply();
  }

  private earlier(a: GlobalPosition, b: GlobalPosition): GlobalPosition {
    return this.ports.store.comparePositions(a, b) < 0 ? a : b;
  }

  private plan(recorded: RecordedEvent): Planned | undefined {
    const { stream, revision, position } = recorded;
    const views = this.viewsAt(categoryOf(stream), position);
    if (views.length === 0 || this.ports.state.isHalted(stream, revision)) return undefined;
    try {
      const event = viewEventOf(recorded, this.ports.known);
      const touches = touchesOf(views, event);
      return touches.length === 0 ? undefined : { recorded, event, touches };
    } catch (error) {
      this.ports.state.halt(recorded, error);
      return undefined;
    }
  }

  private viewsAt(category: string, position: GlobalPosition): readonly ViewFold[] {
    if (this.ahead.size > 0)
      for (const view of this.ahead) {
        const { savedCheckpoint } = view;
        if (savedCheckpoint === undefined || this.ports.store.comparePositions(position, savedCheckpoint) > 0)
          this.ahead.delete(view);
      }
    const views = this.byCategory.get(category) ?? [];
    return this.ahead.size === 0 ? views : views.filter((view) => !this.ahead.has(view));
  }

  private async load(planned: readonly Planned[]): Promise<void> {
    for (const [view, keys] of missingIn(planned)) await view.load([...keys]);
    for (const { event, touches } of planned)
      for (const { view } of touches.filter(({ sweeps }) => sweeps)) await view.loadStream(event.stream);
  }

  /** An event changes all views or, where one of them fails on it, none. */
  private fold({ recorded, event, touches }: Planned): void {
    if (this.ports.state.isHalted(event.stream, event.revision)) return;
    const taken: [ViewFold, Step][] = [];
    try {
      for (const { view, keys, sweeps } of touches)
        view.stepsInto(taken, event, sweeps ? new Set([...keys, ...view.rowsOf(event.stream)]) : keys);
    } catch (error) {
      this.ports.state.halt(recorded, error);
      return;
    }
    for (const [view, step] of taken) view.take(step);
  }
}

function touchesOf(views: readonly ViewFold[], event: ViewEvent): readonly Touch[] {
  const touches: Touch[] = [];
  for (const view of views) {
    const keys = view.projection.keysOf(event);
    const sweeps = view.projection.sweeps?.(event) ?? false;
    if (keys.length > 0 || sweeps) touches.push({ view, keys, sweeps });
  }
  return touches;
}

function missingIn(planned: readonly Planned[]): ReadonlyMap<ViewFold, ReadonlySet<string>> {
  const missing = new Map<ViewFold, Set<string>>();
  for (const { view, keys } of planned.flatMap(({ touches }) => touches))
    for (const key of keys) {
      if (view.knows(key)) continue;
      const wanted = missing.get(view) ?? new Set();
      missing.set(view, wanted.add(key));
    }
  return missing;
}

async function viewsOf(
  { models, indexer }: FoldingPorts,
  projections: readonly Projection[],
  wherever: boolean,
): Promise<ViewFold[]> {
  const views: ViewFold[] = [];
  for (const projection of projections) {
    const checkpoint = await models.checkpoint(projection.name);
    const isEmpty = checkpoint === undefined && !wherever;
    views.push(
      new ViewFold(
        projection,
        { models, ...(indexer === undefined ? {} : { indexer }) },
        { checkpoint, isEmpty },
      ),
    );
  }
  return views;
}
