import './built-console';
import type { Browser, Page } from 'playwright-core';
import { demoAccounts } from '../../apps/all-in-one/src/demo';
import { Caller, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import { launchBrowser, Screens, violationsOn, withBrowser } from '../support/browser';
import { Barriers } from './barriers';
import { focusedLabel, goesOn, pressAt, sendAt, tabTo, typeInto } from './by-keyboard';
import { statusOf } from './case-page';
import { goTo, lookAs } from './looking';
import { stumbledOverOn } from './on-a-screen';

// Every role at every page that its navigation offers, and the main way of each by keyboard alone.

const waiting = { timeout: 20_000 };
const sights = [
  { language: 'en', width: 1280 },
  { language: 'zh-CN', width: 390 },
] as const;

/** Where somebody sits down after whoever read the other language. */
const inEnglish = { path: '/?lang=en' };

let app: RunningApp;
let browser: Browser;
let screens: Screens;
const barriers = new Barriers();
let office: Caller;

interface Line {
  readonly caseId: string;
  readonly number: string;
}

withBrowser('each role in Chromium', () => {
  beforeAll(async () => {
    app = await startApp({ demo: true });
    browser = await launchBrowser();
    screens = new Screens('everybody', browser, app.url);
    office = Caller.operator(app);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    removeHome(app.home);
  });

  const linksIn = (page: Page, part: string): Promise<readonly string[]> =>
    page
      .locator(`${part} a`)
      .evaluateAll((links) =>
        links.map((link) => (link as unknown as { getAttribute(name: string): string }).getAttribute('href')),
      );

  /** Waits until a page stands, with what it reads. */
  async function stands(page: Page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).waitFor(waiting);
    await page
      .locator('.loading')
      .first()
      .waitFor({ ...waiting, state: 'detached' });
  }

  it.each(Object.keys(demoAccounts))(
    'offers no page that stumbles, in either width and language: %s',
    async (account) => {
      const { page, foreign, errors, close } = await screens.openAs(account, { path: '/desk' });
      const refused: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) refused.push(`${String(response.status())} ${response.url()}`);
      });
      await stands(page);
      const paths = new Set(await linksIn(page, '.shell-header nav'));
      for (const path of paths) {
        await goTo(page, path);
        await stands(page);
        for (const tab of await linksIn(page, 'main nav')) paths.add(tab);
        for (const sight of sights) {
          await lookAs(page, sight);
          const found = [...(await stumbledOverOn(page)), ...(await barriers.on(page, sight))];
          expect({ path, ...sight, found }).toEqual({ path, ...sight, found: [] });
        }
      }
      expect(paths.size).toBeGreaterThan(1);
      expect({ foreign, errors, refused }).toEqual({ foreign: [], errors: [], refused: [] });
      await close();
    },
  );

  it('offers one that stumbles where it is another’s page with a barrier in it, or around it', async () => {
    const { page, close } = await screens.openAs('auditor', { path: '/community?part=policy' });
    await stands(page);
    const [sight] = sights;
    await lookAs(page, sight);
    const found = async () => (await barriers.on(page, sight)).map(({ id }) => id);
    const plantIn = (part: string) =>
      page.locator(part).evaluate((element) => {
        const { document } = globalThis as unknown as { document: { createElement(name: string): unknown } };
        (element as unknown as { append(child: unknown): void }).append(document.createElement('input'));
      });
    expect(await found()).toEqual([]);
    await plantIn('.shell-header');
    expect(await found()).toContain('label');
    await plantIn('main');
    await page.locator('.shell-header > input').evaluate((input) => {
      (input as unknown as { remove(): void }).remove();
    });
    expect(await found()).toContain('label');
    await close();
  });

  async function theCase(query: string): Promise<Line & { readonly path: string }> {
    const { body } = await office.get<{ cases: Line[] }>(`/api/cases?${query}&limit=1`);
    const [line] = body.cases;
    if (!line) throw new Error(`the demo has no case with ${query}`);
    return { ...line, path: `/api/cases/${line.caseId}` };
  }

  it('leads a social worker by keyboard alone from an order to its result', async () => {
    const lift = await theCase('category=lift&status=dispatched');
    const { body } = await office.get<{ orders: { workOrderId: string }[] }>(lift.path);
    await office.post(`${lift.path}/commands/ReassignWorkOrder`, {
      workOrderId: body.orders[0]?.workOrderId,
      to: { kind: 'post', post: 'social-work', person: 'worker' },
      reason: 'local-knowledge',
    });
    const { page, errors, close } = await screens.openAs('worker', inEnglish);
    await page.getByRole('button', { name: `Acknowledge ${lift.number}` }).waitFor(waiting);
    expect(await sendAt(page, /^BUTTON Acknowledge /)).toBe(`BUTTON Start handling ${lift.number}`);
    expect(await sendAt(page, /^BUTTON Start handling /)).toBe(`BUTTON Report result ${lift.number}`);
    await sendAt(page, /^BUTTON Report result /, async () => {
      await typeInto(page, /^Outcome/, 'Done');
      await typeInto(page, /^Words/, 'It runs again');
    });
    await page.getByRole('link', { name: lift.number }).waitFor({ ...waiting, state: 'detached' });
    expect(errors).toEqual([]);
    await close();
  });

  it('leads a grid worker by keyboard alone from the list to a check', async () => {
    const { page, errors, close } = await screens.openAs('grid', inEnglish);
    await stands(page);
    await pressAt(page, /^A Cases/);
    await page.getByRole('table').waitFor(waiting);
    await typeInto(page, /^Status/, 'Awaiting check');
    await page.waitForURL(/status=awaiting-check/);
    const others = page.locator('tbody tr').filter({ hasNotText: 'Awaiting check' });
    await others.first().waitFor({ ...waiting, state: 'detached' });
    await pressAt(page, /^A \d{4}-\d{6}/);
    await page.getByRole('button', { name: 'Check', exact: true }).waitFor(waiting);
    await sendAt(page, /^BUTTON Check$/, async () => {
      await tabTo(page, /^1?Yes/);
      await page.keyboard.press('Space');
      await typeInto(page, /^What was found/, 'It is quiet');
    });
    await statusOf(page, 'Awaiting follow-up');
    expect(errors).toEqual([]);
    await close();
  });

  /** A new version gives every key back. */
  async function newPlan(): Promise<Line> {
    const wall = await theCase('status=awaiting-keys');
    const dispatcher = await Caller.signedIn(app.url, 'dispatcher');
    const { body } = await dispatcher.get<{ joint: { nextVersion: number } }>(wall.path);
    const plan = {
      ...{ content: 'New plaster on a net', scope: 'North wall', costFen: 1_900_000 },
      ...{ payer: 'property', source: 'service-fee', term: '2027-02-28' },
    };
    await dispatcher.post(`${wall.path}/commands/ProposePlan`, { version: body.joint.nextVersion, plan });
    return wall;
  }

  it.each(['branch', 'property'])('leads a key holder by keyboard alone to their key: %s', async (party) => {
    const { number } = await newPlan();
    const { page, errors, close } = await screens.openAs(party, inEnglish);
    await page.getByRole('button', { name: `Turn a key ${number}` }).waitFor(waiting);
    await sendAt(page, /^BUTTON Turn a key /);
    await page
      .getByRole('button', { name: `Turn a key ${number}` })
      .waitFor({ ...waiting, state: 'detached' });
    await pressAt(page, /^A Cases/);
    await page.getByRole('link', { name: number }).waitFor(waiting);
    await pressAt(page, new RegExp(`^A ${number}`));
    await page.getByRole('button', { name: /^Take a key back/ }).waitFor(waiting);
    await sendAt(page, /^Take a key back/, () => typeInto(page, /^Words/, 'We read it once more'));
    await page.getByRole('button', { name: /^Turn a key/ }).waitFor(waiting);
    expect(errors).toEqual([]);
    await close();
  });

  it('leads a clerk by keyboard alone to a corrected phone and category, which the story tells', async () => {
    const made = await office.post<Line>('/api/cases', {
      ...{ channel: 'phone', summary: 'Boxes in the stairwell', accept: { category: 'wall-plaster' } },
      place: { compound: 'dawn-lane', building: '5' },
      requester: { name: '王桂英', phone: '19976540011' },
    });
    const { page, errors, close } = await screens.openAs('clerk', {
      path: `/cases/${made.body.number}?lang=en`,
    });
    await statusOf(page, 'Filed');
    await pressAt(page, /^BUTTON Correct the report/);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Now: 199****0011').waitFor(waiting);
    await dialog.getByText('Now: Wall plaster').waitFor(waiting);
    for (const sight of [...sights].reverse()) {
      await lookAs(page, sight);
      const found = [...(await stumbledOverOn(page)), ...(await violationsOn(page))];
      expect({ ...sight, found }).toEqual({ ...sight, found: [] });
    }
    await typeInto(page, /^Which record is corrected/, 'Accepted');
    await typeInto(page, /^Phone of the requester/, '19976540022');
    await typeInto(page, /^Category/, 'Other');
    await pressAt(page, /^BUTTON Submit/);
    await goesOn(page);
    await statusOf(page, 'Dispatched');
    const corrected = page.locator('.story li').filter({ hasText: 'Report corrected' });
    await corrected.getByText('Phone of the requester: 199****0022').waitFor(waiting);
    await corrected.getByText('Category: Other').waitFor(waiting);
    expect(await page.content()).not.toContain('19976540022');
    expect(errors).toEqual([]);
    await close();
  });

  it('leads an administrator by keyboard alone to a new compound', async () => {
    const { page, errors, close } = await screens.openAs('admin', inEnglish);
    await stands(page);
    await pressAt(page, /^A Community/);
    await page.getByRole('link', { name: 'Compounds' }).waitFor(waiting);
    await pressAt(page, /^A Compounds/);
    await sendAt(page, /^BUTTON Register a compound/, async () => {
      await typeInto(page, /^Code/, 'west-court');
      await typeInto(page, /^Name in Chinese/, '西苑');
      await typeInto(page, /^Name in English/, 'West Court');
    });
    await page.getByRole('heading', { name: 'West Court' }).waitFor(waiting);
    expect(errors).toEqual([]);
    await close();
  });

  it('leads an administrator by keyboard alone to a token, which is shown once, and to its end', async () => {
    const { page, errors, close } = await screens.openAs('admin', {
      path: '/community?part=accounts&lang=en',
    });
    const dialog = page.getByRole('dialog');
    // The buttons of every account stand before it.
    await page.getByRole('button', { name: 'Make a token' }).focus(waiting);
    await pressAt(page, /^BUTTON Make a token/);
    await typeInto(page, /^Name/, 'nightly-export');
    await typeInto(page, /^Acts as/, 'nobody-here');
    await page.keyboard.press('Enter');
    await dialog
      .getByRole('alert')
      .filter({ hasText: 'Acts as: an account that is not disabled' })
      .waitFor(waiting);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('clerk');
    await page.keyboard.press('Enter');
    const token = await dialog.getByRole('textbox', { name: 'Token' }).inputValue(waiting);
    await dialog.getByText('It is shown this once, and never again.').waitFor(waiting);
    expect(await focusedLabel(page)).toBe('Token');
    await pressAt(page, /^BUTTON Copy token/);
    await dialog.getByRole('button', { name: 'Copied' }).waitFor(waiting);
    await page.context().grantPermissions(['clipboard-read']);
    expect(
      await page.evaluate(() =>
        (
          globalThis as unknown as { navigator: { clipboard: { readText(): Promise<string> } } }
        ).navigator.clipboard.readText(),
      ),
    ).toBe(token);
    for (const sight of [...sights].reverse()) {
      await lookAs(page, sight);
      const found = [...(await stumbledOverOn(page)), ...(await violationsOn(page))];
      expect({ ...sight, found }).toEqual({ ...sight, found: [] });
    }
    await pressAt(page, /^BUTTON The script has it/);
    await goesOn(page);
    expect(await page.content()).not.toContain(token);

    const script = Caller.bearer(app.url, token);
    expect((await script.get('/api/me')).body).toMatchObject({ username: 'clerk' });
    await page.getByRole('row', { name: /^nightly-export clerk admin / }).waitFor(waiting);
    await sendAt(page, /^End: nightly-export/);
    await page.getByRole('row', { name: /^nightly-export / }).waitFor({ ...waiting, state: 'detached' });
    expect((await script.get('/api/me')).status).toBe(401);
    expect(errors).toEqual([]);
    await close();
  });
});
