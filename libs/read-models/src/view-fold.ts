import type { GlobalPosition } from '@threekeys/event-store';
import { KeySet } from './key-set';
import type { Projection, Row, ViewEvent } from './projection';
import type { ReadModels, RowChange, StoredRow, ViewChanges } from './read-models';
import { isReworded, wordsOf } from './search-indexer';
import type { SearchIndexer } from './search-indexer';
import type { Step } from './step';
import { stepOf } from './step';

/** A row in memory. A key without a row is remembered too, at revision −1. Changed in place: there are millions of steps. */
interface Entry {
  readonly key: string;
  stream: string;
  lastRevision: number;
  row: Row | null;
  /** As the view has it: its search tokens are those of this row. */
  stored: Row | null;
  dirty: boolean;
  /** Of the last round it was used in. */
  round: number;
}

/** At most {@link changesPerApply} rows, and the last of them with the checkpoint. */
export interface ViewPart extends ViewChanges {
  /** To be called when they are in the view. */
  readonly written: () => void;
}

const nothing: Omit<StoredRow, 'stream'> = { lastRevision: -1, row: null };

/** One transaction each: larger ones write each page of an index fewer times. */
export const changesPerApply = 4000;
const cleanRowsMax = 4000;

/** One view while it follows the log: rows in memory, written once per flush. */
export class ViewFold {
  private readonly entries = new Map<string, Entry>();
  private dirty = new Set<Entry>();
  private round = 0;
  private checkpoint: GlobalPosition | undefined;
  /** Events taken since the checkpoint was saved. */
  private unsaved = 0;
  /**
   * Of a view that began empty: what it may have rows of; other keys are not looked up. Rows that a build which broke off
   * has left there are met again from their first event.
   */
  private readonly written?: KeySet;
  /** Of a projection that sweeps: the rows in memory by stream. */
  private readonly keysByStream?: Map<string, Set<string>>;

  constructor(
    readonly projection: Projection,
    private readonly ports: { readonly models: ReadModels; readonly indexer?: SearchIndexer },
    { checkpoint, isEmpty }: { readonly checkpoint: GlobalPosition | undefined; readonly isEmpty: boolean },
  ) {
    this.checkpoint = checkpoint;
    if (isEmpty) this.written = new KeySet();
    if (projection.sweeps !== undefined) this.keysByStream = new Map();
  }

  get changes(): number {
    return this.dirty.size;
  }

  get savedCheckpoint(): GlobalPosition | undefined {
    return this.checkpoint;
  }

  /** Whether the row, or that there is none, is in memory. */
  knows(key: string): boolean {
    const entry = this.entries.get(key);
    if (entry !== undefined) {
      entry.round = this.round;
      return true;
    }
    if (this.written === undefined || this.written.mayHave(key)) return false;
    this.put(key, undefined);
    return true;
  }

  async load(keys: readonly string[]): Promise<void> {
    const rows = await this.ports.models.rows(this.projection.name, keys);
    for (const key of keys) this.put(key, rows.get(key));
  }

  /** Everything there is of a stream: call it before {@link rowsOf}. */
  async loadStream(stream: string): Promise<void> {
    if (this.written !== undefined && !this.written.mayHave(stream)) return;
    const keys = await this.ports.models.keysOf(this.projection.name, stream);
    await this.load(keys.filter((key) => !this.knows(key)));
  }

  /** The keys of all rows of a stream. */
  rowsOf(stream: string): Iterable<string> {
    return this.keysByStream?.get(stream) ?? [];
  }

  /** @throws what {@link stepOf} throws; nothing is changed then */
  stepsInto(steps: [ViewFold, Step][], event: ViewEvent, keys: Iterable<string>): void {
    for (const key of keys) {
      const step = stepOf(this.projection, this.entries.get(key), event, key);
      if (step !== undefined) steps.push([this, step]);
    }
  }

