import type { Leaf } from '@threekeys/event-store';
import { encodeLeaf, Frontier, leafHashOf, noHash } from '@threekeys/integrity';
import type { Database } from '@threekeys/sqlite';
import { openDatabase } from '@threekeys/sqlite';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { lineOf } from './anchor-log';
import { openStore, temporaryHome } from './temporary-home.fixtures';
import type { LogReport } from './verify-log';
import { verifyLog } from './verify-log';

const streams = ['case-1', 'case-2', 'volunteer-1'];
const rounds = 8;
/** Else a slow disk makes more lines, and each of them accuses. */
const witnessedOnlyAtTheEnd = 3_600_000;

let home: ReturnType<typeof temporaryHome>;
let original: ReturnType<typeof temporaryHome>;

beforeAll(async () => {
  original = temporaryHome();
  await fill(original.path);
});
afterAll(() => original.remove());
beforeEach(() => {
  home = temporaryHome();
  for (const name of ['log.sqlite', 'anchor.log']) copyFileSync(original.file(name), home.file(name));
});
afterEach(() => home.remove());

const verify = () => verifyLog(home.file('log.sqlite'), home.file('anchor.log'));
const problemsOf = ({ problems }: LogReport) => problems.map(({ what }) => what);

/** Alters the file as somebody would who has it: without the triggers, which are there again afterwards. */
function tamper(action: (database: Database) => void): void {
  const database = openDatabase(home.file('log.sqlite'), 'log');
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  action(database);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}

describe('an untouched log', () => {
  it('has no problem, and says what was read', async () => {
    const report = await verify();
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ streams: 3, events: 24, head: { size: 24 }, anchor: { size: 24 } });
    expect(report.anchor).toMatchObject({ root: report.head.root });
  });

  it('has no problem while it is being written, and is read to the head of the start', async () => {
    const store = await openStore(home.path);
    const head = await store.head();
    const verified = verify();
    await store.append('case-9', 'no-stream', [leaf('case-9', 0, noHash)]);
    expect((await verified).problems).toEqual([]);
    expect((await verified).head).toEqual({ size: head.size, root: head.root });
    await store.close();
  });

  it('tells how far it has come', async () => {
    const heard: string[] = [];
    await verifyLog(home.file('log.sqlite'), home.file('anchor.log'), {
      onProgress: (done, of) => heard.push(`${done}/${of}`),
    });
    expect(heard).toEqual(['24/24']);
  });
});

