import type { Projection } from '@threekeys/read-models';
import { at, change, parcel, parcels } from '@threekeys/read-models/contract';
import { openDatabase } from '@threekeys/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteReadModels } from './sqlite-read-models';
import { viewsIn } from './views-found';

const home = mkdtempSync(join(tmpdir(), 'views-found-'));
let files = 0;
afterAll(() => rmSync(home, { recursive: true, force: true }));

const projection = parcels as Projection;
/** A file in which two parcels stand, held by each of two people, and what somebody has done to it. */
async function standing(...altering: readonly string[]): Promise<string> {
  const file = join(home, `views-${(files += 1)}.sqlite`);
  const models = await SqliteReadModels.open(file);
  await models.prepare([parcels]);
  const rows = ['a', 'b'].map((key) => change(key, parcel(key, { holders: ['x', 'y'] }), 0, ['t1', 't2']));
  await models.apply('parcels', rows, at('1'));
  await models.takeOver('parcels');
  await models.close();
  const database = openDatabase(file, 'views');
  for (const sql of altering) database.unsafeMode().exec(sql);
  database.close();
  return file;
}

describe('the tables of a file of views', () => {
  it('are as they were made: standing, built beside, and of another layout', async () => {
    const file = await standing();
    expect(viewsIn(file, [projection])).toMatchObject({ problems: [], answering: [projection] });
    const models = await SqliteReadModels.open(file);
    await models.prepare([parcels]);
    await models.reset('parcels');
    expect(viewsIn(file, [projection])).toMatchObject({ problems: [], isBuilding: false });
    await models.apply('parcels', [], at('1'));
    await models.close();
    expect(viewsIn(file, [projection])).toMatchObject({ problems: [], isBuilding: true });
    const earlier = await standing(
      `UPDATE views SET description = json_set(description, '$.layout', 1)`,
      'DROP TABLE view_parcels_1_s0',
    );
    expect(viewsIn(earlier, [projection])).toMatchObject({ problems: [], outdated: ['parcels'] });
  });

  it.each([
    [
      'the key of a row',
      'DROP INDEX view_parcels_1_key',
      'the index view_parcels_1_key of the file is missing',
    ],
    ['an index', 'DROP INDEX view_parcels_1_i0', 'the index view_parcels_1_i0 of the file is missing'],
    ['a table', 'DROP TABLE view_parcels_1_words', 'the table view_parcels_1_words of the file is missing'],
    [
      'the key of a side table',
      `CREATE TABLE aside AS SELECT * FROM view_parcels_1_s0; DROP TABLE view_parcels_1_s0;
       ALTER TABLE aside RENAME TO view_parcels_1_s0`,
      'the table view_parcels_1_s0 of the file is not as it was made',
    ],
    [
      'a trigger more',
      'CREATE TRIGGER hide AFTER INSERT ON view_parcels_1 BEGIN SELECT 1; END',
      'the file has a trigger hide that nobody made',
    ],
    ['the list of tables', 'DROP TABLE views', 'the table views of the file is missing'],
    [
      'what they were made for',
      "UPDATE views SET description = '{'",
      'it does not say for what the tables of parcels were made',
    ],
  ])('are others by %s', async (_what, sql, problem) => {
    expect(viewsIn(await standing(sql), [projection]).problems).toContain(problem);
  });

  it('are none of this version where that is another, and unfinished where nothing says how far they are', async () => {
    const next = { ...projection, version: 2 };
    expect(viewsIn(await standing(), [next])).toMatchObject({ outdated: ['parcels'], answering: [] });
    const unfinished = await standing('UPDATE views SET standing = 0, checkpoint = NULL');
    expect(viewsIn(unfinished, [projection])).toMatchObject({ unfinished: ['parcels'], answering: [] });
  });
});

describe('what is verified of a file of views', () => {
  const inFile = async (
    file: string,
    ask: (models: SqliteReadModels) => Promise<unknown>,
    side: 'answers' | 'is-built' = 'answers',
  ) => {
    const models = await SqliteReadModels.open(file, { readOnly: true, side });
    try {
      await models.prepare([parcels]);
      return await ask(models);
    } finally {
      await models.close();
    }
  };
  const misfiled = (models: SqliteReadModels) => models.misfiled('parcels');

  it('is what answers, and what is built beside it where that is asked for', async () => {
    const file = await standing();
    const models = await SqliteReadModels.open(file);
    await models.prepare([parcels]);
    await models.reset('parcels');
    await models.apply('parcels', [change('a', parcel('a', { status: 'built' }))], at('1'));
    await models.close();
    const statusOf = async (models: SqliteReadModels) =>
      [...(await models.rows('parcels', ['a'])).values()].map(({ row }) => row?.['status']);
    expect(await inFile(file, statusOf)).toEqual(['waiting']);
    expect(await inFile(file, statusOf, 'is-built')).toEqual(['built']);
  });

  it.each([
    [
      'an entry for another',
      `ALTER TABLE view_parcels_1_s0 RENAME TO old; CREATE TABLE view_parcels_1_s0 AS SELECT * FROM old; DROP TABLE old;
       DELETE FROM view_parcels_1_s0 WHERE key = 'a';
       INSERT INTO view_parcels_1_s0 SELECT * FROM view_parcels_1_s0`,
      'entries of holders',
    ],
    ['a row before the first', 'UPDATE view_parcels_1 SET id = -7 WHERE id = 1', 'a'],
    ['a row that is of none', "INSERT INTO view_parcels_1_rows VALUES (42, '{}')", '#42'],
    [
      'a row that has another kind of value',
      `UPDATE view_parcels_1_rows SET row = json_set(row, '$.status', 5, '$.holders', 7) WHERE id = 1`,
      'a',
    ],
  ])('tells of %s', async (_what, sql, key) => {
    expect(await inFile(await standing(sql), misfiled)).toContain(key);
  });

  it.each(['{', 'null', '[]', '5'])('is damaged where a row, or its list of tokens, is %s', async (text) => {
    const row = await standing(`UPDATE view_parcels_1_rows SET row = '${text}'`);
    const damaged = { name: 'ViewDamaged' };
    await expect(inFile(row, misfiled)).rejects.toMatchObject(damaged);
    await expect(inFile(row, (models) => models.rows('parcels', ['a']))).rejects.toMatchObject(damaged);
    if (text === '[]') return;
    const tokens = await standing(`UPDATE view_parcels_1_words SET tokens = '${text}'`);
    const asked = [{ key: 'a', tokens: ['t1', 't2'] }];
    await expect(inFile(tokens, (models) => models.misindexed('parcels', asked))).rejects.toMatchObject(
      damaged,
    );
  });
});