  take({ key, stream, lastRevision, row }: Step): void {
    const entry = this.entries.get(key);
    if (entry === undefined) throw new Error(`${this.projection.name} ${key} was not loaded`);
    if (entry.lastRevision < 0) this.remember(key, stream);
    entry.stream = stream;
    entry.lastRevision = lastRevision;
    entry.row = row;
    if (entry.dirty) return;
    entry.dirty = true;
    this.dirty.add(entry);
  }

  /** These many events were taken. */
  passed(events: number): void {
    this.unsaved += events;
    this.round += 1;
  }

  /** Rows and checkpoint. Where no row has changed, the checkpoint may lag by `lagMax` events. */
  async *unsavedParts(position: GlobalPosition | undefined, lagMax: number): AsyncIterable<ViewPart> {
    if (this.dirty.size > 0 || this.unsaved > lagMax) yield* this.parts([...this.dirty], position);
  }

  /** Rows that were not used of late, without the checkpoint: after a crash they are met again and found written. */
  async *unusedParts(roundsMin: number): AsyncIterable<ViewPart> {
    const old = [...this.dirty].filter(({ round }) => round <= this.round - roundsMin);
    if (old.length > 0) yield* this.parts(old, undefined);
  }

  private put(key: string, found: StoredRow | undefined): void {
    const { stream, lastRevision, row } = found ?? { ...nothing, stream: '' };
    this.entries.set(key, { key, stream, lastRevision, row, stored: row, dirty: false, round: this.round });
    if (found !== undefined) this.remember(key, stream);
  }

  private remember(key: string, stream: string): void {
    if (this.keysByStream === undefined) return;
    const keys = this.keysByStream.get(stream) ?? new Set();
    this.keysByStream.set(stream, keys.add(key));
  }

  private async *parts(
    entries: readonly Entry[],
    position: GlobalPosition | undefined,
  ): AsyncIterable<ViewPart> {
    const view = this.projection.name;
    for (let from = 0; from === 0 || from < entries.length; from += changesPerApply) {
      const chunk = entries.slice(from, from + changesPerApply);
      const checkpoint = from + changesPerApply >= entries.length ? position : undefined;
      const changes: RowChange[] = [];
      for (const entry of chunk) changes.push(await this.changeOf(entry));
      for (const { key, stream } of chunk) this.written?.add(key).add(stream);
      yield { view, changes, checkpoint, written: () => this.saved(chunk, checkpoint) };
    }
  }

  private saved(entries: readonly Entry[], checkpoint: GlobalPosition | undefined): void {
    for (const entry of entries) this.settle(entry);
    if (checkpoint !== undefined) {
      this.checkpoint = checkpoint;
      this.unsaved = 0;
    }
    this.forget();
  }

  private changeOf({ key, stream, lastRevision, row, stored }: Entry): RowChange | Promise<RowChange> {
    const change = { key, stream, lastRevision, row };
    const { search } = this.projection;
    const { indexer } = this.ports;
    if (indexer === undefined || search === undefined) return change;
    const words = wordsOf(search, row);
    if (!isReworded(wordsOf(search, stored), words)) return change;
    if (words.length === 0) return { ...change, tokens: [] };
    return indexer.tokensFor(words).then((tokens) => ({ ...change, tokens }));
  }

  private settle(entry: Entry): void {
    entry.stored = entry.row;
    entry.dirty = false;
    this.dirty.delete(entry);
  }

  /** Drops the rows that came first and are not in use. */
  private forget(): void {
    for (const [key, { dirty, round, stream }] of this.entries) {
      if (this.entries.size - this.dirty.size <= cleanRowsMax) return;
      if (dirty || round >= this.round) continue;
      this.entries.delete(key);
      this.forgetOf(stream, key);
    }
  }

  private forgetOf(stream: string, key: string): void {
    const keys = this.keysByStream?.get(stream);
    keys?.delete(key);
    if (keys?.size === 0) this.keysByStream?.delete(stream);
  }
}
