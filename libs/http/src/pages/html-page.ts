import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CalledRequest } from '../call';
import type { Language } from '../language';
import { languageOf } from '../language';
import type { Markup } from './markup';
import { markup } from './markup';
import { stylesheet } from './stylesheet';

/** What stands on a page, in the language of who reads it. */
export interface HtmlPage {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  /** Default 200. */
  readonly status?: number;
}

const styleHash = createHash('sha256').update(stylesheet).digest('base64');

/** No script, nothing from elsewhere, nothing kept, and the address told to nobody. */
const headers: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/** Addresses that people open without signing in; whatever is wrong there is told as a page. */
export function isPage({ url }: Pick<FastifyRequest, 'url'>): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return path.startsWith('/l/') || path === '/follow';
}

/** `?lang=` of the switch, else what the browser likes best. */
export function pageLanguageOf(request: FastifyRequest, otherwise: Language): Language {
  const { lang } = request.query as { lang?: unknown };
  if (lang === 'zh' || lang === 'en') return lang;
  const { defaultLanguage = otherwise } = request as CalledRequest;
  return languageOf(request.headers['accept-language'], defaultLanguage);
}

/** Sends a page; it is complete and needs no script. */
export function sendPage(reply: FastifyReply, page: HtmlPage): void {
  void reply
    .status(page.status ?? 200)
    .headers(headers)
    .header('content-language', page.language)
    .send(markupOf(page));
}

/** POST → 303 → GET: to look again sends nothing again. */
export function sendToPage(reply: FastifyReply, address: string): void {
  void reply.status(303).headers(headers).header('location', address).send('');
}

const product = { zh: '三把钥匙', en: 'Threekeys' } as const;
const others = {
  zh: { language: 'en', lang: 'en', name: 'English' },
  en: { language: 'zh', lang: 'zh-CN', name: '中文' },
} as const;

function markupOf({ language, title, body }: HtmlPage): string {
  const other = others[language];
  const page = markup`<body>
    <header>
      <span>${product[language]}</span
      ><a href="?lang=${other.language}" lang="${other.lang}" hreflang="${other.lang}">${other.name}</a>
    </header>
    <main>
      <h1>${title}</h1>
      ${body}
    </main>
  </body>`;
  return [
    `<!doctype html>\n<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    markup`<title>${title} · ${product[language]}</title>`.text,
    `<style>${stylesheet}</style></head>`,
    page.text,
    '</html>\n',
  ].join('\n');
}
