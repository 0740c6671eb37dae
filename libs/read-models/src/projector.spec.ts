import type { SealedAt } from '@threekeys/domain';
import { MemoryEventStore } from '@threekeys/event-store';
import type { GlobalPosition } from '@threekeys/event-store';
import { LogWriter } from './log.fixtures';
import type { ToRecord } from './log.fixtures';
import type { KnownEvents } from './known-events';
import { MemoryReadModels } from './memory-read-models';
import type { Projection } from './projection';
import { Projector } from './projector';
import type { ProjectorOptions } from './projector';
import type { RowChange } from './read-models';
import { parcels } from './read-models.fixtures';
import { SearchIndexer } from './search-indexer';

type BoxRow = { readonly opened: number; readonly words: readonly SealedAt[]; readonly order: string };

/** A second view of the same streams; a box that is emptied is gone. */
const boxes: Projection<BoxRow> = {
  name: 'boxes',
  version: 1,
  categories: ['parcel'],
  columns: { opened: 'integer', order: 'text' },
  indexes: [['opened']],
  search: { values: ({ words }) => words, order: 'order' },
  keysOf: ({ type, stream }) => (type === 'ParcelTorn' ? [] : [`box-${stream}`]),
  evolve: (row, { type, data, recordedAt }) => {
    const before = row ?? { opened: 0, words: [], order: recordedAt };
    if (type === 'ParcelEmptied') return null;
    if (type === 'ParcelCursed') throw new Error('cursed');
    if (type === 'ParcelLabelled') return { ...before, words: [data['words'] as SealedAt] };
    return type === 'ParcelOpened' ? { ...before, opened: before.opened + 1 } : before;
  },
};

const known: KnownEvents = new Map([
  [
    'parcel',
    new Map(
      ['ParcelChanged', 'ParcelOpened', 'ParcelEmptied', 'ParcelLabelled', 'ParcelTorn', 'ParcelCursed'].map(
        (type) => [type, 1],
      ),
    ),
  ],
]);

const sealed = (ct: string): unknown => ({ $pii: { kid: 'k', ct } });
const changed = (status: string): ToRecord => ({
  type: 'ParcelChanged',
  data: { parcelId: 'x', status, arrivedAt: '2026-01-01T00:00:00.000Z', fragile: false, holders: [] },
});
const opened: ToRecord = { type: 'ParcelOpened', data: {} };
const labelled = (ct: string): ToRecord => ({ type: 'ParcelLabelled', data: { words: sealed(ct) } });

/** Tokens are the ciphertexts; remembers what it was asked for. */
class CiphertextIndexer extends SearchIndexer {
  readonly asked: string[][] = [];

  tokensFor(values: readonly SealedAt[]): Promise<readonly string[]> {
    const texts = values.map(({ $pii }) => $pii.ct);
    this.asked.push(texts);
    return Promise.resolve(texts);
  }
}

