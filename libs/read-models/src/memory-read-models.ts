import type { GlobalPosition } from '@threekeys/event-store';
import { parityOf } from './memory-generation';
import type { Entry, Generation } from './memory-generation';
import type { Projection, Row } from './projection';
import { checkedQuery, checkedWhere, columnValue, isAbsent, setValues, typeOf } from './query';
import { compareValues, cursorAt, orderOf } from './order';
import type { CheckedQuery, Condition } from './query';
import { everyRow, ReadModels } from './read-models';
import { withOtherTokens } from './token-check';
import type { Tokens } from './token-check';
import type { Counts, Page, Query, RowChange, StoredRow, Value, ViewParity } from './read-models';

interface View {
  standing?: Generation;
  building?: Generation;
}

interface Found {
  readonly key: string;
  readonly lastRevision: number;
  readonly row: Row;
  readonly values: readonly Value[];
}

/** Views in memory: for communities that fit, for tests, and as the measure of what an adapter does. */
export class MemoryReadModels extends ReadModels {
  private readonly views = new Map<string, View>();

  prepare(projections: readonly Projection[]): Promise<void> {
    for (const projection of projections) {
      const view = this.views.get(projection.name) ?? {};
      this.views.set(projection.name, view);
      if (view.building?.projection.version === projection.version) continue;
      const stands = view.standing?.projection.version === projection.version;
      view.building = stands ? undefined : { projection, entries: new Map() };
    }
    return Promise.resolve();
  }

  checkpoint(view: string): Promise<GlobalPosition | undefined> {
    return Promise.resolve(this.written(view).checkpoint);
  }

