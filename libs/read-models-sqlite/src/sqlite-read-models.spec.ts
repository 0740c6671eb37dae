import { cases, InvalidQuery } from '@threekeys/read-models';
import type { Projection, Query, Row } from '@threekeys/read-models';
import { at, change, describeReadModels, parcel, parcels } from '@threekeys/read-models/contract';
import { openDatabase } from '@threekeys/sqlite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteReadModels } from './sqlite-read-models';

const home = mkdtempSync(join(tmpdir(), 'read-models-'));
let files = 0;
const file = (): string => join(home, `views-${(files += 1)}.sqlite`);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describeReadModels('sqlite', () => SqliteReadModels.open(file()));

describe('the queries of the case list', () => {
  let models: SqliteReadModels;
  const newestFirst = [{ column: 'reportedAt', direction: 'descending' }] as const;
  const lastChanged = [{ column: 'updatedAt', direction: 'descending' }] as const;
  const soonestDue = [{ column: 'nextDueAt', direction: 'ascending' }] as const;

  const caseRow = (n: number): Row => ({
    caseId: `case-${n}`,
    number: `2026-${String(n).padStart(6, '0')}`,
    status: ['reported', 'filed', 'handling', 'closed'][n % 4],
    open: n % 4 !== 3,
    category: ['lighting', 'noise', 'lift'][n % 3],
    urgency: 'normal',
    unit: `grid-${n % 5}`,
    accountablePost: 'desk',
    accountablePerson: `person-${n % 7}`,
    compound: 'spring',
    placeKey: `spring/b${n % 20}/e1`,
    reportedAt: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
    updatedAt: new Date(Date.UTC(2026, 0, 2, 0, n)).toISOString(),
    ...(n % 2 === 0 ? { nextDueAt: new Date(Date.UTC(2026, 1, 1, 0, n)).toISOString() } : {}),
    overdue: n % 10 === 0,
    people: [`person-${n % 7}`, `volunteer-${n % 50}`],
    turns: [`person:person-${n % 7}`, `post:${n % 9}`],
    ...(n % 3 === 0 ? { turnDueAt: new Date(Date.UTC(2026, 1, 1, 0, n)).toISOString() } : {}),
  });

  beforeAll(async () => {
    models = await SqliteReadModels.open(file());
    await models.prepare([cases]);
    await models.apply(
      'cases',
      Array.from({ length: 2000 }, (_, n) => ({
        key: `case-${n}`,
        stream: `case-${n}`,
        lastRevision: 0,
        row: caseRow(n),
        tokens: ['everywhere', `of-${n % 10}`, `rare-${n % 400}`],
      })),
      undefined,
    );
    await models.takeOver('cases');
  });
  afterAll(() => models.close());

  const queries: readonly (readonly [string, Query])[] = [
    ['all, newest first', { sort: newestFirst, limit: 50 }],
    ['of a status, newest first', { where: { status: 'filed' }, sort: newestFirst, limit: 50 }],
    [
      'of several statuses, newest first',
      { where: { status: ['filed', 'closed'] }, sort: newestFirst, limit: 50 },
    ],
    ['open, soonest due first', { where: { open: 1 }, sort: soonestDue, limit: 50 }],
    [
      'of a person, soonest due first',
      { where: { accountablePerson: 'person-1', open: 1 }, sort: soonestDue, limit: 50 },
    ],
    [
      'of a post, soonest due first',
      { where: { accountablePost: 'desk', open: 1 }, sort: soonestDue, limit: 50 },
    ],
    ['open at a place', { where: { placeKey: 'spring/b1/e1', open: 1 }, sort: newestFirst, limit: 20 }],
    ['open in a compound', { where: { compound: 'spring', open: 1 }, sort: newestFirst, limit: 20 }],
    ['of a category', { where: { category: 'lift' }, sort: newestFirst, limit: 50 }],
    ['of a unit', { where: { unit: 'grid-1' }, sort: newestFirst, limit: 50 }],
    [
      'with a part of somebody',
      { where: { people: { has: 'volunteer-7' }, open: 1 }, sort: newestFirst, limit: 50 },
    ],
    [
      'on one of several desks, soonest due first',
      {
        where: { turns: { has: ['person:person-1', 'post:2'] } },
        sort: [{ column: 'turnDueAt', direction: 'ascending' }],
        limit: 50,
      },
    ],
    ['all, changed last first', { sort: lastChanged, limit: 50 }],
    [
      'of an urgency that most have, changed last first',
      { where: { urgency: 'normal' }, sort: lastChanged, limit: 50 },
    ],
    ['of a number', { where: { number: '2026-000007' }, limit: 1 }],
  ];

  it.each(queries)('%s: find and order by an index alone, on the next page too', async (_, query) => {
    const first = await models.find('cases', query);
    const pages = [query, ...(first.next === undefined ? [] : [{ ...query, cursor: first.next }])];
    for (const page of pages) {
      const plan = models.explain('cases', page);
      expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|^SCAN view_cases_\d+ *$/mu);
      expect(
        plan.filter((step) => /USING (COVERING )?INDEX|USING PRIMARY KEY/u.test(step)).length,
      ).toBeGreaterThan(0);
    }
    expect(first.rows.length).toBeGreaterThan(0);
  });
  it('of a status that few have, changed last first: sort those few', async () => {
    const query: Query = { where: { status: 'closed' }, sort: lastChanged, limit: 3 };
    expect(models.explain('cases', query).join('\n')).toMatch(/SEARCH r USING INDEX \S+ \(c_status=\?\)/u);
    expect((await models.find('cases', query)).rows.map(({ key }) => key)).toEqual([
      'case-1999',
      'case-1995',
      'case-1991',
    ]);
  });
  it('of words: walk the rarest of them in the order of the list', async () => {
    const query: Query = { tokens: ['everywhere', 'rare-7', 'of-7'], sort: newestFirst, limit: 50 };
    const plan = models.explain('cases', query).join('\n');
    expect(plan).toMatch(/SEARCH t USING PRIMARY KEY \(token=\?/u);
    expect(plan).toMatch(/SEARCH o (EXISTS )?USING PRIMARY KEY \(token=\? AND at=\? AND id=\?\)/u);
    expect(plan).not.toMatch(/SCAN/u);
    expect((await models.find('cases', query)).rows.map(({ key }) => key)).toEqual([
      'case-1607',
      'case-1207',
      'case-807',
      'case-407',
      'case-7',
    ]);
    expect(
      models.explain('cases', { tokens: ['everywhere'], sort: newestFirst, limit: 50 }).join('\n'),
    ).not.toMatch(/TEMP B-TREE FOR ORDER BY/u);
  });
});