describe('a log that somebody has altered', () => {
  it('is found out by any flipped bit of any leaf, at its place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 24 }),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        async (position, at, bit) => {
          copyFileSync(original.file('log.sqlite'), home.file('log.sqlite'));
          tamper((database) => {
            const bytes = bytesAt(database, position);
            const index = at % bytes.length;
            bytes[index] = bytes[index]! ^ (1 << bit);
            database.prepare('UPDATE events SET bytes = ? WHERE position = ?').run(bytes, position);
          });
          expect((await verify()).problems).toContainEqual(
            expect.objectContaining({ position, what: 'the bytes do not have the leaf hash of their row' }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['stream', "'case-3'"],
    ['revision', '77'],
    ['id', "'00000000-0000-4000-8000-000000000000'"],
    ['type', "'SomethingElse'"],
    ['recorded_at', "'2031-01-01T00:00:00.000Z'"],
    ['leaf_hash', `'${'a'.repeat(64)}'`],
  ])('is found out by the column %s of any row', async (column, value) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 24 }), async (position) => {
        copyFileSync(original.file('log.sqlite'), home.file('log.sqlite'));
        tamper((database) =>
          database.exec(`UPDATE events SET ${column} = ${value} WHERE position = ${position}`),
        );
        expect((await verify()).problems).toContainEqual(expect.objectContaining({ position }));
      }),
      { numRuns: 8 },
    );
  });

  it('is found out by a dropped event, at the next of its stream', async () => {
    tamper((database) => database.exec('DELETE FROM events WHERE position = 10'));
    const report = await verify();
    expect(report.problems).toContainEqual({
      kind: 'altered',
      position: 11,
      stream: 'case-2',
      revision: 3,
      what: 'comes where 10 should',
    });
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        position: 13,
        stream: 'case-1',
        what: 'revision 4 follows revision 2 of its stream',
      }),
    );
  });

  it('is found out by two events that changed places', async () => {
    tamper((database) =>
      database.exec(`UPDATE events SET position = -1 WHERE position = 4;
        UPDATE events SET position = 4 WHERE position = 5; UPDATE events SET position = 5 WHERE position = -1`),
    );
    expect(problemsOf(await verify())).toEqual([
      'the root over 24 events is not the stored one over 24',
      expect.stringContaining('the first 24 events are not those that were witnessed at'),
    ]);
  });

  it('is found out by an inserted event that is right in itself', async () => {
    tamper((database) => insert(database, leaf('case-4', 0, noHash), 25));
    expect(problemsOf(await verify())).toEqual(['the root over 25 events is not the stored one over 24']);
    const store = await openStore(home.path);
    expect(store.anchorState).toMatchObject({
      status: 'mismatch',
      what: 'the log ends with event 25, its frontier says 24',
    });
    await store.close();
  });

  it('is found out by a tail that was cut off', async () => {
    tamper((database) => database.exec('DELETE FROM events WHERE position > 20'));
    expect(problemsOf(await verify())).toEqual([
      'the root over 20 events is not the stored one over 24',
      expect.stringMatching(/^24 events were witnessed at .*, 20 are there$/),
    ]);
  });

  it('is found out by its witness where the tail was cut off with everything put in order', async () => {
    tamper((database) => {
      database.exec('DELETE FROM events WHERE position > 20');
      putInOrder(database);
    });
    expect(problemsOf(await verify())).toEqual([expect.stringMatching(/^24 events were witnessed/)]);
  });

  it('is found out by its witness where a stream was written anew with right hashes everywhere', async () => {
    tamper((database) => {
      rewrite(database, 'volunteer-1');
      putInOrder(database);
    });
    expect(problemsOf(await verify())).toEqual([expect.stringMatching(/^the first 24 events are not those/)]);
  });

  it('is found out by the older lines of its witness where a new one was made to fit', async () => {
    tamper((database) => {
      rewrite(database, 'volunteer-1');
      putInOrder(database);
    });
    const { head } = await verify();
    appendFileSync(home.file('anchor.log'), `${lineOf({ ...head, time: instant(60) })}\n`);
    expect(problemsOf(await verify())).toEqual([expect.stringMatching(/^the first 24 events are not those/)]);
  });

  it('is found out where its tail and what the witness saw of it were given up by nobody', async () => {
    tamper((database) => {
      database.exec('DELETE FROM events WHERE position > 20');
      putInOrder(database);
    });
    const { head } = await verify();
    appendFileSync(home.file('anchor.log'), `${lineOf({ ...head, time: instant(60) })}\n`);
    expect(problemsOf(await verify())).toEqual([expect.stringMatching(/^24 events were witnessed/)]);
  });

  describe('and says that the loss of its tail was accepted', () => {
    let now: string;
    /** Of the tail behind event 20. */
    const accepted = (
      loss: Readonly<Record<string, unknown>> = {},
      made: Made & { stream?: string } = {},
    ) => {
      const { stream = 'installation-main', ...rest } = made;
      const data = { anchorSize: 24, anchorRoot: root, logSize: 20, ...loss };
      return leaf(stream, 0, noHash, { type: 'LossAccepted', recordedAt: now, data, ...rest });
    };
    const lossAt = (position: number, event: Leaf) => {
      tamper((database) => {
        database.exec(`DELETE FROM events WHERE position >= ${position}`);
        insert(database, event, position);
        putInOrder(database);
      });
    };
    let root: string;
    beforeEach(async () => {
      now = new Date().toISOString();
      ({ root } = (await verify()).head);
    });

    it('has no problem but that one, which it tells', async () => {
      lossAt(21, accepted());
      const { problems, losses } = await verify();
      expect(problems).toEqual([]);
      expect(losses).toEqual([
        { anchorSize: 24, anchorRoot: root, logSize: 20, recordedAt: now, isWitnessed: true },
      ]);
    });

    it('tells it also where the lines that saw it have been shortened away, or there never was one', async () => {
      lossAt(21, accepted());
      const { head } = await verify();
      writeFileSync(home.file('anchor.log'), `${lineOf({ ...head, time: now })}\n`);
      expect(await verify()).toMatchObject({ problems: [], losses: [{ logSize: 20, isWitnessed: false }] });
      lossAt(21, accepted({ anchorSize: 0, anchorRoot: noHash }));
      rmSync(home.file('anchor.log'));
      expect(await verify()).toMatchObject({ losses: [{ anchorSize: 0, isWitnessed: false }] });
    });

    it.each([
      ['in another stream', {}, { stream: 'anything-1' }],
      ['in the future', {}, { recordedAt: '2999-01-01T00:00:00.000Z' }],
      ['of more than was witnessed', { anchorSize: 1_000_000 }, {}],
      ['of another root than was witnessed', { anchorRoot: 'a'.repeat(64) }, {}],
      ['of a log that ended elsewhere', { logSize: 7 }, {}],
    ])('is found out where that is said %s', async (_what, loss, made) => {
      lossAt(21, accepted(loss, made));
      const { problems, losses } = await verify();
      expect(problems.map(({ what }) => what)).toContainEqual(
        expect.stringMatching(/^24 events were witnessed/),
      );
      expect(losses.filter(({ isWitnessed }) => isWitnessed)).toEqual([]);
    });

    it('is found out where what was not lost is not what was witnessed', async () => {
      lossAt(21, accepted());
      tamper((database) => {
        rewrite(database, 'volunteer-1');
        putInOrder(database);
      });
      const older = { size: 20, root: 'c'.repeat(64), time: instant(30) };
      const lines = readFileSync(home.file('anchor.log'), 'utf8');
      writeFileSync(home.file('anchor.log'), `${lineOf(older)}\n${lines}`);
      expect(problemsOf(await verify())).toEqual([
        expect.stringMatching(/^the first 20 events are not those that were witnessed/),
      ]);
    });
  });

  it('is found out by a stream that was not begun when it says', async () => {
    tamper((database) => {
      insert(database, leaf('case-77', 0, noHash, { recordedAt: '2020-01-01T00:00:00.000Z' }), 25);
      insert(database, leaf('case-78', 0, noHash, { recordedAt: '2020-01-02T00:00:00.000Z' }), 26);
      putInOrder(database);
    });
    const { problems } = await verify();
    expect(problems).toEqual([
      {
        ...{ kind: 'dated', position: 25, stream: 'case-77', revision: 0 },
        what: `recorded at 2020-01-01T00:00:00.000Z, though the log held an event of ${instant(rounds - 1)}: it is back-dated, or a clock was wrong`,
      },
    ]);
  });

  it('is read to its end however often a clock was wrong', async () => {
    tamper((database) => {
      for (const [index, day] of ['03', '02', '01'].entries()) {
        const recordedAt = `2026-02-${day}T00:00:00.000Z`;
        insert(database, leaf(`case-${70 + index}`, 0, noHash, { recordedAt }), 25 + index);
      }
      database.exec("UPDATE events SET type = 'SomethingElse' WHERE position = 27");
      putInOrder(database);
    });
    const { problems } = await verifyLog(home.file('log.sqlite'), home.file('anchor.log'), {
      problemsMax: 1,
    });
    expect(problems.map(({ kind, position }) => [kind, position])).toEqual([
      ['dated', 25],
      ['altered', 27],
    ]);
  });

  it('is found out by a milestone that no start should trust', async () => {
    const { head } = await verify();
    tamper((database) => {
      database.exec(`INSERT INTO milestones VALUES (16, '["${head.root}"]'), (64, '["${head.root}"]')`);
    });
    expect(problemsOf(await verify())).toEqual([
      'the milestone at 16 is not that of the events before it',
      'a milestone at 64, after the last event',
    ]);
  });

  it('is found out by an event that happened after it was recorded', async () => {
    tamper((database) => {
      insert(database, leaf('case-4', 0, noHash, { occurredAt: instant(90) }), 25);
      putInOrder(database);
    });
    expect(problemsOf(await verify())).toContain('it happened after it was recorded');
  });

  it('is found out by a leaf whose text is the same and whose form is not canonical', async () => {
    tamper((database) => {
      const bytes = Buffer.from(bytesAt(database, 24).toString().replace('{', '{ '));
      database
        .prepare('UPDATE events SET bytes = ?, leaf_hash = ? WHERE position = 24')
        .run(bytes, leafHashOf(bytes));
      putInOrder(database);
    });
    expect(problemsOf(await verify())).toContain('the bytes are not canonical JSON');
  });

  it('is found out by an event recorded before the one that it follows', async () => {
    tamper((database) => {
      rewrite(database, 'volunteer-1', (revision) => instant(100 - revision));
      putInOrder(database);
    });
    expect(problemsOf(await verify())).toContain(
      `recorded at ${instant(99)}, before the event that it follows`,
    );
  });

  it('is found out by an index that hides a row', async () => {
    const bytes = readFileSync(home.file('log.sqlite'));
    const page = pagesOf(bytes).find((each) => each[0] === leafPageOfIndex && each.includes('volunteer-1'))!;
    page.write('volunteer-2', page.indexOf('volunteer-1'));
    writeFileSync(home.file('log.sqlite'), bytes);
    expect(problemsOf(await verify()).join()).toMatch(
      /SQLite: row \d+ missing from index sqlite_autoindex_events_2/,
    );
  });

  it('is told of as far as it can be read where the file is damaged', async () => {
    truncateSync(home.file('log.sqlite'), 4096 * 3);
    expect(problemsOf(await verify()).join()).toContain('the file cannot be read further');
  });
});

