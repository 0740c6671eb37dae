import { openScratch } from './database';
import { schemaDifferences, schemaMadeBy } from './schema-differences';

const schema = [
  'CREATE TABLE IF NOT EXISTS lines (key TEXT PRIMARY KEY) STRICT',
  'CREATE INDEX by_key ON lines (key)',
];

describe('the schema of a file', () => {
  it.each([
    ['is as it was made', '', []],
    ['was laid out otherwise', 'DROP INDEX by_key; CREATE INDEX by_key ON\n lines (key)', []],
    ['has a part less', 'DROP INDEX by_key', ['the index by_key of some.sqlite is missing']],
    ['has one more', 'CREATE TABLE aside (key)', ['some.sqlite has a table aside that nobody made']],
    [
      'has another',
      'DROP INDEX by_key; CREATE INDEX by_key ON lines (key) WHERE key > 1',
      ['the index by_key of some.sqlite is not as it was made'],
    ],
  ])('that %s', (_what, altering, differences) => {
    const database = openScratch();
    for (const sql of [...schema, altering]) database.exec(sql);
    expect(schemaDifferences(database, 'some.sqlite', schemaMadeBy(...schema))).toEqual(differences);
    database.close();
  });
});
