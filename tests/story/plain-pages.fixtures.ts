import { randomUUID } from 'node:crypto';

/** What a browser without scripts has in front of it. */
export interface PageSeen {
  readonly status: number;
  readonly headers: Headers;
  readonly markup: string;
  /** Its text, without markup. */
  readonly text: string;
}

/** Somebody with a phone, and a link. Redirects are not followed by themselves. */
export class Phone {
  constructor(
    private readonly url: string,
    private readonly language: 'zh' | 'en' = 'en',
  ) {}

  async open(path: string): Promise<PageSeen> {
    const headers = { accept: 'text/html', 'accept-language': this.language };
    return seen(await fetch(new URL(path, this.url), { headers, redirect: 'manual' }));
  }

  /** Sends a form as it stands on a page, with what was filled in. @param key default: of its own, as on a fresh page */
  async send(
    path: string,
    act: string,
    fields: Readonly<Record<string, string>> = {},
    key: string = randomUUID(),
  ): Promise<PageSeen> {
    const body = new URLSearchParams({ act, key, ...fields }).toString();
    return this.raw(path, body);
  }

  async raw(path: string, body: string, type = 'application/x-www-form-urlencoded'): Promise<PageSeen> {
    const headers = { accept: 'text/html', 'accept-language': this.language, 'content-type': type };
    const answer = await fetch(new URL(path, this.url), {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    return seen(answer);
  }

  /** Sends a form and looks again where the answer says. @throws Error where it was not taken */
  async does(path: string, act: string, fields: Readonly<Record<string, string>> = {}): Promise<PageSeen> {
    const { status, headers, text } = await this.send(path, act, fields);
    const location = headers.get('location');
    if (status !== 303 || location === null) throw new Error(`${act}: ${String(status)} ${text}`);
    return this.open(location);
  }
}

async function seen(answer: Response): Promise<PageSeen> {
  const markup = await answer.text();
  const body = markup.slice(Math.max(0, markup.indexOf('<main>')));
  const text = body
    .split('<')
    .map((piece) => piece.slice(piece.indexOf('>') + 1))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { status: answer.status, headers: answer.headers, markup, text };
}

/** The names of the forms that a page offers, in order. */
export const actsOn = ({ markup }: PageSeen): readonly string[] =>
  [...markup.matchAll(/name="act" value="([\w-]+)"/g)].map(([, act]) => act ?? '');
