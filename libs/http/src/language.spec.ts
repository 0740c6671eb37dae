import { languageOf } from './language';

describe('the language of an answer', () => {
  it.each([
    ['en', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh;q=0.2, en;q=0.7', 'en'],
    ['fr, en;q=0.3', 'en'],
    ['fr', 'zh'],
    ['en;q=0', 'zh'],
    ['en;q=nonsense', 'zh'],
    [',;,;', 'zh'],
  ])('for %s is %s', (header, language) => expect(languageOf(header, 'zh')).toBe(language));

  it('is the installation’s where nothing is asked for', () =>
    expect(languageOf(undefined, 'en')).toBe('en'));
});
