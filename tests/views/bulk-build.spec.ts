import type { EventStore } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import type { KnownEvents, Projection } from '@threekeys/read-models';
import { Projector } from '@threekeys/read-models';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LogWriter } from '../../libs/read-models/src/log.fixtures';
import type { ToRecord } from '../../libs/read-models/src/log.fixtures';
import { generatedHome } from '../../tools/generators/generated-home';

const root = resolve(__dirname, '..', '..');

/** Counts its events; `claims` says which row an event is about, whatever its stream. */
const counted: Projection = {
  name: 'counted',
  version: 1,
  categories: ['box'],
  columns: { events: 'integer', kinds: 'text[]' },
  indexes: [['events'], ['kinds']],
  keysOf: ({ stream, data }) => [(data['claims'] as string | undefined) ?? stream],
  evolve: (row, { type, data }) => {
    if (data['cursed'] === true) throw new Error('cursed');
    if (type === 'BoxBurnt') return null;
    const kinds = new Set([
      ...((row?.['kinds'] ?? []) as string[]),
      (data['kind'] as string | undefined) ?? 'plain',
    ]);
    return { events: Number(row?.['events'] ?? 0) + 1, kinds: [...kinds] };
  },
};
const known: KnownEvents = new Map([
  [
    'box',
    new Map([
      ['BoxFilled', 1],
      ['BoxBurnt', 1],
    ]),
  ],
]);
const filled = (data: ToRecord['data'] = {}): ToRecord => ({ type: 'BoxFilled', data });
const burnt: ToRecord = { type: 'BoxBurnt', data: {} };
const unheard: ToRecord = { type: 'BoxSold', data: {} };

describe('views that are built from whole streams', () => {
  let home: string;
  let store: EventStore;
  let log: LogWriter;
  let models: SqliteReadModels;
  let projector: Projector;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'threekeys-views-'));
    store = await SqliteEventStore.open(home, { ballastBytes: 0 });
    log = new LogWriter(store);
    models = await SqliteReadModels.open(join(home, 'views.sqlite'));
    projector = new Projector({ store, models }, [counted], { known });
  });
  afterEach(async () => {
    await projector.stop();
    await models.close();
    await store.close();
    rmSync(home, { recursive: true, force: true });
  });
  const eventsOf = async (key: string): Promise<unknown> => (await models.get('counted', key))?.['events'];
  const build = jest.spyOn(SqliteReadModels.prototype, 'build');

  it('are what one event after the other makes of them, and live on', async () => {
    await log.append('box-a', filled(), filled({ kind: 'blue' }));
    await log.append('box-b', filled(), burnt);
    await log.append('weather-1', { type: 'RainFell', data: {} });
    await log.append('box-a', filled());
    await projector.start();
    expect(await build.mock.results.at(-1)?.value).toEqual([]);
    expect(await eventsOf('box-a')).toBe(3);
    const { rows } = await models.find('counted', { where: { kinds: { has: 'blue' } }, limit: 5 });
    expect(rows.map(({ key }) => key)).toEqual(['box-a']);
    expect(await projector.verify()).toMatchObject({ equal: true, rows: 2, events: 6 });
    await projector.waitFor(await log.append('box-b', filled()), 2000);
    expect(await eventsOf('box-b')).toBe(1);
    expect(await projector.verify()).toMatchObject({ equal: true, rows: 2 });
  });
  it('halt a stream at what cannot be read, and at what a projection fails on', async () => {
    await log.append('box-a', filled(), unheard, filled());
    await log.append('box-b', filled(), filled(), filled({ cursed: true }), filled());
    await projector.start();
    const { halted } = await projector.lag();
    expect(halted.map(({ stream, revision, type, error }) => [stream, revision, type, error])).toEqual([
      ['box-a', 1, 'BoxSold', 'UnknownEvent: this version does not know BoxSold of schema 1'],
      ['box-b', 2, 'BoxFilled', 'Error: cursed'],
    ]);
    expect(await Promise.all(['box-a', 'box-b'].map(eventsOf))).toEqual([1, 2]);
    await projector.rebuild();
    expect((await projector.lag()).halted).toHaveLength(2);
    expect(await projector.verify()).toMatchObject({ equal: true });
  });
  it('halt a stream after which event a row cannot be completed', async () => {
    const complete = (row: Record<string, unknown>): void => {
      if (row['events'] === 3) throw new Error('incomplete');
      row['isFull'] = Number(row['events']) > 1;
    };
    const drafted: Projection = {
      ...counted,
      evolve: (row, event, key) => {
        const next = counted.evolve(row, event, key);
        if (next !== null) complete(next);
        return next;
      },
      drafts: { evolve: counted.evolve.bind(counted), complete },
    };
    await log.append('box-a', filled(), filled());
    await log.append('box-b', filled(), filled(), filled());
    projector = new Projector({ store, models }, [drafted], { known });
    await projector.start();
    expect(await build.mock.results.at(-1)?.value).toMatchObject([{ stream: 'box-b', revision: 2 }]);
    const rows = await Promise.all(['box-a', 'box-b'].map((key) => models.get('counted', key)));
    expect(rows).toMatchObject([{ isFull: true }, { events: 2, isFull: true }]);
    expect(await projector.verify()).toMatchObject({ equal: true, rows: 2 });
  });
  it('are left to one event after the other where two streams claim one row', async () => {
    await log.append('box-a', filled({ claims: 'x' }));
    await log.append('box-b', filled({ claims: 'x' }));
    await projector.start();
    expect(await build.mock.results.at(-1)?.value).toBeUndefined();
    expect((await projector.lag()).halted).toMatchObject([{ stream: 'box-b', revision: 0 }]);
    expect(await eventsOf('x')).toBe(1);
  });
  it('are begun anew where the build broke off', async () => {
    await log.append('box-a', filled(), filled());
    await models.prepare([counted]);
    await models.apply(
      'counted',
      [{ key: 'left over', stream: 'box-a', lastRevision: 0, row: {} }],
      undefined,
    );
    await projector.start();
    expect(await eventsOf('left over')).toBeUndefined();
    expect(await projector.verify()).toMatchObject({ equal: true, rows: 1 });
  });
  it('are not taken from the log of another home', async () => {
    await log.append('box-a', filled());
    const elsewhere = await SqliteReadModels.open(join(home, 'others.sqlite'), {
      logFile: join(home, 'none.sqlite'),
    });
    const one = new Projector({ store, models: elsewhere }, [counted], { known });
    await one.start();
    expect(await elsewhere.get('counted', 'box-a')).toMatchObject({ events: 1 });
    await one.stop();
    await elsewhere.close();
  });
});

it('two threads build the same views and find the same words', async () => {
  const home = await generatedHome({ cases: 200 });
  const folder = mkdtempSync(join(tmpdir(), 'threekeys-views-'));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--conditions=@threekeys/source', '-r', join(root, 'tools/source.cjs')],
      ...[join(__dirname, 'build-views.child.ts'), home, join(folder, 'views.sqlite')],
    ],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true, force: true });
  expect({ stderr, ...(JSON.parse(stdout || '{}') as object) }).toMatchObject({
    ...{ stderr: '', equal: true, differencesTotal: 0, found: [true] },
  });
});
