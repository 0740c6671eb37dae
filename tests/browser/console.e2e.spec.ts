import type { Browser, Page } from 'playwright-core';
import { Caller, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import {
  buildConsole,
  launchBrowser,
  signIn,
  violationsOn,
  watchedContext,
  withBrowser,
} from '../support/browser';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/app';

const firstScriptMax = 110 * 1024;
const waiting = { timeout: 15_000 };

let app: RunningApp;
let browser: Browser;

interface Line {
  readonly caseId: string;
  readonly number: string;
}

/** What names the field or control that has the focus. */
function focusedLabel(page: Page): Promise<string> {
  return page.evaluate(() => {
    interface Focused {
      readonly tagName: string;
      readonly textContent: string;
      readonly labels?: ArrayLike<{ readonly textContent: string }>;
      getAttribute(name: string): string | null;
    }
    const { activeElement } = (globalThis as unknown as { document: { activeElement: Focused } }).document;
    const label = activeElement.getAttribute('aria-label') ?? activeElement.labels?.[0]?.textContent;
    return label ?? `${activeElement.tagName} ${activeElement.textContent}`;
  });
}

withBrowser('the console in Chromium', () => {
  beforeAll(async () => {
    buildConsole();
    app = await startApp({ demo: true });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.stop();
    removeHome(app.home);
  });

  async function openAs(
    account: string,
    language: 'zh-CN' | 'en-GB',
    width?: number,
  ): Promise<{ page: Page; foreign: string[]; errors: string[]; close: () => Promise<void> }> {
    const { context, foreign, errors } = await watchedContext(browser, app.url, language, width);
    const page = await context.newPage();
    await signIn(page, app.url, account);
    return { page, foreign, errors, close: () => context.close() };
  }

  async function someCase(): Promise<Line> {
    const auditor = await Caller.signedIn(app.url, 'auditor');
    const { body } = await auditor.get<{ cases: Line[] }>('/api/cases?status=closed&limit=1');
    const [line] = body.cases;
    if (!line) throw new Error('the demo has no closed case');
    return line;
  }

  it('takes a report by keyboard alone, and is ready for the next', async () => {
    const { page, foreign, errors, close } = await openAs('clerk', 'en-GB');
    await page.getByRole('heading', { level: 1, name: 'Intake' }).waitFor(waiting);
    await page.getByRole('combobox', { name: 'Where' }).waitFor(waiting);
    const pressed: string[] = [];
    const type = async (text: string) => page.keyboard.type(text);
    const press = async (key: string) => {
      pressed.push(key);
      await page.keyboard.press(key);
    };
    await page.waitForFunction(
      () =>
        (globalThis as unknown as { document: { activeElement: { role: string | null } } }).document
          .activeElement.role === 'combobox',
    );
    await type('dawn lane 3 2');
    await press('Enter');
    expect(await page.getByRole('combobox', { name: 'Where' }).inputValue()).toBe(
      'Dawn Lane Building 3 entrance 2',
    );
    expect(await focusedLabel(page)).toMatch(/^Name of the requester/);
    await type('Wang Guiying');
    await press('Tab');
    await type('19912345678');
    await press('Tab');
    await type('The light on the stairs has been broken for three days');
    await press('Tab');
    await press('1');
    await press('Control+Enter');
    const number = await page.getByTestId('number').textContent(waiting);
    const code = await page.getByTestId('tracking-code').textContent();
    expect(number).toMatch(/^\d{4}-\d{6}$/);
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: number ?? '' })
        .count(),
    ).resolves.toBeGreaterThan(0);
    const focused = await page.evaluate(
      () =>
        (globalThis as unknown as { document: { activeElement: { role: string | null; value: string } } })
          .document.activeElement.role,
    );
    expect(focused).toBe('combobox');
    expect(pressed.length).toBeLessThanOrEqual(16);
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    await close();
  }, 60_000);

  it('shows open cases at the same place and lets a second caller join', async () => {
    const { page, close } = await openAs('clerk', 'en-GB');
    await page.getByRole('combobox', { name: 'Where' }).fill('dawn lane building 3 entrance 2');
    await page.keyboard.press('Enter');
    const join = page.getByRole('button', { name: /^Join this one/ }).first();
    await join.waitFor(waiting);
    await page.getByLabel('Name of the requester').fill('Li Aifang');
    await page.getByLabel('What', { exact: true }).fill('I nearly fell there too');
    await join.click();
    await page.getByRole('status').filter({ hasText: 'Joined' }).waitFor(waiting);
    await close();
  }, 60_000);

  it('leads by Tab from the place to its door and the open cases there', async () => {
    const { page, close } = await openAs('clerk', 'en-GB');
    await page.getByRole('combobox', { name: 'Where' }).fill('dawn lane 3-2');
    await page.keyboard.press('Tab');
    expect(await focusedLabel(page)).toBe('Door');
    await page
      .getByRole('button', { name: /^Join this one/ })
      .first()
      .waitFor(waiting);
    await page.keyboard.press('Tab'); // the number of the case, a link
    await page.keyboard.press('Tab');
    expect(await focusedLabel(page)).toMatch(/^Join this one/);
    await close();
  }, 60_000);

  it.each([
    ['sunset 3 2', 'Nothing found. Please type it another way.'],
    ['dawn lane 3', 'Several fit. Please choose one from the list.'],
  ])(
    'keeps “%s” in the field of the place, and says why it is none',
    async (typed, said) => {
      const { page, close } = await openAs('clerk', 'en-GB');
      const place = page.getByRole('combobox', { name: 'Where' });
      await place.fill(typed);
      await page.keyboard.press('Tab');
      await page.getByRole('status').filter({ hasText: said }).waitFor(waiting);
      expect(await place.inputValue()).toBe(typed);
      expect(await violationsOn(page)).toEqual([]);
      await close();
    },
    60_000,
  );

  it('opens a dialog on its first field, and gives the focus back', async () => {
    const { number } = await someCase();
    const { page, close } = await openAs('dispatcher', 'en-GB');
    await page.goto(`${app.url}/cases/${number}`);
    const opener = page.getByRole('button', { name: 'Show name and phone' }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor(waiting);
    expect(await focusedLabel(page)).toBe('Purpose');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ ...waiting, state: 'detached' });
    expect(await focusedLabel(page)).toMatch(/^BUTTON Show name and phone/);
    await close();
  }, 60_000);

  it('shows the list on a narrow screen without a sideways scroll, its filters folded', async () => {
    const { page, close } = await openAs('dispatcher', 'en-GB', 390);
    await page.goto(`${app.url}/cases`);
    await page.getByRole('table').waitFor(waiting);
    expect(await page.getByLabel('Urgency').isVisible()).toBe(false);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Urgency').selectOption('urgent');
    await page.waitForURL(/urgency=urgent/);
    const width = await page
      .getByRole('table')
      .evaluate((table) => (table as unknown as { scrollWidth: number }).scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await close();
  }, 60_000);

  it('says first what to correct, and moves the focus there', async () => {
    const { page, close } = await openAs('clerk', 'zh-CN');
    await page.getByRole('combobox', { name: '何处' }).waitFor(waiting);
    await page.keyboard.press('Control+Enter');
    const alert = page.getByRole('alert').filter({ hasText: '请先改正' });
    await alert.waitFor(waiting);
    expect(
      await alert.evaluate(
        (element) =>
          element ===
          (element as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
      ),
    ).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await close();
  }, 60_000);

  it('does not submit with the Enter that confirms a Chinese candidate', async () => {
    const { page, close } = await openAs('clerk', 'zh-CN');
    const place = page.getByRole('combobox', { name: '何处' });
    await place.waitFor(waiting);
    await place.focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'chenxi', selectionStart: 6, selectionEnd: 6 });
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    expect(await page.getByRole('alert').filter({ hasText: '请先改正' }).count()).toBe(0);
    await close();
  }, 60_000);

  it('filters the list by the address, so that a link restores it', async () => {
    const { page, close } = await openAs('dispatcher', 'en-GB');
    await page.goto(`${app.url}/cases?status=closed`);
    await page.getByRole('table').waitFor(waiting);
    const statuses = await page.locator('tbody tr td:nth-child(3)').allTextContents();
    expect(new Set(statuses)).toEqual(new Set(['Closed']));
    await page.getByLabel('Urgency').selectOption('urgent');
    await page.waitForURL(/urgency=urgent/);
    expect(page.url()).toContain('status=closed');
    await close();
  }, 60_000);

  it('steps through a history: state then, what changed, who, when', async () => {
    const { number } = await someCase();
    const { page, close } = await openAs('auditor', 'en-GB');
    await page.goto(`${app.url}/cases/${number}/replay?step=2`);
    await page.getByRole('heading', { name: `Replay of ${number}` }).waitFor(waiting);
    const changes = page.getByRole('region', { name: 'What this step changed' }).first();
    await changes.getByRole('row').nth(1).waitFor(waiting);
    const slider = page.getByRole('slider', { name: 'Step' });
    expect(await slider.getAttribute('aria-valuetext')).toContain('Step 2 of');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/step=3/);
    await page.keyboard.press('Home');
    await page.waitForURL(/step=1/);
    expect(await page.getByRole('button', { name: /Accept|Close|Dispatch/ }).count()).toBe(0);
    await close();
  }, 60_000);

  it('shows the name and phone of a volunteer to who says what for', async () => {
    const { number } = await someCase();
    const { page, close } = await openAs('dispatcher', 'en-GB');
    await page.goto(`${app.url}/cases/${number}`);
    const offer = page.getByRole('list', { name: 'Offers' }).getByRole('listitem').first();
    await offer.getByRole('button', { name: 'Show name and phone' }).click(waiting);
    const dialog = page.getByRole('dialog', { name: 'Show name and phone' });
    expect(await dialog.getByLabel('Purpose').inputValue()).toBe('');
    await dialog.getByLabel('Purpose').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Show name and phone' }).click();
    await offer.getByRole('status').waitFor(waiting);
    expect(await offer.getByRole('status').textContent()).toMatch(/\d{11}/);
    await close();
  }, 60_000);

  it('asks volunteers as themselves, without a story and a replay that they may not read', async () => {
    const volunteer = await Caller.signedIn(app.url, 'volunteer');
    const { body } = await volunteer.get<{ cases: Line[] }>('/api/cases?status=dispatched');
    const { page, close } = await openAs('volunteer', 'en-GB');
    await page.goto(`${app.url}/cases/${body.cases[0]?.number ?? ''}`);
    await page.getByRole('button', { name: 'I accept' }).waitFor(waiting);
    await page.getByRole('link', { name: 'Replay' }).waitFor({ ...waiting, state: 'detached' });
    expect(await page.getByRole('heading', { name: 'Story' }).count()).toBe(0);
    expect(await page.getByText('on their behalf').count()).toBe(0);
    await close();
  }, 60_000);

  const states: readonly [string, string, string, (page: Page) => Promise<void>][] = [
    ['clerk', '/intake', 'as it opens', async (page) => page.getByRole('combobox').first().waitFor(waiting)],
    [
      'clerk',
      '/intake',
      'with the list of places open',
      async (page) => {
        await page.getByRole('combobox').first().fill('1');
        await page.getByRole('option').first().waitFor(waiting);
      },
    ],
    [
      'clerk',
      '/intake',
      'with a proxy',
      async (page) => {
        await page.getByRole('checkbox').nth(2).check();
      },
    ],
    ['dispatcher', '/cases', 'as it opens', async (page) => page.getByRole('table').waitFor(waiting)],
    [
      'dispatcher',
      '/cases',
      'empty, and the address without what was searched',
      async (page) => {
        await page.getByRole('table').waitFor(waiting);
        await page.getByRole('searchbox').fill('zzzz');
        await page.keyboard.press('Enter');
        await page.getByRole('table').waitFor({ ...waiting, state: 'detached' });
        expect(page.url()).not.toContain('zzzz');
      },
    ],
    [
      'dispatcher',
      '/cases/{open}',
      'as it opens',
      async (page) => page.locator('.story li').first().waitFor(waiting),
    ],
    [
      'dispatcher',
      '/cases/{open}',
      'with a command open',
      async (page) => {
        await page.locator('aside .actions button').first().click();
        await page.getByRole('dialog').waitFor(waiting);
      },
    ],
    [
      'clerk',
      '/cases/{open}',
      'asking for a purpose',
      async (page) => {
        await page
          .getByRole('button', { name: /查看姓名电话|Show name and phone/ })
          .first()
          .click();
        await page.getByRole('dialog').waitFor(waiting);
      },
    ],
    [
      'auditor',
      '/cases/{open}/replay?step=2',
      'as it opens',
      async (page) => page.getByRole('row').nth(1).waitFor(waiting),
    ],
    [
      'auditor',
      '/nowhere',
      'not found',
      async (page) => page.getByRole('heading', { level: 1 }).waitFor(waiting),
    ],
  ];

  it.each(
    states.flatMap(([account, path, state, open]) =>
      (['zh-CN', 'en-GB'] as const).flatMap((language) =>
        [1280, 390].map((width) => ({ account, path, state, open, language, width })),
      ),
    ),
  )(
    'gives axe nothing to find: $path $state, $language, $width px',
    async ({ account, path, open, language, width }) => {
      const auditor = await Caller.signedIn(app.url, 'auditor');
      const { body } = await auditor.get<{ cases: Line[] }>('/api/cases?status=awaiting-follow-up&limit=1');
      const { page, foreign, errors, close } = await openAs(account, language, width);
      await page.goto(app.url + path.replace('{open}', body.cases[0]?.number ?? ''));
      await open(page);
      expect(await violationsOn(page)).toEqual([]);
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
      await close();
    },
    60_000,
  );

  it('gives axe something to find where a violation is planted', async () => {
    const { page, close } = await openAs('clerk', 'en-GB');
    await page.getByRole('combobox').first().waitFor(waiting);
    await page.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: { querySelector(query: string): { innerHTML: string } };
      };
      document.querySelector('main').innerHTML += '<input id="planted"><img src="/favicon.svg">';
    });
    expect((await violationsOn(page)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['label', 'image-alt']),
    );
    await close();
  }, 60_000);

  it('shows the sign-in page without anything for axe to find', async () => {
    const { context } = await watchedContext(browser, app.url, 'zh-CN', 390);
    const page = await context.newPage();
    await page.goto(app.url);
    await page.locator('input[type="password"]').waitFor(waiting);
    expect(await violationsOn(page)).toEqual([]);
    await context.close();
  }, 60_000);

  it(`needs at most ${String(firstScriptMax / 1024)} kB of script at first`, () => {
    const dist = join(root, 'apps/console/dist');
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const scripts = readdirSync(join(dist, 'assets')).filter(
      (name) => name.endsWith('.js') && html.includes(name),
    );
    const bytes = scripts.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name)), { level: 9 }).length,
      0,
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(firstScriptMax);
  });
});