describe('a file of views', () => {
  it('keeps rows, checkpoint, tokens and an unfinished build over a restart', async () => {
    const path = file();
    const first = await SqliteReadModels.open(path);
    await first.prepare([parcels]);
    await first.apply('parcels', [change('a', parcel('a'), 3, ['t1'])], at('p1'));
    await first.takeOver('parcels');
    await first.reset('parcels');
    await first.apply('parcels', [change('b', parcel('b'))], at('p0'));
    await first.close();
    const again = await SqliteReadModels.open(path);
    await again.prepare([parcels]);
    expect((await again.find('parcels', { tokens: ['t1'], limit: 5 })).rows.map(({ key }) => key)).toEqual([
      'a',
    ]);
    expect(await again.checkpoint('parcels')).toBe('p0');
    await again.takeOver('parcels');
    expect(await again.get('parcels', 'a')).toBeUndefined();
    expect(await again.get('parcels', 'b')).toEqual(parcel('b'));
    await again.close();
  });
  it('answers from an old version after a restart, until the new one takes over', async () => {
    const path = file();
    const first = await SqliteReadModels.open(path);
    await first.prepare([parcels]);
    await first.apply('parcels', [change('a', parcel('a', { weight: 2 }))], at('p1'));
    await first.takeOver('parcels');
    await first.close();
    const again = await SqliteReadModels.open(path);
    const { weight: _, ...columns } = parcels.columns;
    await again.prepare([{ ...(parcels as Projection), version: 2, columns, indexes: [['status']] }]);
    expect((await again.find('parcels', { where: { weight: 2 }, limit: 5 })).rows).toHaveLength(1);
    expect(await again.checkpoint('parcels')).toBeUndefined();
    await again.takeOver('parcels');
    await expect(again.find('parcels', { where: { weight: 2 }, limit: 5 })).rejects.toThrow(InvalidQuery);
    await again.close();
  });
  it('is made anew where it is damaged', async () => {
    const path = file();
    writeFileSync(path, 'this is no database, it only looks like a file of some length'.repeat(100));
    const models = await SqliteReadModels.open(path);
    await models.prepare([parcels]);
    expect(await models.checkpoint('parcels')).toBeUndefined();
    await models.close();
  });
  it('leaves no table of builds that are gone', async () => {
    const path = file();
    const models = await SqliteReadModels.open(path);
    await models.prepare([parcels]);
    for (let i = 0; i < 3; i += 1) {
      await models.reset('parcels');
      await models.takeOver('parcels');
    }
    await models.close();
    const database = openDatabase(path, 'views');
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    database.close();
    expect(new Set(tables.map((name) => String(name).split('_').slice(0, 3).join('_'))).size).toBe(2);
  });
  it('refuses names that could not be part of SQL', async () => {
    const models = await SqliteReadModels.open(file());
    const named = (changes: Partial<Projection>): Promise<void> =>
      models.prepare([{ ...(parcels as Projection), ...changes }]);
    await expect(named({ name: 'x; DROP TABLE views' })).rejects.toThrow('no name');
    await expect(named({ columns: { 'a"b': 'text' } })).rejects.toThrow('no name');
    await expect(named({ indexes: [['colour']] })).rejects.toThrow('colour');
    await expect(named({ indexes: [['status', 'holders']] })).rejects.toThrow('holders');
    await models.close();
  });
});