describe('a row outside the log, right in itself', () => {
  const forged = (position: number) =>
    tamper((database) => {
      const prev = database
        .prepare<[], string>(
          "SELECT leaf_hash FROM events WHERE stream = 'case-1' ORDER BY revision DESC LIMIT 1",
        )
        .pluck()
        .get()!;
      insert(database, leaf('case-1', rounds, prev), position);
      insert(database, leaf('case-7', 0, noHash), position - 1);
    });

  it.each([0, -5])('is found out at %i', async (position) => {
    forged(position);
    expect((await verify()).problems).toEqual([
      { ...{ kind: 'altered', position: position - 1, stream: 'case-7', revision: 0 }, what: outside },
      { ...{ kind: 'altered', position, stream: 'case-1', revision: rounds }, what: outside },
    ]);
  });

  it('is no part of any stream, and the log is not written any more', async () => {
    forged(-5);
    const store = await openStore(home.path);
    const read: number[] = [];
    for await (const { revision } of store.readStream('case-1')) read.push(revision);
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    await expect(store.readStream('case-7')[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'StreamNotFound',
    });
    const what = 'log.sqlite has rows before its first event';
    expect(store.anchorState).toMatchObject({ status: 'mismatch', what });
    await store.close();
  });
});

const outside = 'lies outside the log, which begins with 1';

