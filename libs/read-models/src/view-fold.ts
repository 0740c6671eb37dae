import type { GlobalPosition } from '@threekeys/event-store';
import type { Projection, Row, ViewEvent } from './projection';
import type { ReadModels, RowChange, StoredRow } from './read-models';
import { isReworded, wordsOf } from './search-indexer';
import type { SearchIndexer } from './search-indexer';

/** A row in memory. A key without a row is remembered too, at revision −1. */
interface Entry extends StoredRow {
  readonly key: string;
  /** As the view has it: its search tokens are those of this row. */
  readonly stored: Row | null;
}

export interface Step extends StoredRow {
  readonly key: string;
}

const nothing: Omit<StoredRow, 'stream'> = { lastRevision: -1, row: null };

/**
 * What an event makes of a row; `undefined`: nothing, or it was there before.
 * @throws Error where the row belongs to another stream, or the projection throws
 */
export function stepOf(
  projection: Projection,
  before: StoredRow | undefined,
  event: ViewEvent,
  key: string,
): Step | undefined {
  const { row, lastRevision } = before ?? nothing;
  if (lastRevision >= 0 && before?.stream !== event.stream)
    throw new Error(`${projection.name} ${key} belongs to ${before?.stream ?? ''}, not to ${event.stream}`);
  if (lastRevision >= event.revision) return undefined;
  const next = projection.evolve(row, event, key);
  if (next === row) return undefined;
  return { key, stream: event.stream, lastRevision: event.revision, row: next };
}

const changesPerApply = 500;
const cleanRowsMax = 4000;

/** One view while it follows the log: rows in memory, written once per flush. */
export class ViewFold {
  private readonly entries = new Map<string, Entry>();
  private readonly dirty = new Set<string>();
  /** Events taken since the checkpoint was saved. */
  private unsaved = 0;

  constructor(
    readonly projection: Projection,
    private readonly models: ReadModels,
    private readonly indexer: SearchIndexer | undefined,
    private checkpoint: GlobalPosition | undefined,
  ) {}

  get changes(): number {
    return this.dirty.size;
  }

  get savedCheckpoint(): GlobalPosition | undefined {
    return this.checkpoint;
  }

  knows(key: string): boolean {
    return this.entries.has(key);
  }

  async load(keys: readonly string[]): Promise<void> {
    const rows = await this.models.rows(this.projection.name, keys);
    for (const key of keys) {
      const stored = rows.get(key) ?? { ...nothing, stream: '' };
      this.entries.set(key, { key, ...stored, stored: stored.row });
    }
  }

  /** @throws what {@link stepOf} throws; nothing is changed then */
  steps(event: ViewEvent, keys: readonly string[]): Step[] {
    const steps: Step[] = [];
    for (const key of keys) {
      const step = stepOf(this.projection, this.entries.get(key), event, key);
      if (step !== undefined) steps.push(step);
    }
    return steps;
  }

  take(step: Step): void {
    const { key } = step;
    const stored = this.entries.get(key)?.stored ?? null;
    // Taken out and put in again: the map's order is that of last use.
    this.entries.delete(key);
    this.entries.set(key, { ...step, stored });
    this.dirty.add(key);
  }

  passed(events: number): void {
    this.unsaved += events;
  }

  /** Rows and checkpoint. Where no row has changed, the checkpoint may lag by `lagMax` events. */
  async flush(position: GlobalPosition | undefined, lagMax: number): Promise<void> {
    if (this.dirty.size === 0 && this.unsaved <= lagMax) return;
    const keys = [...this.dirty];
    for (let from = 0; from === 0 || from < keys.length; from += changesPerApply) {
      const chunk = keys.slice(from, from + changesPerApply);
      const last = from + changesPerApply >= keys.length;
      await this.models.apply(this.projection.name, await this.changesOf(chunk), last ? position : undefined);
      for (const key of chunk) this.settle(key);
    }
    this.checkpoint = position ?? this.checkpoint;
    this.unsaved = 0;
    this.forget();
  }

  private async changesOf(keys: readonly string[]): Promise<RowChange[]> {
    const changes: RowChange[] = [];
    for (const key of keys) {
      const entry = this.entries.get(key);
      if (entry !== undefined) changes.push(await this.changeOf(entry));
    }
    return changes;
  }

  private async changeOf({ key, stream, lastRevision, row, stored }: Entry): Promise<RowChange> {
    const change = { key, stream, lastRevision, row };
    const { search } = this.projection;
    if (this.indexer === undefined || search === undefined) return change;
    const words = wordsOf(search, row);
    if (!isReworded(wordsOf(search, stored), words)) return change;
    return { ...change, tokens: words.length === 0 ? [] : await this.indexer.tokensFor(words) };
  }

  private settle(key: string): void {
    const entry = this.entries.get(key);
    if (entry !== undefined) this.entries.set(key, { ...entry, stored: entry.row });
    this.dirty.delete(key);
  }

  /** Drops the rows longest unused. Everything is clean after a flush. */
  private forget(): void {
    for (const key of this.entries.keys()) {
      if (this.entries.size <= cleanRowsMax) return;
      this.entries.delete(key);
    }
  }
}
