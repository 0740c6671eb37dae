import { EventStoreError } from '@threekeys/event-store';
import type { EventStore, GlobalPosition, RecordedEvent } from '@threekeys/event-store';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { categoryOf, viewEventOf } from './known-events';
import type { KnownEvents } from './known-events';
import type { Projection, Row } from './projection';
import type { HaltedStream, ProjectorState } from './projector-state';
import type { ReadModels, StoredRow } from './read-models';
import type { SearchIndexer } from './search-indexer';
import { stepOf } from './step';
import { misindexedRows, strayRows } from './token-check';

export interface Difference {
  readonly view: string;
  readonly key: string;
  readonly stream: string;
  /** `missing`: the log says there is such a row. `unexpected`: it does not. */
  readonly kind: 'missing' | 'unexpected' | 'different';
  /** Fields in which a different row differs; `lastRevision`, `gone`, search `tokens` and the
   * `columns` that queries go by are named so too. */
  readonly fields?: readonly string[];
}

export interface Verification {
  readonly equal: boolean;
  readonly events: number;
  readonly streams: number;
  readonly rows: number;
  /** The first hundred. */
  readonly differences: readonly Difference[];
  readonly differencesTotal: number;
  /** Compared up to where they stand still. */
  readonly halted: readonly HaltedStream[];
}

export interface VerificationPorts {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly known: KnownEvents;
  readonly state: ProjectorState;
  /** Absent: search tokens are not compared. */
  readonly indexer?: SearchIndexer;
}

const otherTokens = { kind: 'different', fields: ['tokens'] } as const;
const otherColumns = { kind: 'different', fields: ['columns'] } as const;

type Rows = Map<string, StoredRow>;

const differencesMax = 100;
/** The views may move while a stream is compared: then it is compared again. */
const triesMax = 5;

/**
 * Folds the log again and compares every row of every view, tombstones and search tokens too, up to the view's checkpoint.
 * Holds one stream at a time, since a row belongs to one stream.
 */
export class ViewCheck {
  private readonly found: Difference[] = [];
  private readonly rowsOf = new Map<string, number>();
  private total = 0;
  private events = 0;
  private streams = 0;

  constructor(
    private readonly ports: VerificationPorts,
    private readonly projections: readonly Projection[],
  ) {}

  async run(onProgress?: (done: number, of: number) => void): Promise<Verification> {
    const { size } = await this.ports.store.head();
    for await (const { stream, revision } of this.ports.store.readAll()) {
      this.events += 1;
      if (revision === 0) await this.compareStream(stream);
      if (this.events % 1000 === 0) onProgress?.(this.events, Math.max(size, this.events));
    }
    for (const projection of this.projections) {
      await this.findUnexpected(projection);
      await this.findMisplaced(projection);
    }
    onProgress?.(this.events, this.events);
    return {
      equal: this.total === 0,
      events: this.events,
      streams: this.streams,
      rows: [...this.rowsOf.values()].reduce((sum, each) => sum + each, 0),
      differences: this.found,
      differencesTotal: this.total,
      halted: this.ports.state.halted,
    };
  }

  /** What lists and searches go by, beside the rows. */
  private async findMisplaced(projection: Projection): Promise<void> {
    const { name: view } = projection;
    for (const key of await strayRows(this.ports, projection))
      this.report([{ ...otherTokens, view, key, stream: 'search' }]);
    for (const key of await this.ports.models.misfiled(view))
      this.report([{ ...otherColumns, view, key, stream: 'columns' }]);
  }

  private async compareStream(stream: string): Promise<void> {
    this.streams += 1;
    for (const projection of this.viewsOf(stream)) {
      let compared = await this.compareOnce(projection, stream);
      for (let tries = 1; compared.differences.length > 0 && tries < triesMax; tries += 1) {
        await nextTurn();
        compared = await this.compareOnce(projection, stream);
      }
      this.rowsOf.set(projection.name, (this.rowsOf.get(projection.name) ?? 0) + compared.rows);
      this.report(compared.differences);
    }
  }

  private async compareOnce(
    projection: Projection,
    stream: string,
  ): Promise<{ rows: number; differences: Difference[] }> {
    const expected = await this.folded(projection, stream);
    const stored = await this.ports.models.rows(projection.name, [...expected.keys()]);
    const differences: Difference[] = [];
    for (const [key, row] of expected) {
      const difference = differenceOf(row, stored.get(key));
      if (difference !== undefined) differences.push({ view: projection.name, key, stream, ...difference });
    }
    const found = new Set(differences.map(({ key }) => key));
    for (const key of await misindexedRows(this.ports, projection, expected))
      if (!found.has(key)) differences.push({ ...otherTokens, view: projection.name, key, stream });
    return { rows: stored.size, differences };
  }

  private async folded(projection: Projection, stream: string): Promise<Rows> {
    const rows: Rows = new Map();
    const checkpoint = await this.ports.models.checkpoint(projection.name);
    if (checkpoint === undefined) return rows;
    for await (const recorded of this.eventsUntil(stream, checkpoint)) {
      const event = viewEventOf(recorded, this.ports.known);
      const swept = projection.sweeps?.(event) === true ? rows.keys() : [];
      for (const key of new Set([...projection.keysOf(event), ...swept])) {
        const step = stepOf(projection, rows.get(key), event, key);
        if (step !== undefined) rows.set(key, step);
      }
    }
    return rows;
  }

  private async *eventsUntil(stream: string, checkpoint: GlobalPosition): AsyncIterable<RecordedEvent> {
    const { store, state } = this.ports;
    for await (const event of store.readStream(stream)) {
      const { revision, position } = event;
      if (state.isHalted(stream, revision) || store.comparePositions(position, checkpoint) > 0) return;
      yield event;
    }
  }

  /** Only where there are more rows than the log explains is each one asked for its reason. */
  private async findUnexpected(projection: Projection): Promise<void> {
    const { name } = projection;
    let rows = 0;
    for await (const _ of this.ports.models.scan(name)) rows += 1;
    if (rows <= (this.rowsOf.get(name) ?? 0)) return;
    for await (const { key, stream } of this.ports.models.scan(name))
      if (!(await this.explains(projection, stream, key)))
        this.report([{ view: name, key, stream, kind: 'unexpected' }]);
  }

  private async explains(projection: Projection, stream: string, key: string): Promise<boolean> {
    try {
      return (await this.folded(projection, stream)).has(key);
    } catch (error) {
      if (error instanceof EventStoreError && error.code === 'StreamNotFound') return false;
      throw error;
    }
  }

  private viewsOf(stream: string): readonly Projection[] {
    const category = categoryOf(stream);
    return this.projections.filter(({ categories }) => categories.includes(category));
  }

  private report(differences: readonly Difference[]): void {
    this.total += differences.length;
    this.found.push(...differences.slice(0, differencesMax - this.found.length));
  }
}

function differenceOf(
  expected: StoredRow,
  stored: StoredRow | undefined,
): Pick<Difference, 'kind' | 'fields'> | undefined {
  if (stored === undefined) return { kind: 'missing' };
  const row = expected.row === null ? null : (JSON.parse(JSON.stringify(expected.row)) as Row);
  const fields = [
    ...(stored.lastRevision === expected.lastRevision ? [] : ['lastRevision']),
    ...fieldsThatDiffer(row, stored.row),
  ];
  return fields.length === 0 ? undefined : { kind: 'different', fields };
}

function fieldsThatDiffer(a: Row | null, b: Row | null): readonly string[] {
  if (a === null || b === null) return a === b ? [] : ['gone'];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => !isDeepStrictEqual(a[field], b[field]),
  );
}