describe('what a log says of itself', () => {
  const frontier = /^the frontier of log.sqlite is damaged/;
  it.each([
    ["UPDATE frontier SET peaks = 'garbage'", frontier],
    [`UPDATE frontier SET peaks = '{"a":1}'`, frontier],
    ["UPDATE frontier SET peaks = '[1,2]'", frontier],
    ["UPDATE frontier SET peaks = 'null'", frontier],
    ['UPDATE frontier SET size = -1', frontier],
    ['DELETE FROM frontier', /^log.sqlite has no frontier/],
    ["INSERT INTO milestones VALUES (-3, '[]')", /^a milestone at -3, before the first event/],
    [
      "INSERT INTO milestones VALUES (7, 'garbage')",
      /^the milestone at 7 is not that of the events before it/,
    ],
    ['DELETE FROM meta', /^log.sqlite has no store id/],
    ["UPDATE meta SET value = 'zzz' WHERE name = 'storeId'", /^the store id of log.sqlite is none/],
    [
      "UPDATE meta SET value = '9' WHERE name = 'schemaVersion'",
      /^log.sqlite has format 9, this program knows 1/,
    ],
  ])('is a problem of the log, and nothing that a start breaks at, after %s', async (sql, problem) => {
    tamper((database) => database.exec(sql));
    expect(problemsOf(await verify())).toContainEqual(expect.stringMatching(problem));
    await openStore(home.path).then(
      (store) => store.close(),
      (error: unknown) => expect(error).toMatchObject({ code: 'StoreUnavailable' }),
    );
  });

  it('is a problem where a row is none of a log', async () => {
    const database = openDatabase(home.file('log.sqlite'), 'log');
    database.unsafeMode().exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'events'`);
    database.close();
    tamper((again) => again.exec('UPDATE events SET bytes = 5 WHERE position = 3'));
    const what = 'is no row of a log';
    expect((await verify()).problems).toContainEqual({ kind: 'altered', position: 3, what });
  });
});

describe('the tables of a log', () => {
  const events =
    "UPDATE sqlite_schema SET sql = replace(sql, 'instr(stream', 'instr(type') WHERE name = 'events'";
  it.each([
    [
      'a column is another',
      `PRAGMA writable_schema = ON; ${events}`,
      'the table events of log.sqlite is not as it was made',
    ],
    [
      'a trigger is gone',
      'DROP TRIGGER events_are_never_changed',
      'the trigger events_are_never_changed of log.sqlite is missing',
    ],
    [
      'there is one more',
      'CREATE TRIGGER busy AFTER INSERT ON events BEGIN SELECT 1; END',
      'log.sqlite has a trigger busy that nobody made',
    ],
  ])('are no longer right where %s: told, and the log is not opened', async (_what, sql, problem) => {
    const database = openDatabase(home.file('log.sqlite'), 'log');
    database.unsafeMode().exec(sql);
    database.close();
    expect((await verify()).problems).toContainEqual({ kind: 'altered', what: problem });
    await expect(openStore(home.path)).rejects.toMatchObject({
      code: 'StoreUnavailable',
      message: expect.stringContaining(problem) as string,
    });
  });
});

describe('the times of a log beside those of its witness', () => {
  const days = 86_400;
  /** Lines of the witness: how many events it saw, at which second. */
  const witnessed = (...lines: readonly (readonly [size: number, second: number])[]) => {
    const database = openDatabase(home.file('log.sqlite'), 'log', { readOnly: true });
    const hashes = database
      .prepare<[], string>('SELECT leaf_hash FROM events ORDER BY position')
      .pluck()
      .all();
    database.close();
    const rootOf = (size: number) => {
      const frontier = new Frontier();
      for (const hash of hashes.slice(0, size)) frontier.append(hash);
      return frontier.root();
    };
    const texts = lines.map(([size, second]) => lineOf({ size, root: rootOf(size), time: instant(second) }));
    writeFileSync(home.file('anchor.log'), texts.map((text) => `${text}\n`).join(''));
  };
  const added = (...events: readonly Leaf[]) =>
    tamper((database) => {
      for (const [index, event] of events.entries()) insert(database, event, 25 + index);
      putInOrder(database);
    });
  const at = (second: number, stream = `case-at-${second}`) =>
    leaf(stream, 0, noHash, { recordedAt: instant(second) });

  it('show what was dated back into a time in which nothing happened', async () => {
    added(at(2400));
    witnessed([0, -1], [24, 8], [24, 2 * days], [24, 2399], [25, 2400], [25, 3 * days]);
    expect((await verify()).problems).toEqual([
      {
        ...{ kind: 'dated', position: 25, stream: 'case-at-2400', revision: 0 },
        what: `recorded at ${instant(2400)}, though 24 events were witnessed at ${instant(2 * days)}: it is back-dated, or a clock was wrong`,
      },
    ]);
  });

  it('show what was dated ahead of when it was witnessed', async () => {
    added(at(2 * days));
    witnessed([0, -1], [24, 8], [25, 2400]);
    expect(problemsOf(await verify())).toEqual([
      expect.stringMatching(/^an event is recorded at .*, though it was witnessed at .* already/),
    ]);
  });

  it('may differ by what clocks differ, and a start by a wrong clock that recorded nothing is none', async () => {
    added(at(days - 200), at(2 * days));
    witnessed([0, -1], [24, 8], [24, days], [24, -99 * days], [25, days - 100], [26, 2 * days - 100]);
    expect((await verify()).problems).toEqual([]);
  });

  it('say nothing where a log was moved beside a witness that began later', async () => {
    added(at(20 * days));
    witnessed([0, 10 * days], [9, 10 * days + 1], [24, 10 * days + 2], [24, 10 * days + 60], [25, 20 * days]);
    expect((await verify()).problems).toEqual([]);
  });

  describe('and a clock that was accepted', () => {
    const accepted = (logSize: number, second: number) => {
      const data = { logSize, newest: instant(2 * days), clock: instant(second) };
      return leaf('installation-main', 0, noHash, {
        type: 'ClockAccepted',
        data,
        recordedAt: instant(second),
      });
    };

    it('go on from there, and that is told', async () => {
      added(at(2 * days), accepted(25, 600), at(700));
      witnessed([0, -1], [24, 8], [25, 2 * days], [25, 590], [26, 600], [27, 700]);
      const { problems, clocks } = await verify();
      expect(problems).toEqual([]);
      expect(clocks).toEqual([{ logSize: 25, newest: instant(2 * days), clock: instant(600) }]);
    });

    it('is no reason for a second step', async () => {
      added(at(2 * days), accepted(25, days), at(600));
      witnessed([0, -1], [24, 8], [25, 2 * days]);
      expect((await verify()).problems).toMatchObject([{ kind: 'dated', position: 27 }]);
    });

    it('leaves a stream that had come further where it was, without carrying the others there', async () => {
      const ahead = at(2 * days, 'case-ahead');
      const held = leaf('case-ahead', 1, ahead.leafHash, { recordedAt: instant(2 * days) });
      added(ahead, accepted(25, 600), held, at(700));
      witnessed([0, -1], [24, 8], [25, 2 * days], [26, 600], [27, 650], [28, 700]);
      expect((await verify()).problems).toEqual([]);
    });

    it('counts only as the next event after what it speaks of', async () => {
      added(at(2 * days), accepted(20, 600));
      const { problems, clocks } = await verify();
      expect([problems.map(({ kind, position }) => [kind, position]), clocks]).toEqual([[['dated', 26]], []]);
    });
  });
});

describe('the witness of a log', () => {
  it('is missed where it was and is no more', async () => {
    rmSync(home.file('anchor.log'));
    expect(problemsOf(await verify())).toEqual(['anchor.log is missing, but this log had one']);
  });

  it('without a valid line is a problem', async () => {
    writeFileSync(home.file('anchor.log'), 'nothing that was ever written here\n');
    expect(problemsOf(await verify())).toEqual(['anchor.log has no valid line']);
  });

  it('is a problem where it is no file', async () => {
    rmSync(home.file('anchor.log'));
    mkdirSync(home.file('anchor.log'));
    expect(problemsOf(await verify())).toEqual(['anchor.log has no valid line']);
  });

  it('with a torn last line counts by the line before', async () => {
    const whole = readFileSync(home.file('anchor.log'), 'utf8');
    const torn = lineOf({ size: 999, root: 'b'.repeat(64), time: instant(0) });
    for (let length = 1; length < torn.length; length += 7) {
      writeFileSync(home.file('anchor.log'), whole + torn.slice(0, length));
      expect((await verify()).problems).toEqual([]);
    }
    appendFileSync(home.file('anchor.log'), `\n${torn}\n`);
    expect(problemsOf(await verify())).toEqual([expect.stringMatching(/^999 events were witnessed/)]);
  });
});

/** Three streams in turn, so that neighbours in global order belong to different ones. */
async function fill(path: string): Promise<void> {
  const store = await openStore(path, { anchorIntervalMs: witnessedOnlyAtTheEnd });
  const heads = new Map<string, Leaf>();
  for (let revision = 0; revision < rounds; revision++) {
    for (const stream of streams) {
      const head = heads.get(stream);
      const next = leaf(stream, revision, head?.leafHash ?? noHash);
      await store.append(stream, head ?? 'no-stream', [next]);
      heads.set(stream, next);
    }
  }
  await store.close();
}

function instant(second: number): string {
  return new Date(Date.UTC(2026, 2, 1, 8, 0, second)).toISOString();
}

interface Made {
  readonly recordedAt?: string;
  readonly occurredAt?: string;
  readonly type?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

function leaf(stream: string, revision: number, prev: string, made: Made = {}): Leaf {
  const { recordedAt = instant(revision), occurredAt = recordedAt, type = 'NoteTaken' } = made;
  const { data = { words: '噪声', minutes: revision } } = made;
  const id = randomUUID();
  const fields = { id, stream, revision, type, recordedAt };
  const { bytes, leafHash } = encodeLeaf({
    ...fields,
    ...{ schema: 1, occurredAt, actor: { id: 'tester', role: 'service' } },
    ...{ correlationId: id, commandId: id, data, prev },
  });
  return { ...fields, bytes, leafHash, prev };
}

function bytesAt(database: Database, position: number): Buffer {
  return database
    .prepare<[number], Buffer>('SELECT bytes FROM events WHERE position = ?')
    .pluck()
    .get(position)!;
}

function insert(
  database: Database,
  { stream, revision, id, type, recordedAt, leafHash, bytes }: Leaf,
  position: number,
): void {
  const sql =
    'INSERT INTO events (position, stream, revision, id, type, recorded_at, leaf_hash, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
  database.prepare(sql).run(position, stream, revision, id, type, recordedAt, leafHash, bytes);
}

/** Another history of a stream, at the same places, with right hashes and a right chain. */
function rewrite(
  database: Database,
  stream: string,
  recordedAt: (revision: number) => string = instant,
): void {
  const places = database
    .prepare<[string], number>('SELECT position FROM events WHERE stream = ? ORDER BY revision')
    .pluck()
    .all(stream);
  database.prepare('DELETE FROM events WHERE stream = ?').run(stream);
  let prev = noHash;
  places.forEach((position, revision) => {
    const next = leaf(stream, revision, prev, { recordedAt: recordedAt(revision) });
    insert(database, next, position);
    prev = next.leafHash;
  });
}

/** Makes the stored frontier that of the rows. */
function putInOrder(database: Database): void {
  const frontier = new Frontier();
  for (const hash of database
    .prepare<[], string>('SELECT leaf_hash FROM events ORDER BY position')
    .pluck()
    .all())
    frontier.append(hash);
  const { size, peaks } = frontier.toJSON();
  database.prepare('UPDATE frontier SET size = ?, peaks = ?').run(size, JSON.stringify(peaks));
}

/** First byte of such a page (SQLite file format 1.6). */
const leafPageOfIndex = 0x0a;

function pagesOf(file: Buffer): Buffer[] {
  return Array.from({ length: file.length / 4096 }, (_, index) =>
    file.subarray(index * 4096, (index + 1) * 4096),
  );
}
