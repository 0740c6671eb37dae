import type { GlobalPosition, Leaf } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import { encodeLeaf, noHash } from '@threekeys/integrity';
import { openDatabase } from '@threekeys/sqlite';
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestAnchor } from './anchor-log';
import { Ballast } from './ballast';
import type { SqliteEventStore } from './sqlite-event-store';
import { renewStoreId } from './store-id';
import { openStore, temporaryHome } from './temporary-home.fixtures';
import { verifyLog } from './verify-log';

let home: ReturnType<typeof temporaryHome>;
beforeEach(() => (home = temporaryHome()));
afterEach(() => home.remove());

const verify = () => verifyLog(home.file('log.sqlite'), home.file('anchor.log'));
const linesOf = () => readFileSync(home.file('anchor.log'), 'utf8').split('\n').filter(Boolean);

describe('group commit', () => {
  it('writes what is queued together in one transaction', async () => {
    const store = await openStore(home.path);
    const pages = commitsOf(home.file('log.sqlite-wal'));
    await Promise.all(Array.from({ length: 256 }, (_, index) => appendNew(store, `case-${index}`)));
    expect(commitsOf(home.file('log.sqlite-wal')) - pages).toBe(1);
    await Promise.all(Array.from({ length: 300 }, (_, index) => appendNew(store, `volunteer-${index}`)));
    expect(commitsOf(home.file('log.sqlite-wal')) - pages).toBe(3);
    await store.close();
  });

  it('lets an append that does not fit fail alone, also half-way through its leaves', async () => {
    const store = await openStore(home.path);
    const known = leafOf('case-known', 'no-stream');
    await store.append('case-known', 'no-stream', [known]);
    const first = leafOf('case-bad', 'no-stream');
    const second = { ...leafOf('case-bad', first, known.id) };
    const outcomes = await Promise.allSettled([
      appendNew(store, 'case-1'),
      store.append('case-bad', 'no-stream', [first, second]),
      appendNew(store, 'case-2'),
      store.append('case-1', { revision: 7, leafHash: first.leafHash }, [
        leafOf('case-1', { revision: 7, leafHash: first.leafHash }),
      ]),
      appendNew(store, 'case-3'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(codeOf((outcomes[1] as PromiseRejectedResult).reason)).toBe('DuplicateEventId');
    expect((await store.head()).size).toBe(4);
    await store.close();
    expect((await verify()).problems).toEqual([]);
  });

  it('lets two rivals for one head win once within one transaction', async () => {
    const store = await openStore(home.path);
    const outcomes = await Promise.allSettled([appendNew(store, 'case-1'), appendNew(store, 'case-1')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await store.close();
  });

  it('answers what is queued before it closes', async () => {
    const store = await openStore(home.path);
    const appended = Promise.all([appendNew(store, 'case-1'), appendNew(store, 'case-2')]);
    await store.close();
    expect((await appended).map(({ revision }) => revision)).toEqual([0, 0]);
    expect((await verify()).events).toBe(2);
  });
});

describe('the stored events', () => {
  it('refuse to be changed or deleted', async () => {
    await (await filled(3)).close();
    const database = openDatabase(home.file('log.sqlite'), 'log');
    expect(() => database.exec("UPDATE events SET type = 'Other'")).toThrow('events are never changed');
    expect(() => database.exec('DELETE FROM events')).toThrow('events are never deleted');
    database.close();
  });

  it('lie in files that their owner alone may read', async () => {
    const store = await openStore(home.path, { ballastBytes: 4096 });
    for (const name of ['log.sqlite', 'log.sqlite-wal', 'anchor.log', 'ballast'])
      expect(statSync(home.file(name)).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('of a later format are refused', async () => {
    await (await filled(1)).close();
    openDatabase(home.file('log.sqlite'), 'log')
      .exec("UPDATE meta SET value = '2' WHERE name = 'schemaVersion'")
      .close();
    await expect(openStore(home.path)).rejects.toMatchObject({
      code: 'StoreUnavailable',
      message: containing('log.sqlite has format 2'),
    });
  });

  it('that are no database are StoreUnavailable', async () => {
    writeFileSync(home.file('log.sqlite'), 'nothing that SQLite knows'.repeat(400));
    await expect(openStore(home.path)).rejects.toMatchObject({ code: 'StoreUnavailable' });
  });
});

describe('the witness of the head', () => {
  it('has the head of the end', async () => {
    const store = await filled(5);
    const { size, root } = await store.head();
    await store.close();
    expect(newestAnchor(home.file('anchor.log'))).toMatchObject({ found: 'anchor', anchor: { size, root } });
  });

  it('is written at most once an interval, and the last commit is never left out', async () => {
    const store = await openStore(home.path, { anchorIntervalMs: 150 });
    for (let index = 0; index < 20; index++) await appendNew(store, `case-${index}`);
    expect(linesOf().length).toBeLessThanOrEqual(3);
    await until(() => linesOf().at(-1)?.startsWith('20 ') === true);
    await store.close();
  });

  it('says also until when there was nothing new', async () => {
    const store = await openStore(home.path, { anchorIntervalMs: 0 });
    await appendNew(store, 'case-1');
    const sizes = () => linesOf().map((line) => line.split(' ')[0]);
    expect(sizes()).toEqual(['0', '1']);
    await store.close();
    expect(sizes()).toEqual(['0', '1', '1']);
  });

  it('that is older than the log matches it', async () => {
    const store = await filled(3);
    copyFileSync(home.file('anchor.log'), home.file('kept'));
    for (let index = 0; index < 5000; index += 250)
      await Promise.all(
        Array.from({ length: 250 }, (_, each) => appendNew(store, `volunteer-${index + each}`)),
      );
    await store.close();
    copyFileSync(home.file('kept'), home.file('anchor.log'));
    const again = await openStore(home.path);
    expect(again.anchorState.status).toBe('matches');
    await again.close();
    expect((await verify()).problems).toEqual([]);
  });

  it('that has grown long keeps its newest lines', async () => {
    const store = await filled(1);
    await store.close();
    const line = linesOf().at(-1) ?? '';
    writeFileSync(home.file('anchor.log'), `${line}\n`.repeat(12_000));
    await (await openStore(home.path)).close();
    expect(linesOf().length).toBeLessThanOrEqual(102);
    expect((await verify()).problems).toEqual([]);
  });
});

/** Without the trigger that forbids it, which is there again afterwards. */
const deletion = (position: number) => `
  DROP TRIGGER events_are_never_deleted;
  DELETE FROM events WHERE position = ${position};
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;`;

/** Each leaves a log that has lost something its witness has seen. */
const losses: readonly (readonly [string, () => Promise<void>, RegExp])[] = [
  [
    'the state of an earlier copy',
    async () => {
      const store = await filled(2);
      await store.backupTo(home.file('copy'));
      for (let index = 2; index < 5; index++) await appendNew(store, `case-${index}`);
      await store.close();
      restore(home.file('copy'));
    },
    /the log holds 2 events, 5 were witnessed: the last 3 are lost/,
  ],
  [
    'an earlier copy that has gone another way',
    async () => {
      const store = await filled(2);
      await store.backupTo(home.file('copy'));
      for (let index = 2; index < 5; index++) await appendNew(store, `case-${index}`);
      await store.close();
      restore(home.file('copy'));
      const other = await openStore(home.path);
      await other.acceptLoss();
      for (let index = 0; index < 7; index++) await appendNew(other, `volunteer-${index}`);
      const anchors = linesOf();
      await other.close();
      writeFileSync(home.file('anchor.log'), `${anchors.find((line) => line.startsWith('5 ')) ?? ''}\n`);
    },
    /the first 5 events are not those that were witnessed/,
  ],
  [
    'no log at all',
    async () => {
      await (await filled(4)).close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(home.file(`log.sqlite${suffix}`), { force: true });
    },
    /the log holds 0 events, 4 were witnessed/,
  ],
  [
    'no witness',
    async () => {
      await (await filled(4)).close();
      rmSync(home.file('anchor.log'));
    },
    /anchor\.log is missing, but this log had one/,
  ],
  [
    'rows that are missing at the end',
    async () => {
      await (await filled(4)).close();
      openDatabase(home.file('log.sqlite'), 'log').exec(deletion(4)).close();
    },
    /the log ends with event 3, its frontier says 4/,
  ],
];

describe.each(losses)('a log that was left with %s', (_name, lose, word) => {
  it('opens for reading, says why, and takes nothing in until the loss is accepted', async () => {
    await lose();
    const store = await openStore(home.path);
    expect(store.anchorState).toMatchObject({ status: 'mismatch', what: matching(word) });
    const refused: unknown = await appendNew(store, 'case-new').catch((error: unknown) => error);
    expect(codeOf(refused)).toBe('StoreReadOnly');
    expect((refused as Error).message).toMatch(word);
    expect((refused as Error).message).toContain('threekeys recover --accept-loss');
    const { size } = await store.head();
    expect(await read(store)).toHaveLength(Math.min(size, (await read(store)).length));

    await store.acceptLoss();
    expect(store.anchorState.status).toBe('matches');
    await appendNew(store, 'case-new');
    await store.close();

    const again = await openStore(home.path);
    expect(again.anchorState.status).toBe('matches');
    await again.close();
    // The witness tells what it saw until the log holds the event of who accepted its loss.
    const { problems } = await verify();
    expect(problems.filter(({ what }) => !what.includes('witnessed at'))).toEqual([]);
  });
});

describe('a log with a hole in the middle', () => {
  it('cannot be accepted, only restored', async () => {
    await (await filled(4)).close();
    openDatabase(home.file('log.sqlite'), 'log').exec(deletion(2)).close();
    const store = await openStore(home.path);
    expect(store.anchorState.status).toBe('mismatch');
    await expect(store.acceptLoss()).rejects.toMatchObject({
      code: 'StoreUnavailable',
      message: containing('restore a backup'),
    });
    await store.close();
  });
});

describe('a backup', () => {
  it('taken while the log is being written is a whole log that matches its witness', async () => {
    const store = await filled(50);
    let writing = true;
    const writer = (async () => {
      for (let index = 0; writing; index++) await appendNew(store, `volunteer-${index}`);
    })();
    store.backupAnchorTo(home.file('copy'));
    await store.backupTo(home.file('copy'));
    writing = false;
    await writer;
    await store.close();
    const report = await verifyLog(
      join(home.file('copy'), 'log.sqlite'),
      join(home.file('copy'), 'anchor.log'),
    );
    expect(report.problems).toEqual([]);
    expect(report.events).toBeGreaterThanOrEqual(50);
    expect(statSync(join(home.file('copy'), 'log.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('goes on where it was taken, with the positions of the log', async () => {
    const store = await filled(3);
    const { position } = await store.head();
    store.backupAnchorTo(home.file('copy'));
    await store.backupTo(home.file('copy'));
    await store.close();
    const restored = await openStore(home.file('copy'));
    expect(restored.anchorState.status).toBe('matches');
    await appendNew(restored, 'case-new');
    expect(await read(restored, position)).toHaveLength(1);
    await restored.close();
  });
});

describe('a position', () => {
  it('after the head is no position of this log: it was lost, or made up', async () => {
    const store = await filled(3);
    const position = `${store.storeId}.${'4'.padStart(16, '0')}` as Parameters<typeof store.readAll>[0];
    await expect(read(store, position)).rejects.toMatchObject({ code: 'InvalidPosition' });
    await store.close();
  });
});

describe('a log opened for reading', () => {
  it('refuses appends and sees what another connection has written', async () => {
    const writer = await filled(2);
    const reader = await openStore(home.path, { readOnly: true });
    await appendNew(writer, 'case-new');
    expect(await read(reader)).toHaveLength(3);
    expect((await reader.head()).size).toBe(3);
    await expect(appendNew(reader, 'case-other')).rejects.toMatchObject({ code: 'StoreReadOnly' });
    await reader.close();
    await writer.close();
  });

  it('that does not exist is StoreUnavailable, and is not made', async () => {
    await expect(openStore(home.file('nowhere'), { readOnly: true })).rejects.toMatchObject({
      code: 'StoreUnavailable',
    });
    expect(existsSync(home.file('nowhere'))).toBe(false);
  });
});

describe('the space of the WAL', () => {
  it('is there before the first commit, which does not make the file longer', async () => {
    const walBytes = 2 * 1024 * 1024;
    const store = await openStore(home.path, { walBytes });
    const { size } = statSync(home.file('log.sqlite-wal'));
    expect(size).toBeGreaterThanOrEqual(walBytes);
    for (let index = 0; index < 20; index++) await appendNew(store, `case-${index}`);
    expect(statSync(home.file('log.sqlite-wal')).size).toBe(size);
    await store.close();
    expect(await verify()).toMatchObject({ events: 20, problems: [] });
  });
});

describe('the ballast', () => {
  it('is kept beside the log, whole, and made again after it was released', () => {
    const ballast = new Ballast(home.file('ballast'), 3_000_000);
    expect(ballast.keep()).toBe(true);
    expect(statSync(home.file('ballast')).size).toBe(3_000_000);
    ballast.release();
    expect(existsSync(home.file('ballast'))).toBe(false);
    writeFileSync(home.file('ballast'), 'only a part of it');
    expect(ballast.keep()).toBe(true);
    expect(statSync(home.file('ballast')).size).toBe(3_000_000);
  });

  it('is not made where there is not room for it twice', () => {
    expect(new Ballast(home.file('ballast'), Number.MAX_SAFE_INTEGER).keep()).toBe(false);
    expect(existsSync(home.file('ballast'))).toBe(false);
  });

  it('of which there is no room stops the intake and not the reading', async () => {
    await (await filled(2)).close();
    const store = await openStore(home.path, { ballastBytes: Number.MAX_SAFE_INTEGER });
    await expect(appendNew(store, 'case-new')).rejects.toMatchObject({ code: 'StoreFull' });
    expect(await read(store)).toHaveLength(2);
    await store.close();
  });
});

describe('a log that was copied', () => {
  it('takes no position of the one that it was copied from, once it has an id of its own', async () => {
    const store = await filled(3);
    const { position } = await store.head();
    await store.close();
    const { from, to } = renewStoreId(home.file('log.sqlite'));
    const copy = await openStore(home.path);
    const old = position as GlobalPosition;
    expect(() => copy.comparePositions(old, old)).toThrow(EventStoreError);
    const renamed = position?.replace(from, to) as GlobalPosition;
    expect((await copy.head()).position).toBe(renamed);
    expect(await read(copy, renamed)).toEqual([]);
    await copy.close();
    expect((await verify()).problems).toEqual([]);
  });
});

function leafOf(
  stream: string,
  head: 'no-stream' | { revision: number; leafHash: string },
  id: string = randomUUID(),
): Leaf {
  const [revision, prev] = head === 'no-stream' ? [0, noHash] : [head.revision + 1, head.leafHash];
  const recordedAt = '2026-03-01T08:00:00.000Z';
  const fields = { id, stream, revision, type: 'NoteTaken', recordedAt };
  const { bytes, leafHash } = encodeLeaf({
    ...fields,
    ...{ schema: 1, occurredAt: recordedAt, actor: { id: 'tester', role: 'service' } },
    ...{ correlationId: id, commandId: id, data: {}, prev },
  });
  return { ...fields, bytes, leafHash, prev };
}

function appendNew(store: SqliteEventStore, stream: string) {
  return store.append(stream, 'no-stream', [leafOf(stream, 'no-stream')]);
}

async function filled(count: number): Promise<SqliteEventStore> {
  const store = await openStore(home.path);
  for (let index = 0; index < count; index++) await appendNew(store, `case-${index}`);
  return store;
}

async function read(store: SqliteEventStore, ...after: Parameters<SqliteEventStore['readAll']>) {
  const events = [];
  for await (const event of store.readAll(...after)) events.push(event);
  return events;
}

function restore(copy: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(home.file(`log.sqlite${suffix}`), { force: true });
  copyFileSync(join(copy, 'log.sqlite'), home.file('log.sqlite'));
}

function codeOf(error: unknown): string {
  return error instanceof EventStoreError ? error.code : String(error);
}

/** Commit frames in a WAL file: those that say how many pages the database has after them (SQLite file format 4.2). */
function commitsOf(wal: string): number {
  const bytes = readFileSync(wal);
  const frame = 24 + 4096;
  let commits = 0;
  for (let at = 32; at + frame <= bytes.length; at += frame) if (bytes.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

const containing = (part: string) => expect.stringContaining(part) as string;
const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;