  rows(view: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRow>> {
    const { entries } = this.written(view);
    const found = new Map<string, StoredRow>();
    for (const key of keys) {
      const entry = entries.get(key);
      if (entry !== undefined) found.set(key, storedRow(entry));
    }
    return Promise.resolve(found);
  }

  keysOf(view: string, stream: string): Promise<readonly string[]> {
    const { entries } = this.written(view);
    return Promise.resolve([...entries].filter(([, entry]) => entry.stream === stream).map(([key]) => key));
  }

  async apply(
    view: string,
    changes: readonly RowChange[],
    checkpoint: GlobalPosition | undefined,
  ): Promise<void> {
    const generation = this.written(view);
    const entries = changes.map((change) => [change, entryOf(generation.projection, change)] as const);
    for (const [{ key, tokens }, entry] of entries) {
      const before = generation.entries.get(key);
      if (before !== undefined && before.lastRevision >= entry.lastRevision) continue;
      const kept = tokens === undefined && before !== undefined && entry.json !== null;
      generation.entries.set(key, kept ? { ...entry, tokens: before.tokens } : entry);
    }
    generation.checkpoint = checkpoint ?? generation.checkpoint;
    return Promise.resolve();
  }

  index(view: string, entries: readonly { key: string; tokens: readonly string[] }[]): Promise<void> {
    const generation = this.written(view);
    for (const { key, tokens } of entries) {
      const entry = generation.entries.get(key);
      if (entry !== undefined && entry.json !== null)
        generation.entries.set(key, { ...entry, tokens: new Set(tokens) });
    }
    return Promise.resolve();
  }

  misindexed(view: string, entries: readonly Tokens[]): Promise<readonly string[]> {
    return Promise.resolve(withOtherTokens(this.written(view).entries, entries));
  }

  /** Tokens lie with their row and nowhere else. */
  strayTokens(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  /** Queries look at the rows themselves. */
  misfiled(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  get<R extends Row>(view: string, key: string): Promise<R | undefined> {
    const json = this.read(view).entries.get(key)?.json ?? null;
    return Promise.resolve(json === null ? undefined : (JSON.parse(json) as R));
  }

  // Async, so that an invalid query rejects.
  async find<R extends Row>(view: string, query: Query): Promise<Page<R>> {
    const generation = this.read(view);
    const checked = checkedQuery(generation.projection, query);
    const { sort, limit, after } = checked;
    const order = orderOf(sort, checked.keyDirection);
    const rows = matching(generation, checked)
      .map((each) => ({
        ...each,
        values: sort.map(({ column }) => columnValue(generation.projection, each.row, column)),
      }))
      .filter((each) => after === undefined || order(each, after) > 0)
      .sort(order);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return Promise.resolve({
      rows: page.map(({ key, lastRevision, row, values }) => ({ key, lastRevision, row: row as R, values })),
      ...(last !== undefined && rows.length > limit ? { next: cursorAt(sort, last) } : {}),
    });
  }

  async count(
    view: string,
    column: string | undefined,
    query: Pick<Query, 'where' | 'tokens'>,
  ): Promise<Counts> {
    const generation = this.read(view);
    const { projection } = generation;
    const isSet = column !== undefined && typeOf(projection, column) === 'text[]';
    const counts = new Map<Value, number>();
    for (const { row } of matching(generation, checkedWhere(projection, query))) {
      const values =
        column === undefined
          ? [everyRow]
          : isSet
            ? setValues(projection, row, column)
            : [columnValue(projection, row, column)].filter((value) => !isAbsent(value));
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return Promise.resolve(counts);
  }

  async *scan(view: string): AsyncIterable<StoredRow & { key: string }> {
    const { entries } = this.written(view);
    for (const key of [...entries.keys()].sort(compareValues)) {
      const entry = entries.get(key);
      if (entry !== undefined) yield await Promise.resolve({ key, ...storedRow(entry) });
    }
  }

  reset(view: string): Promise<void> {
    const { projection } = this.written(view);
    this.view(view).building = { projection, entries: new Map() };
    return Promise.resolve();
  }

  parity(name: string): Promise<ViewParity | undefined> {
    const { standing, building } = this.view(name);
    return Promise.resolve(standing && building && parityOf(name, standing, building));
  }

  takeOver(name: string): Promise<void> {
    const view = this.view(name);
    view.standing = view.building ?? view.standing;
    view.building = undefined;
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private view(name: string): View {
    const view = this.views.get(name);
    if (view === undefined) throw new Error(`the view ${name} is not prepared`);
    return view;
  }

  private written(name: string): Generation {
    const { standing, building } = this.view(name);
    return (building ?? standing) as Generation;
  }

  private read(name: string): Generation {
    const { standing, building } = this.view(name);
    return (standing ?? building) as Generation;
  }
}

function entryOf(projection: Projection, change: RowChange): Entry {
  const { row, stream, lastRevision, tokens } = change;
  if (row === null) return { stream, lastRevision, json: null, tokens: new Set() };
  for (const [column, type] of Object.entries(projection.columns))
    if (type === 'text[]') setValues(projection, row, column);
    else columnValue(projection, row, column);
  return { stream, lastRevision, json: JSON.stringify(row), tokens: new Set(tokens) };
}

function storedRow({ stream, lastRevision, json }: Entry): StoredRow {
  return { stream, lastRevision, row: json === null ? null : (JSON.parse(json) as Row) };
}

function matching(
  { projection, entries }: Generation,
  { conditions, tokens }: Pick<CheckedQuery, 'conditions' | 'tokens'>,
): Omit<Found, 'values'>[] {
  const found: Omit<Found, 'values'>[] = [];
  for (const [key, entry] of entries) {
    if (entry.json === null || !tokens.every((token) => entry.tokens.has(token))) continue;
    const row = JSON.parse(entry.json) as Row;
    if (conditions.every((each) => holds(projection, row, each)))
      found.push({ key, lastRevision: entry.lastRevision, row });
  }
  return found;
}

function holds(projection: Projection, row: Row, condition: Condition): boolean {
  if (condition.kind === 'has')
    return setValues(projection, row, condition.column).some((each) => condition.values.includes(each));
  const value = columnValue(projection, row, condition.column);
  if (condition.kind === 'in') return condition.values.includes(value);
  const { from, to } = condition;
  return (from === undefined || compareValues(value, from) >= 0) && compareValues(value, to) < 0;
}
