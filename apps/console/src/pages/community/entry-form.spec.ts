import { en } from '../../messages/en';
import { codeAndNames, entrancesOf, entryErrors, filledIn } from './entry-form';

describe('a form that founds something', () => {
  it('asks for a code as the server takes it, and for both names', () => {
    expect(entryErrors(codeAndNames(en), { code: 'Grid 10', zh: ' ' }, en)).toEqual({
      ...{ code: en.community.wrong.code, zh: en.community.wrong.missing, en: en.community.wrong.missing },
    });
    expect(entryErrors(codeAndNames(en), { code: 'grid-10', zh: '第十网格', en: 'Grid 10' }, en)).toEqual({});
  });

  it('sends nothing for what was left empty', () =>
    expect(filledIn({ code: ' grid-10 ', compound: ' ' })).toEqual({ code: 'grid-10' }));
});

describe('the entrances of a building', () => {
  it('are an entrance and its doors on each line', () =>
    expect(entrancesOf(['1 20', 'east  8'])).toEqual([
      { entrance: '1', doors: 20 },
      { entrance: 'east', doors: 8 },
    ]));

  it.each([[['1']], [['1 0']], [['1 2001']], [['1 20', '1 8']], [['one two']]])('are not %j', (lines) =>
    expect(entrancesOf(lines)).toBeUndefined(),
  );
});
