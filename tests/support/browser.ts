import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { password, root } from './app';

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Browser suites are skipped, by name, where no Chromium is installed. */
export const withBrowser: typeof describe = executablePath ? describe : describe.skip;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/** The console as it is shipped, built from this tree. */
export function buildConsole(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/build-console.mjs')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the console does not build:\n${stderr}`);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Violation {
  readonly id: string;
  readonly nodes: readonly string[];
}

/** Where axe looks. */
interface Part {
  readonly exclude: readonly string[];
}

/** What axe finds on the page as it stands, or around a part of it. */
export async function violationsOn(page: Page, part?: Part): Promise<readonly Violation[]> {
  // Half a megabyte: read by a page once, and not for each of its states.
  if (!(await page.evaluate(() => 'axe' in globalThis)))
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(
    async ({ values, part }) => {
      interface Axe {
        run(
          context: unknown,
          options: unknown,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      }
      const { axe } = globalThis as unknown as { axe: Axe };
      const { document: whole } = globalThis as unknown as { document: unknown };
      // What passes is checked as well, but not described.
      const options = { runOnly: { type: 'tag', values }, reporter: 'no-passes' };
      const { violations } = await axe.run(part ?? whole, options);
      return violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
      }));
    },
    { values: tags, part },
  );
}

export type Language = 'zh-CN' | 'en-GB';
interface Watched {
  readonly context: BrowserContext;
  /** Addresses outside this server that were asked for. */
  readonly foreign: string[];
  readonly errors: string[];
}

/** A browser context that notes every request that leaves the origin, and every error of the page. */
export async function watchedContext(
  browser: Browser,
  origin: string,
  language: Language,
  width = 1280,
): Promise<Watched> {
  const context = await browser.newContext({ locale: language, viewport: { width, height: 900 } });
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) foreign.push(url);
  });
  context.on('weberror', (error) => errors.push(error.error().message));
  return { context, foreign, errors };
}

/** Signed in, as a browser that was closed and opened again: without the way over the page that signs in. */
export async function sessionOf(
  url: string,
  username: string,
): Promise<{ name: string; value: string; url: string }[]> {
  const response = await fetch(new URL('/api/sessions', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-threekeys': '1' },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 204) throw new Error(`sign-in of ${username}: ${String(response.status)}`);
  return response.headers.getSetCookie().map((cookie) => {
    const [name = '', ...value] = cookie.split(';')[0]?.split('=') ?? [];
    return { name, value: value.join('='), url };
  });
}

export interface Screen extends Watched {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

interface Opening {
  readonly language?: Language;
  readonly width?: number;
  readonly path?: string;
}

/** Screens of people who sign in once each. What a browser has loaded once it does not load again. */
export class Screens {
  private readonly watched = new Map<string, Promise<Watched>>();
  private readonly sessions = new Map<string, ReturnType<typeof sessionOf>>();

  /** @param of `everybody`: one browser, at which they sit down one after the other; `each`: they work at the same time */
  constructor(
    private readonly of: 'everybody' | 'each',
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** A page of somebody's. Foreign requests and errors are counted from here on. */
  async openAs(
    account: string,
    { language = 'en-GB', width = 1280, path = '/' }: Opening = {},
  ): Promise<Screen> {
    const whose = this.of === 'each' ? account : this.of;
    const watched = await once(this.watched, `${whose} ${language}`, () =>
      watchedContext(this.browser, this.url, language),
    );
    const session = await once(this.sessions, account, () => sessionOf(this.url, account));
    await watched.context.clearCookies();
    await watched.context.addCookies(session);
    [watched.foreign.length, watched.errors.length] = [0, 0];
    const page = await watched.context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(this.url + path);
    await page.getByRole('navigation').first().waitFor();
    return { ...watched, page, close: () => page.close() };
  }
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

export async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(url);
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[type="password"]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}