describe('the projector', () => {
  let store: MemoryEventStore;
  let log: LogWriter;
  let models: MemoryReadModels;
  const running: Projector[] = [];

  beforeEach(() => {
    store = new MemoryEventStore();
    log = new LogWriter(store);
    models = new MemoryReadModels();
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop();
  });

  const projector = (
    options: ProjectorOptions & { indexer?: SearchIndexer; views?: MemoryReadModels } = {},
  ): Projector => {
    const { indexer, views = models, ...rest } = options;
    const made = new Projector(
      { store, models: views, ...(indexer === undefined ? {} : { indexer }) },
      [parcels, boxes],
      { known, retryAfterMs: 1, ...rest },
    );
    running.push(made);
    return made;
  };
  const statusOf = async (key: string): Promise<unknown> => (await models.get('parcels', key))?.['status'];
  const found = async (token: string): Promise<readonly string[]> =>
    (await models.find('boxes', { tokens: [token], limit: 10 })).rows.map(({ key }) => key);

  describe('on a log with events', () => {
    it('has them all in the views once started', async () => {
      await log.append('parcel-a', changed('new'), changed('sent'));
      await log.append('parcel-b', changed('new'), opened, opened);
      await projector().start();
      expect(await statusOf('a')).toBe('sent');
      expect(await models.get('boxes', 'box-parcel-b')).toMatchObject({ opened: 2 });
      expect((await models.rows('parcels', ['a'])).get('a')).toMatchObject({
        lastRevision: 1,
        stream: 'parcel-a',
      });
    });
    it('tells how far it is', async () => {
      for (let i = 0; i < 30; i += 1) await log.append(`parcel-${i}`, changed('new'));
      const seen: [number, number][] = [];
      await projector().start((done, of) => seen.push([done, of]));
      expect(seen.at(-1)).toEqual([30, 30]);
    });
    it('resumes where the views are', async () => {
      await log.append('parcel-a', changed('new'));
      await projector().start();
      await running.pop()?.stop();
      await log.append('parcel-a', changed('sent'));
      const seen: number[] = [];
      await projector().start((done) => seen.push(done));
      expect(seen.at(-1)).toBe(1);
      expect(await statusOf('a')).toBe('sent');
    });
    it('starts on an empty log', async () => {
      const one = projector();
      await one.start();
      expect(one.position).toBeUndefined();
      expect(await one.lag()).toEqual({ events: 0, halted: [] });
    });
    it('tells sealed values where they stand', async () => {
      await log.append('parcel-a', labelled('c1'));
      await projector().start();
      const row = await models.get<BoxRow>('boxes', 'box-parcel-a');
      expect(row?.words[0]?.$at).toMatch(/^[0-9a-f-]{36}#\/words$/);
    });
    it('folds thousands of events of few rows, and many rows, alike', async () => {
      const many = Array.from({ length: 100 }, () => opened);
      for (let i = 0; i < 25; i += 1) await log.append('parcel-a', ...many);
      for (let i = 0; i < 700; i += 1) await log.append(`parcel-k${i}`, changed('new'));
      const one = projector();
      await one.start();
      expect(await models.get('boxes', 'box-parcel-a')).toMatchObject({ opened: 2500 });
      expect(await one.verify()).toMatchObject({ equal: true, events: 3200, streams: 701 });
    });
  });

  describe('an event that concerns every row of its stream', () => {
    type Slip = { readonly shelf: string; readonly swept: number };
    const slips: Projection<Slip> = {
      name: 'slips',
      version: 1,
      categories: ['parcel'],
      columns: {},
      indexes: [],
      keysOf: ({ type, stream, data }) =>
        type === 'ParcelChanged' ? [`${stream}/${String(data['status'])}`] : [],
      sweeps: ({ type }) => type === 'ParcelEmptied',
      evolve: (row, { type }, key) =>
        type === 'ParcelEmptied'
          ? row && { ...row, swept: row.swept + 1 }
          : { shelf: key, swept: row?.swept ?? 0 },
    };
    const emptied: ToRecord = { type: 'ParcelEmptied', data: {} };
    const following = (): Projector => {
      const made = new Projector({ store, models }, [slips], { known });
      running.push(made);
      return made;
    };
    const sweptOf = async (key: string): Promise<unknown> => (await models.get('slips', key))?.['swept'];

    it('changes those that are there, of that stream alone', async () => {
      await log.append('parcel-a', changed('x'), emptied, changed('y'), emptied, changed('z'));
      await log.append('parcel-b', changed('x'));
      const one = following();
      await one.start();
      expect(await Promise.all(['a/x', 'a/y', 'a/z', 'b/x'].map((key) => sweptOf(`parcel-${key}`)))).toEqual([
        2, 1, 0, 0,
      ]);
      expect(await one.verify()).toMatchObject({ equal: true, rows: 4 });
    });
    it('finds those that were written long before', async () => {
      await log.append('parcel-a', changed('x'), changed('y'));
      await following().start();
      await running.pop()?.stop();
      const one = following();
      await one.start();
      await one.waitFor(await log.append('parcel-a', emptied), 2000);
      expect(await Promise.all(['x', 'y'].map((key) => sweptOf(`parcel-a/${key}`)))).toEqual([1, 1]);
    });
    it('finds them in a log of more rows than are held in memory', async () => {
      await log.append('parcel-first', changed('x'), changed('y'));
      for (let i = 0; i < 9000; i += 1) await log.append(`parcel-${i}`, changed('x'));
      await log.append('parcel-first', emptied);
      const one = following();
      await one.start();
      expect(await Promise.all(['x', 'y'].map((key) => sweptOf(`parcel-first/${key}`)))).toEqual([1, 1]);
      expect(await one.verify()).toMatchObject({ equal: true });
    });
  });

  describe('while it runs', () => {
    it('has what is appended, by the position that the append gave', async () => {
      const one = projector();
      await one.start();
      const position = await log.append('parcel-a', changed('new'));
      expect(await one.waitFor(position, 2000)).toBe(true);
      expect(await statusOf('a')).toBe('new');
      expect(one.position).toBe(position);
    });
    it('reaches positions of streams that no view reads', async () => {
      const one = projector();
      await one.start();
      const position = await log.append('weather-1', { type: 'RainFell', data: {} });
      expect(await one.waitFor(position, 2000)).toBe(true);
      expect(await one.lag()).toEqual({ events: 0, halted: [] });
    });
    it('gives up waiting in time', async () => {
      await log.append('parcel-a', changed('new'));
      const head = await store.head();
      const idle = projector();
      expect(await idle.waitFor(head.position as GlobalPosition, 10)).toBe(false);
      expect(await idle.lag()).toMatchObject({ events: 1, oldestRecordedAt: '2026-01-01T00:01:00.000Z' });
    });
    it('refuses to wait for a position of another store', async () => {
      const one = projector();
      await one.start();
      await expect(one.waitFor('elsewhere:1' as GlobalPosition, 10)).rejects.toMatchObject({
        code: 'InvalidPosition',
      });
      await one.waitFor(await log.append('parcel-a', changed('new')), 2000);
      await expect(one.waitFor('elsewhere:1' as GlobalPosition, 10)).rejects.toMatchObject({
        code: 'InvalidPosition',
      });
    });
    it('announces each changed stream after its rows are there', async () => {
      const one = projector();
      await one.start();
      const seen: unknown[] = [];
      const told = new Promise<void>((resolve) => {
        one.onChange(({ stream, revision }) => {
          void statusOf('a').then((status) => {
            seen.push({ stream, revision, status });
            resolve();
          });
        });
      });
      await log.append('parcel-a', changed('new'), changed('sent'));
      await told;
      expect(seen).toEqual([{ stream: 'parcel-a', revision: 1, status: 'sent' }]);
    });
    it('announces nothing to who has left, and survives a listener that throws', async () => {
      const failures: unknown[] = [];
      const one = projector({ onFailure: (error) => failures.push(error) });
      await one.start();
      const seen: string[] = [];
      const leave = one.onChange(({ stream }) => seen.push(stream));
      one.onChange(() => {
        throw new Error('listener');
      });
      await one.waitFor(await log.append('parcel-a', changed('new')), 2000);
      leave();
      await one.waitFor(await log.append('parcel-b', changed('new')), 2000);
      expect(seen).toEqual(['parcel-a']);
      expect(failures).toHaveLength(2);
    });
    it('keeps up with many appends at once', async () => {
      const one = projector();
      await one.start();
      await Promise.all(
        Array.from({ length: 300 }, (_, i) => log.append(`parcel-${i}`, changed('new'), opened)),
      );
      const { position } = await store.head();
      expect(await one.waitFor(position as GlobalPosition, 5000)).toBe(true);
      expect(await one.verify()).toMatchObject({ equal: true, rows: 600 });
    });
    it('stops with everything it has shown saved', async () => {
      const one = projector();
      await one.start();
      const position = await log.append('weather-1', { type: 'RainFell', data: {} });
      await one.waitFor(position, 2000);
      await one.stop();
      expect(await models.checkpoint('parcels')).toBe(position);
    });
  });

  describe('a stream with an event that this version cannot read', () => {
    const newer: KnownEvents = new Map([
      ['parcel', new Map([...(known.get('parcel') ?? []), ['ParcelFramed', 1]])],
    ]);
    const framed: ToRecord = { type: 'ParcelFramed', data: {} };

    it('halts with what came before, while others go on', async () => {
      await log.append('parcel-a', changed('new'), framed, changed('sent'));
      await log.append('parcel-b', changed('sent'));
      const one = projector();
      await one.start();
      await one.waitFor(await log.append('parcel-a', changed('lost')), 2000);
      expect(await statusOf('a')).toBe('new');
      expect(await statusOf('b')).toBe('sent');
      const { halted, events } = await one.lag();
      expect(events).toBe(0);
      expect(halted).toMatchObject([{ stream: 'parcel-a', revision: 1, type: 'ParcelFramed' }]);
      expect(halted[0]?.error).toContain('ParcelFramed');
    });
    it('halts for a schema that is too new', async () => {
      await log.append('parcel-a', changed('new'), { ...changed('sent'), schema: 2 });
      const one = projector();
      await one.start();
      expect((await one.lag()).halted).toMatchObject([{ stream: 'parcel-a', revision: 1 }]);
    });
    it('stays halted over a restart and a rebuild', async () => {
      await log.append('parcel-a', changed('new'), framed, changed('sent'));
      await projector().start();
      await running.pop()?.stop();
      const again = projector();
      await again.start();
      await again.rebuild();
      expect((await again.lag()).halted).toHaveLength(1);
      expect(await statusOf('a')).toBe('new');
      expect(await again.verify()).toMatchObject({ equal: true, halted: [{ stream: 'parcel-a' }] });
    });
    it('goes on by itself after an upgrade', async () => {
      await log.append('parcel-a', changed('new'), framed, changed('sent'));
      await projector().start();
      await running.pop()?.stop();
      await log.append('parcel-a', opened);
      const upgraded = projector({ known: newer });
      await upgraded.start();
      expect(await statusOf('a')).toBe('sent');
      expect(await models.get('boxes', 'box-parcel-a')).toMatchObject({ opened: 1 });
      expect((await upgraded.lag()).halted).toEqual([]);
      expect(await upgraded.verify()).toMatchObject({ equal: true });
    });
    it('may halt again later', async () => {
      await log.append('parcel-a', changed('new'), framed, { type: 'ParcelGilded', data: {} });
      await projector().start();
      await running.pop()?.stop();
      const upgraded = projector({ known: newer });
      await upgraded.start();
      expect((await upgraded.lag()).halted).toMatchObject([{ revision: 2, type: 'ParcelGilded' }]);
    });
  });

  it('halts a stream that a projection fails on, in all views alike', async () => {
    await log.append(
      'parcel-a',
      changed('new'),
      { type: 'ParcelCursed', data: { status: 'cursed' } },
      changed('sent'),
    );
    await log.append('parcel-b', changed('sent'));
    const one = projector();
    await one.start();
    expect(await statusOf('a')).toBe('new');
    expect(await statusOf('b')).toBe('sent');
    expect((await one.lag()).halted).toMatchObject([
      { stream: 'parcel-a', revision: 1, error: 'Error: cursed' },
    ]);
  });

  it('halts a stream that would change the row of another', async () => {
    const greedy: Projection = { ...(parcels as Projection), keysOf: () => ['the-one'] };
    await log.append('parcel-a', changed('new'));
    await log.append('parcel-b', changed('sent'));
    const one = new Projector({ store, models }, [greedy], { known });
    running.push(one);
    await one.start();
    expect(await statusOf('the-one')).toBe('new');
    expect((await one.lag()).halted).toMatchObject([{ stream: 'parcel-b' }]);
  });

  describe('where writing fails', () => {
    /** Refuses some writes, as a full disk does. */
    class Failing extends MemoryReadModels {
      failures = 0;

      override async apply(
        view: string,
        changes: readonly RowChange[],
        checkpoint: GlobalPosition | undefined,
      ): Promise<void> {
        if (this.failures > 0 && view === 'boxes') {
          this.failures -= 1;
          throw new Error('disk full');
        }
        return super.apply(view, changes, checkpoint);
      }
    }

    it('tries again until it succeeds, without loss', async () => {
      const failing = new Failing();
      const failures: unknown[] = [];
      const one = projector({ views: failing, onFailure: (error) => failures.push(error) });
      await one.start();
      failing.failures = 3;
      const position = await log.append('parcel-a', changed('new'), opened, opened);
      expect(await one.waitFor(position, 5000)).toBe(true);
      expect(failures.map(String)).toEqual(Array(3).fill('Error: disk full'));
      expect(await failing.get('boxes', 'box-parcel-a')).toMatchObject({ opened: 2 });
      expect(await one.verify()).toMatchObject({ equal: true });
      expect((await one.lag()).failure).toBeUndefined();
    });
    it('says why while it lasts', async () => {
      const failing = new Failing();
      const failed: { tell?: () => void } = {};
      const first = new Promise<void>((resolve) => (failed.tell = resolve));
      const one = projector({ views: failing, onFailure: () => failed.tell?.() });
      await one.start();
      failing.failures = Infinity;
      await log.append('parcel-a', opened);
      await first;
      expect((await one.lag()).failure).toBe('Error: disk full');
    });
    it('rejects the start, and starts the next time', async () => {
      const failing = new Failing();
      await log.append('parcel-a', changed('new'), opened);
      failing.failures = 1;
      const one = projector({ views: failing });
      await expect(one.start()).rejects.toThrow('disk full');
      await one.start();
      expect(await one.verify()).toMatchObject({ equal: true });
    });
  });

  describe('search', () => {
    it('makes tokens of a row only where its sealed words are others', async () => {
      const indexer = new CiphertextIndexer();
      const one = projector({ indexer });
      await one.start();
      await one.waitFor(await log.append('parcel-a', labelled('c1')), 2000);
      await one.waitFor(await log.append('parcel-a', opened), 2000);
      await one.waitFor(await log.append('parcel-a', labelled('c2')), 2000);
      expect(indexer.asked).toEqual([['c1'], ['c2']]);
      expect(await found('c1')).toEqual([]);
      expect(await found('c2')).toEqual(['box-parcel-a']);
    });
    it('is filled while catching up, and after a rebuild', async () => {
      await log.append('parcel-a', labelled('c1'), labelled('c2'));
      const one = projector({ indexer: new CiphertextIndexer() });
      await one.start();
      expect(await found('c2')).toEqual(['box-parcel-a']);
      await one.rebuild();
      expect(await found('c2')).toEqual(['box-parcel-a']);
      expect(await found('c1')).toEqual([]);
    });
    it('may be left out of a rebuild and made afterwards', async () => {
      await log.append('parcel-a', labelled('c1'));
      const one = projector({ indexer: new CiphertextIndexer() });
      await one.start();
      await one.rebuild(undefined, { index: false });
      expect(await found('c1')).toEqual([]);
      const seen: [number, number][] = [];
      await one.reindex('boxes', { onProgress: (done, of) => seen.push([done, of]) });
      expect(await found('c1')).toEqual(['box-parcel-a']);
      expect(seen).toEqual([[1, 1]]);
    });
    it('is made at the next start where nobody made it after a rebuild', async () => {
      await log.append('parcel-a', labelled('c1'));
      const one = projector({ indexer: new CiphertextIndexer() });
      await one.start();
      await one.rebuild('boxes', { index: false });
      await running.pop()?.stop();
      await projector({ indexer: new CiphertextIndexer() }).start();
      expect(await found('c1')).toEqual(['box-parcel-a']);
      const third = new CiphertextIndexer();
      await running.pop()?.stop();
      await projector({ indexer: third }).start();
      expect(third.asked).toEqual([]);
    });
    it('forgets single rows again, as after an erasure', async () => {
      await log.append('parcel-a', labelled('c1'));
      await log.append('parcel-b', labelled('c1'));
      const indexer = new CiphertextIndexer();
      const one = projector({ indexer });
      await one.start();
      indexer.tokensFor = () => Promise.resolve([]);
      await one.reindex('boxes', { keys: ['box-parcel-a'] });
      expect(await found('c1')).toEqual(['box-parcel-b']);
    });
  });

  describe('a rebuild', () => {
    it('takes the place of wrong rows', async () => {
      await log.append('parcel-a', changed('new'), opened);
      const one = projector();
      await one.start();
      await models.apply(
        'boxes',
        [{ key: 'box-parcel-a', stream: 'parcel-a', lastRevision: 9, row: { opened: 77 } }],
        undefined,
      );
      expect(await one.verify()).toMatchObject({ equal: false });
      await one.rebuild('boxes');
      expect(await models.get('boxes', 'box-parcel-a')).toMatchObject({ opened: 1 });
      expect(await one.verify()).toMatchObject({ equal: true });
    });
    it('leaves live views going on', async () => {
      const one = projector();
      await one.start();
      await log.append('parcel-a', changed('new'));
      const rebuilt = one.rebuild();
      const position = await log.append('parcel-a', changed('sent'));
      await rebuilt;
      expect(await one.waitFor(position, 2000)).toBe(true);
      expect(await statusOf('a')).toBe('sent');
      expect(await one.verify()).toMatchObject({ equal: true });
    });
    it('of a view nobody has is refused', async () => {
      await expect(projector().rebuild('castles')).rejects.toThrow('castles');
    });
    it('of another version happens at the start, while the old one answers', async () => {
      await log.append('parcel-a', changed('new'));
      await projector().start();
      await running.pop()?.stop();
      const shouting: Projection = {
        ...(parcels as Projection),
        version: 2,
        evolve: (_row, { data }) => ({ ...data, status: String(data['status']).toUpperCase() }),
      };
      const told: unknown[] = [];
      const one = new Projector({ store, models }, [shouting, boxes], {
        known,
        onParity: (parity) => told.push(parity),
      });
      running.push(one);
      await one.start();
      expect(await statusOf('a')).toBe('NEW');
      expect(told).toEqual([
        { view: 'parcels', fromVersion: 1, toVersion: 2, rows: 1, missing: 0, added: 0, changed: 1 },
      ]);
      expect((await one.lag()).parities).toEqual(told);
      expect(await one.verify()).toMatchObject({ equal: true });
    });
    it('happens by itself where the views are of another log', async () => {
      await log.append('parcel-a', changed('new'));
      await log.append('parcel-b', changed('new'), { type: 'ParcelFramed', data: {} });
      await projector().start();
      await running.pop()?.stop();
      store = new MemoryEventStore();
      log = new LogWriter(store);
      await log.append('parcel-c', changed('sent'));
      const one = projector();
      await one.start();
      expect(await statusOf('a')).toBeUndefined();
      expect(await statusOf('c')).toBe('sent');
      expect(await one.verify()).toMatchObject({ equal: true, rows: 2, halted: [] });
    });
  });

  describe('verify', () => {
    beforeEach(async () => {
      await log.append('parcel-a', changed('new'), opened);
      await log.append('parcel-b', changed('new'), { type: 'ParcelEmptied', data: {} });
    });

    it('finds nothing where nothing is wrong', async () => {
      const one = projector();
      await one.start();
      expect(await one.verify()).toEqual({
        equal: true,
        events: 4,
        streams: 2,
        rows: 4,
        differences: [],
        differencesTotal: 0,
        halted: [],
        behind: [],
      });
    });
    it('holds without a running projector, up to where the views are', async () => {
      await projector().start();
      await running.pop()?.stop();
      await log.append('parcel-a', changed('sent'));
      expect(await projector().verify()).toMatchObject({ equal: true });
    });
    it('names a row that differs, and in what', async () => {
      const one = projector();
      await one.start();
      await models.apply(
        'boxes',
        [{ key: 'box-parcel-a', stream: 'parcel-a', lastRevision: 2, row: { opened: 2 } }],
        undefined,
      );
      expect((await one.verify()).differences).toEqual([
        {
          view: 'boxes',
          key: 'box-parcel-a',
          stream: 'parcel-a',
          kind: 'different',
          fields: ['lastRevision', 'opened', 'words', 'order'],
        },
      ]);
    });
    it('names a row that was raised from the dead, and one that died', async () => {
      const one = projector();
      await one.start();
      await models.apply(
        'boxes',
        [
          { key: 'box-parcel-b', stream: 'parcel-b', lastRevision: 5, row: { opened: 0 } },
          { key: 'box-parcel-a', stream: 'parcel-a', lastRevision: 5, row: null },
        ],
        undefined,
      );
      expect((await one.verify()).differences.map(({ key, fields }) => [key, fields])).toEqual([
        ['box-parcel-a', ['lastRevision', 'gone']],
        ['box-parcel-b', ['lastRevision', 'gone']],
      ]);
    });
    it('names a row that no event explains', async () => {
      const one = projector();
      await one.start();
      await models.apply(
        'parcels',
        [
          { key: 'ghost', stream: 'parcel-ghost', lastRevision: 0, row: { status: 'new' } },
          { key: 'shade', stream: 'parcel-a', lastRevision: 0, row: null },
        ],
        undefined,
      );
      expect((await one.verify()).differences).toEqual([
        { view: 'parcels', key: 'ghost', stream: 'parcel-ghost', kind: 'unexpected' },
        { view: 'parcels', key: 'shade', stream: 'parcel-a', kind: 'unexpected' },
      ]);
    });
    it('names a row that is not found by what its words give, once the words can be opened', async () => {
      await log.append('parcel-c', labelled('c1'));
      const indexer = new CiphertextIndexer();
      const one = projector({ indexer });
      await one.start();
      expect(await one.verify()).toMatchObject({ equal: true });
      await models.index('boxes', [{ key: 'box-parcel-c', tokens: ['c1', 'c9'] }]);
      const difference = { view: 'boxes', key: 'box-parcel-c', stream: 'parcel-c' };
      expect((await one.verify()).differences).toEqual([
        { ...difference, kind: 'different', fields: ['tokens'] },
      ]);
      expect(await projector().verify()).toMatchObject({ equal: true });
    });
    it('does not miss the tokens of a view that waits for its index', async () => {
      await log.append('parcel-c', labelled('c1'));
      const one = projector({ indexer: new CiphertextIndexer() });
      await one.start();
      await one.rebuild('boxes', { index: false });
      await models.index('boxes', [{ key: 'box-parcel-c', tokens: [] }]);
      expect(await one.verify()).toMatchObject({ equal: true });
      await one.reindex('boxes');
      expect(await one.verify()).toMatchObject({ equal: true });
      await models.index('boxes', [{ key: 'box-parcel-c', tokens: [] }]);
      expect(await one.verify()).toMatchObject({ equal: false });
    });
    it('names a row that is missing', async () => {
      const one = projector();
      await one.start();
      await running.pop()?.stop();
      await models.reset('parcels');
      await models.apply('parcels', [], (await store.head()).position);
      await models.takeOver('parcels');
      expect((await projector().verify()).differences.map(({ key, kind }) => [key, kind])).toEqual([
        ['a', 'missing'],
        ['b', 'missing'],
      ]);
    });
  });
});
