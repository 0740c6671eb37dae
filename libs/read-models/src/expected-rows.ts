import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { categoryOf, viewEventOf } from './known-events';
import type { KnownEvents } from './known-events';
import type { Projection, ViewEvent } from './projection';
import type { ProjectorState } from './projector-state';
import type { ReadModels, StoredRow } from './read-models';
import { stepOf } from './step';
import type { Step } from './step';

export type Rows = Map<string, StoredRow>;

export interface ExpectedRowsPorts {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly known: KnownEvents;
  readonly state: ProjectorState;
}

/** A view as far as it is: what the log says of the streams that were given. */
export class ExpectedRows {
  /** By stream, in the order of their first events. */
  readonly streams = new Map<string, Rows>();
  /** The last event that would have changed a row, and that the view does not have yet. */
  missed: GlobalPosition | undefined;

  private constructor(
    private readonly ports: ExpectedRowsPorts,
    readonly projection: Projection,
    private readonly checkpoint: GlobalPosition | undefined,
  ) {}

  static async of(ports: ExpectedRowsPorts, projection: Projection): Promise<ExpectedRows> {
    return new ExpectedRows(ports, projection, await ports.models.checkpoint(projection.name));
  }

  /** @throws StreamNotFound, UnknownEvent, or what the projection throws */
  async read(stream: string): Promise<Rows> {
    for await (const recorded of this.ports.store.readStream(stream)) {
      if (!this.has(recorded)) break;
      this.take(recorded, viewEventOf(recorded, this.ports.known));
    }
    return this.streams.get(stream) ?? new Map<string, StoredRow>();
  }

  /** Whether the view has this event; it has none that come after one of its stream that it does not have. */
  has({ stream, revision, position }: RecordedEvent): boolean {
    const { store, state } = this.ports;
    if (this.checkpoint === undefined || state.isHalted(stream, revision)) return false;
    return store.comparePositions(position, this.checkpoint) <= 0;
  }

  /** Told of an event that the view does not have. One that cannot be read might change anything. */
  miss(recorded: RecordedEvent): void {
    if (this.ports.state.isHalted(recorded.stream, recorded.revision)) return;
    if (this.isChangedBy(recorded)) this.missed = recorded.position;
  }

  take({ stream }: RecordedEvent, event: ViewEvent): void {
    const rows = this.streams.get(stream) ?? new Map<string, StoredRow>();
    this.streams.set(stream, rows);
    for (const step of this.stepsOf(rows, event)) rows.set(step.key, step);
  }

  private isChangedBy(recorded: RecordedEvent): boolean {
    try {
      const rows = this.streams.get(recorded.stream) ?? new Map<string, StoredRow>();
      return this.stepsOf(rows, viewEventOf(recorded, this.ports.known)).length > 0;
    } catch {
      return true;
    }
  }

  private stepsOf(rows: Rows, event: ViewEvent): readonly Step[] {
    const swept = this.projection.sweeps?.(event) === true ? rows.keys() : [];
    const keys = new Set([...this.projection.keysOf(event), ...swept]);
    return [...keys].flatMap((key) => stepOf(this.projection, rows.get(key), event, key) ?? []);
  }
}

/** Several views at once: each leaf is opened once, and none where nobody wants it. */
export function takeInto(views: readonly ExpectedRows[], recorded: RecordedEvent, known: KnownEvents): void {
  const category = categoryOf(recorded.stream);
  const concerned = views.filter((view) => view.projection.categories.includes(category));
  const taking = concerned.filter((view) => view.has(recorded));
  if (taking.length < concerned.length)
    for (const view of concerned) if (!taking.includes(view)) view.miss(recorded);
  if (taking.length === 0) return;
  const event = viewEventOf(recorded, known);
  for (const view of taking) view.take(recorded, event);
}
