import type { GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import type { Projection, Row } from './projection';
import type { ReadModels, RowChange, ViewParity } from './read-models';

/** A stream whose rows stand still: this version cannot read one of its events, or a projection fails on it. */
export type HaltedStream = {
  readonly stream: string;
  /** The first event that is not in the views. */
  readonly revision: number;
  readonly type: string;
  readonly position: GlobalPosition;
  readonly error: string;
};

/**
 * What the projector remembers beside the views, kept as a view itself: `halted/<stream>`, `unindexed/<view>`, `parity/<view>`.
 * No event changes it, so its `lastRevision` counts: even while something is the case, odd when it is over.
 */
const stateView: Projection = {
  name: 'projector-state',
  version: 1,
  categories: [],
  columns: {},
  indexes: [],
  keysOf: () => [],
  evolve: (row) => row,
};

const haltedPrefix = 'halted/';
const unindexedPrefix = 'unindexed/';
const parityPrefix = 'parity/';

export class ProjectorState {
  private readonly streams = new Map<string, HaltedStream>();
  private readonly unindexed = new Map<string, Row>();
  private readonly reports = new Map<string, ViewParity>();
  private readonly revisions = new Map<string, number>();
  private pending: RowChange[] = [];

  private constructor(private readonly models: ReadModels) {}

  /** Prepares its view and reads it. */
  static async open(models: ReadModels): Promise<ProjectorState> {
    const state = new ProjectorState(models);
    await models.prepare([stateView]);
    await models.takeOver(stateView.name);
    for await (const { key, row, lastRevision } of models.scan(stateView.name))
      state.remember(key, row, lastRevision);
    return state;
  }

  get halted(): readonly HaltedStream[] {
    return [...this.streams.values()];
  }

  get withoutIndex(): readonly string[] {
    return [...this.unindexed.keys()];
  }

  /** Of each view whose present version has taken the place of another, the report of that. */
  get parities(): readonly ViewParity[] {
    return [...this.reports.values()];
  }

  /** Whether this event lies behind a halt. */
  isHalted(stream: string, revision: number): boolean {
    const halted = this.streams.get(stream);
    return halted !== undefined && revision >= halted.revision;
  }

  halt({ stream, revision, type, position }: RecordedEvent, cause: unknown): void {
    const error = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    this.change(haltedPrefix + stream, { stream, revision, type, position, error });
  }

  release(stream: string): void {
    this.change(haltedPrefix + stream, null);
  }

  markUnindexed(view: string): void {
    this.change(unindexedPrefix + view, { view });
  }

  markIndexed(view: string): void {
    if (this.unindexed.has(view)) this.change(unindexedPrefix + view, null);
  }

  reportParity(parity: ViewParity): void {
    this.change(parityPrefix + parity.view, parity);
  }

  /** Call it before rows and checkpoints that rest on it are written. */
  async save(): Promise<void> {
    if (this.pending.length === 0) return;
    const changes = this.pending;
    await this.models.apply(stateView.name, changes, undefined);
    this.pending = this.pending.slice(changes.length);
  }

  private change(key: string, row: Row | null): void {
    const before = this.revisions.get(key) ?? -1;
    const lastRevision = before + (before % 2 === 0 && row !== null ? 2 : 1);
    this.remember(key, row, lastRevision);
    this.pending = [...this.pending, { key, stream: stateView.name, lastRevision, row }];
  }

  private remember(key: string, row: Row | null, lastRevision: number): void {
    this.revisions.set(key, lastRevision);
    const cut = key.indexOf('/') + 1;
    const [prefix, name] = [key.slice(0, cut), key.slice(cut)];
    if (prefix === unindexedPrefix) setOrDelete(this.unindexed, name, row);
    else if (prefix === parityPrefix) setOrDelete(this.reports, name, row as ViewParity | null);
    else setOrDelete(this.streams, name, row as HaltedStream | null);
  }
}

function setOrDelete<T>(map: Map<string, T>, name: string, value: T | null): void {
  if (value === null) map.delete(name);
  else map.set(name, value);
}
