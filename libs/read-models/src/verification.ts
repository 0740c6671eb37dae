import { EventStoreError } from '@threekeys/event-store';
import type { EventStore } from '@threekeys/event-store';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ExpectedRows } from './expected-rows';
import type { Rows } from './expected-rows';
import type { KnownEvents } from './known-events';
import type { Projection } from './projection';
import type { HaltedStream, ProjectorState } from './projector-state';
import type { ReadModels } from './read-models';
import type { SearchIndexer } from './search-indexer';
import type { Difference } from './row-difference';
import { differenceOf } from './row-difference';
import { misindexedRows, strayRows } from './token-check';
import { behindOf, placesOf } from './view-places';
import { WholeStreams } from './whole-streams';
import type { WholeStreamsLimits } from './whole-streams';

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
  /** Views that have not taken in all of the log, or wait for their search index: equal as far as they are. */
  readonly behind: readonly string[];
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
const otherPlace = { kind: 'different', fields: ['checkpoint'] } as const;
const otherColumns = { kind: 'different', fields: ['columns'] } as const;

interface Compared {
  readonly rows: number;
  readonly differences: readonly Difference[];
}

const differencesMax = 100;
/** The views may move while a stream is compared: then it is compared again. */
const triesMax = 5;
/** So many are asked for and compared at a time. */
const rowsAtOnce = 250;

/**
 * Folds the log again and compares every row of every view, tombstones and search tokens too, up to the view's checkpoint.
 * Each stream is compared once all of it has been read.
 */
export class ViewCheck {
  private readonly found: Difference[] = [];
  private readonly rowsOf = new Map<string, number>();
  private total = 0;
  private events = 0;

  constructor(
    private readonly ports: VerificationPorts,
    private readonly projections: readonly Projection[],
    private readonly limits: WholeStreamsLimits = { held: 5_000, given: 250 },
  ) {}

  async run(onProgress?: (done: number, of: number) => void): Promise<Verification> {
    const { size } = await this.ports.store.head();
    const { placed, elsewhere } = await placesOf(this.ports, this.projections);
    for (const { name: view } of elsewhere)
      this.report([{ ...otherPlace, view, key: 'checkpoint', stream: 'views' }]);
    const views = await Promise.all(placed.map((each) => ExpectedRows.of(this.ports, each)));
    const streams = await this.compareAll(views, () => {
      this.events += 1;
      if (this.events % 1000 === 0) onProgress?.(this.events, Math.max(size, this.events));
    });
    for (const projection of placed) {
      await this.findUnexpected(projection);
      await this.findMisplaced(projection);
    }
    onProgress?.(this.events, this.events);
    return {
      equal: this.total === 0,
      events: this.events,
      streams,
      rows: [...this.rowsOf.values()].reduce((sum, each) => sum + each, 0),
      differences: this.found,
      differencesTotal: this.total,
      halted: this.ports.state.halted,
      behind: [
        ...(await behindOf(this.ports, views)),
        ...(this.ports.indexer ? this.ports.state.withoutIndex : []),
      ],
    };
  }

  /** @returns how many streams there are */
  private async compareAll(views: readonly ExpectedRows[], onEvent: () => void): Promise<number> {
    const streams = new WholeStreams(this.ports, views, this.limits);
    for await (const ended of streams.ended(onEvent))
      for (const view of views) await this.compareView(view, ended);
    return streams.count;
  }

  /** Where something differs in a portion, its streams are compared one by one. */
  private async compareView(
    { projection, streams }: ExpectedRows,
    ended: ReadonlySet<string>,
  ): Promise<void> {
    for (const portion of portionsOf(streams, ended)) {
      const expected: Rows = new Map([...portion.values()].flatMap((rows) => [...rows]));
      const { rows, differences } = await this.compare(projection, expected);
      if (differences.length === 0) this.count(projection, rows);
      else for (const stream of portion.keys()) await this.compareStream(projection, stream);
    }
  }

  /** What lists and searches go by, beside the rows. */
  private async findMisplaced(projection: Projection): Promise<void> {
    const { name: view } = projection;
    for (const key of await strayRows(this.ports, projection))
      this.report([{ ...otherTokens, view, key, stream: 'search' }]);
    for (const key of await this.ports.models.misfiled(view))
      this.report([{ ...otherColumns, view, key, stream: 'columns' }]);
  }

  private async compareStream(projection: Projection, stream: string): Promise<void> {
    let compared = await this.compareOnce(projection, stream);
    for (let tries = 1; compared.differences.length > 0 && tries < triesMax; tries += 1) {
      await nextTurn();
      compared = await this.compareOnce(projection, stream);
    }
    this.count(projection, compared.rows);
    this.report(compared.differences);
  }

  private async compareOnce(projection: Projection, stream: string): Promise<Compared> {
    return this.compare(projection, await this.folded(projection, stream));
  }

  private async compare(projection: Projection, expected: Rows): Promise<Compared> {
    const { name: view } = projection;
    const stored = await this.ports.models.rows(view, [...expected.keys()]);
    const differences: Difference[] = [];
    for (const [key, row] of expected) {
      const difference = differenceOf(row, stored.get(key));
      if (difference !== undefined) differences.push({ view, key, stream: row.stream, ...difference });
    }
    const found = new Set(differences.map(({ key }) => key));
    for (const key of await misindexedRows(this.ports, projection, expected))
      if (!found.has(key))
        differences.push({ ...otherTokens, view, key, stream: expected.get(key)?.stream ?? '' });
    return { rows: stored.size, differences };
  }

  private async folded(projection: Projection, stream: string): Promise<Rows> {
    return (await ExpectedRows.of(this.ports, projection)).read(stream);
  }

  private count({ name }: Projection, rows: number): void {
    this.rowsOf.set(name, (this.rowsOf.get(name) ?? 0) + rows);
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

  private report(differences: readonly Difference[]): void {
    this.total += differences.length;
    this.found.push(...differences.slice(0, differencesMax - this.found.length));
  }
}

/** Whole streams, of about so many rows. */
function* portionsOf(
  streams: ReadonlyMap<string, Rows>,
  chosen: ReadonlySet<string>,
): Iterable<ReadonlyMap<string, Rows>> {
  let portion = new Map<string, Rows>();
  let size = 0;
  for (const stream of chosen) {
    const rows = streams.get(stream);
    if (rows === undefined) continue;
    portion.set(stream, rows);
    size += rows.size;
    if (size < rowsAtOnce) continue;
    yield portion;
    portion = new Map<string, Rows>();
    size = 0;
  }
  if (portion.size > 0) yield portion;
}