describe('search tokens that somebody has altered in the file', () => {
  const alter = async (...statements: readonly string[]): Promise<SqliteReadModels> => {
    const path = file();
    const before = await SqliteReadModels.open(path);
    await before.prepare([parcels]);
    await before.apply('parcels', [change('a', parcel('a'), 0, ['t1', 't2']), change('b', null)], undefined);
    await before.close();
    const database = openDatabase(path, 'views');
    const table = String(
      database.prepare("SELECT name FROM sqlite_schema WHERE name GLOB '*_tokens'").pluck().get(),
    ).replace(/_tokens$/, '');
    for (const sql of statements) database.exec(sql.replaceAll('VIEW', table));
    database.close();
    const models = await SqliteReadModels.open(path);
    await models.prepare([parcels]);
    return models;
  };
  const asExpected = { key: 'a', tokens: ['t1', 't2'] };

  it.each([
    ['an entry is gone', "DELETE FROM VIEW_tokens WHERE token = 't1'"],
    ['an entry is another', "UPDATE VIEW_tokens SET token = 't9' WHERE token = 't1'"],
    ['an entry stands elsewhere in the order', "UPDATE VIEW_tokens SET at = '1999' WHERE token = 't1'"],
    ['the list is gone', 'DELETE FROM VIEW_words'],
    ['the list is another', `UPDATE VIEW_words SET tokens = '["t1","t9"]'`],
    ['the list stands elsewhere in the order', "UPDATE VIEW_words SET at = '1999'"],
  ])('are named by their row: %s', async (_what, sql) => {
    const models = await alter(sql);
    expect(await models.misindexed('parcels', [asExpected])).toEqual(['a']);
    await models.close();
  });
  it('are named by the row that they find: an entry too many, of a row or of none', async () => {
    const models = await alter(
      "INSERT INTO VIEW_tokens SELECT 't9', at, id FROM VIEW_tokens WHERE token = 't1'",
      "INSERT INTO VIEW_tokens SELECT 't1', at, 77 FROM VIEW_tokens WHERE token = 't1'",
      "INSERT INTO VIEW_words SELECT id, 0, '[]' FROM VIEW WHERE key = 'b'",
    );
    expect(await models.misindexed('parcels', [asExpected])).toEqual([]);
    expect(new Set(await models.strayTokens('parcels'))).toEqual(new Set(['a', 'b', '#77']));
    await models.close();
  });
});
