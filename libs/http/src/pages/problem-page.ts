import type { Language } from '../language';
import type { ProblemAnswer } from '../problem';
import { markup } from './markup';
import type { HtmlPage } from './html-page';

const titles: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'not-found': { zh: '这里没有内容', en: 'There is nothing here' },
};
const otherwise = { zh: '没有办成', en: 'That did not work' } as const;
const details: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'not-found': {
    zh: '链接不完整、有误，或者已经失效。请核对后再打开，或请社区重新发给您。',
    en: 'The link is incomplete or wrong, or is no longer valid. Check it, or ask the community for a new one.',
  },
};

/** A problem as a page, for who opened a link. */
export function problemPage({ code, status, title, detail }: ProblemAnswer, language: Language): HtmlPage {
  const sentence = (details[code] ?? detail ?? title)[language];
  return { language, status, title: (titles[code] ?? otherwise)[language], body: markup`<p>${sentence}</p>` };
}
