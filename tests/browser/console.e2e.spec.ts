import type { Browser } from 'playwright-core';
import { focusedLabel, pressAt, sendAt, tabTo, typeInto } from './by-keyboard';
import { Caller, password, removeHome, root, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import {
  buildConsole,
  launchBrowser,
  Screens,
  sessionOf,
  violationsOn,
  watchedContext,
  withBrowser,
} from '../support/browser';
import type { Screen } from '../support/browser';
import { statusOf } from './case-page';
import { states } from './console-states';
import { goTo, lookAs } from './looking';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const firstScriptMax = 110 * 1024;
const waiting = { timeout: 15_000 };
const hourMs = 3_600_000;
/** As it is typed: the clocks of the community stand eight hours ahead. */
const inOffice = (at: Date) => new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 16);

let app: RunningApp;
let browser: Browser;
let screens: Screens;
let auditor: Caller;

interface Line {
  readonly number: string;
}

interface KeyCase {
  readonly place: { readonly compound: string };
  readonly resolution: { readonly holders: readonly { readonly party: string; readonly holder?: string }[] };
}

withBrowser('the console in Chromium', () => {
  beforeAll(async () => {
    buildConsole();
    app = await startApp({ demo: true });
    browser = await launchBrowser();
    screens = new Screens('everybody', browser, app.url);
    auditor = await Caller.signedIn(app.url, 'auditor');
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    removeHome(app.home);
  });

  async function oneIn(status: string): Promise<string> {
    const { body } = await auditor.get<{ cases: Line[] }>(`/api/cases?status=${status}&limit=1`);
    const [line] = body.cases;
    if (!line) throw new Error(`the demo has no case that is ${status}`);
    return line.number;
  }

  it('takes a report by keyboard alone, and is ready for the next', async () => {
    const { page, foreign, errors, close } = await screens.openAs('clerk');
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
    const slip = page.locator('.slip');
    expect(await slip.textContent()).toContain(`${app.url}/follow`);
    expect(await slip.textContent()).toContain('Dawn Lane Building 3 entrance 2');
    expect(await slip.textContent()).toContain('last four digits');
    await page.getByRole('link', { name: 'Open the case' }).click();
    await page.getByRole('heading', { level: 1, name: number ?? '' }).waitFor(waiting);
    await page.goBack();
    await page
      .getByTestId('tracking-code')
      .getByText(code ?? '')
      .waitFor(waiting);
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    await close();
  });

  it('says in the other language what was done just now, when the language is changed', async () => {
    const { page, close } = await screens.openAs('clerk');
    await page.getByRole('combobox', { name: 'Where' }).fill('dawn lane 1 1');
    await page.keyboard.press('Enter');
    await page.getByLabel('What', { exact: true }).fill('The door does not close');
    await page.getByRole('button', { name: 'Save only' }).click();
    const toast = page.locator('.toast');
    await toast.getByText(/^Saved as \d{4}-\d{6}, tracking code/).waitFor(waiting);
    await page.getByRole('button', { name: '中文' }).click();
    await toast.getByText(/^已登记 \d{4}-\d{6}，查询码/).waitFor(waiting);
    await page.getByRole('button', { name: 'English' }).click();
    await toast.getByText(/^Saved as/).waitFor(waiting);
    await close();
  });

  it('shows open cases at the same place and lets a second caller join', async () => {
    const { page, close } = await screens.openAs('clerk');
    await page.getByRole('combobox', { name: 'Where' }).fill('dawn lane building 3 entrance 2');
    await page.keyboard.press('Enter');
    const join = page.getByRole('button', { name: /^Join this one/ }).first();
    await join.waitFor(waiting);
    await page.getByLabel('Name of the requester').fill('Li Aifang');
    await page.getByLabel('What', { exact: true }).fill('I nearly fell there too');
    await join.click();
    await page.getByRole('status').filter({ hasText: 'Joined' }).waitFor(waiting);
    await close();
  });

  it('leads by Tab from the place to its door and the open cases there', async () => {
    const { page, close } = await screens.openAs('clerk');
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
  });

  it.each([
    ['sunset 3 2', 'Nothing found. Please type it another way.'],
    ['dawn lane 3', 'Several fit. Please choose one from the list.'],
  ])('keeps “%s” in the field of the place, and says why it is none', async (typed, said) => {
    const { page, close } = await screens.openAs('clerk');
    const place = page.getByRole('combobox', { name: 'Where' });
    await place.fill(typed);
    await page.keyboard.press('Tab');
    await page.getByRole('status').filter({ hasText: said }).waitFor(waiting);
    expect(await place.inputValue()).toBe(typed);
    expect(await violationsOn(page)).toEqual([]);
    await close();
  });

  it('opens a dialog on its first field, and gives the focus back', async () => {
    const number = await oneIn('closed');
    const { page, close } = await screens.openAs('dispatcher', { path: `/cases/${number}` });
    const opener = page.getByRole('button', { name: /^Show name and phone/ }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor(waiting);
    expect(await focusedLabel(page)).toBe('Purpose');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ ...waiting, state: 'detached' });
    expect(await focusedLabel(page)).toMatch(/Show name and phone/);
    await close();
  });

  it('shows the list on a narrow screen without a sideways scroll, its filters folded', async () => {
    const { page, close } = await screens.openAs('dispatcher', { width: 390, path: `/cases` });
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
  });

  it('says first what to correct, and moves the focus there', async () => {
    const { page, close } = await screens.openAs('clerk', { language: 'zh-CN' });
    await page.getByRole('combobox', { name: '何处' }).waitFor(waiting);
    await page.keyboard.press('Control+Enter');
    const alert = page.getByRole('alert').filter({ hasText: '请先改正' });
    await alert.waitFor(waiting);
    await page.getByRole('combobox', { name: '何处' }).and(page.locator(':focus')).waitFor(waiting);
    expect(await violationsOn(page)).toEqual([]);
    await close();
  });

  it('does not save a report without what was ticked and typed in it', async () => {
    const { page, close } = await screens.openAs('clerk');
    await page.getByRole('combobox', { name: 'Where' }).fill('dawn lane building 3 entrance 2');
    await page.keyboard.press('Enter');
    await page.getByLabel('What', { exact: true }).fill('Her lamp is dark');
    await page.getByLabel('Wants to be called back').check();
    await page.getByLabel('On someone’s behalf').check();
    await page.getByLabel('Name of the proxy').fill('Li Aifang');
    await page.getByRole('button', { name: 'Save only' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: 'Write the name of whom it is reported for.' })
      .waitFor(waiting);
    await page.getByLabel('Name of the requester').and(page.locator(':focus')).waitFor(waiting);
    expect(await page.getByTestId('number').count()).toBe(0);
    await page.keyboard.type('Wang Guiying');
    await page.getByRole('button', { name: 'Save only' }).click();
    await page.getByTestId('number').waitFor(waiting);
    await close();
  });

  it('does not hand a confidential complaint to whom it is about', async () => {
    const { page, close } = await screens.openAs('clerk');
    await page.getByRole('combobox', { name: 'Where' }).fill('dawn lane building 3 entrance 2');
    await page.keyboard.press('Enter');
    await page.getByLabel('What', { exact: true }).fill('The liaison of the company shouts at my mother');
    await page.getByLabel('Other categories').selectOption({ label: 'Property service' });
    const accept = page.getByRole('button', { name: 'Save and accept' });
    await accept.waitFor(waiting);
    await page.getByLabel('Confidential').check();
    await accept.waitFor({ ...waiting, state: 'detached' });
    await page.getByRole('status').filter({ hasText: 'it can only be saved' }).waitFor(waiting);
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Name of the respondent').and(page.locator(':focus')).waitFor(waiting);
    expect(await page.getByTestId('number').count()).toBe(0);
    await page.keyboard.type('Chen of the company');
    await page.getByLabel('Organisation complained about').selectOption('mingguang-property');
    await page.getByLabel('Keep out who holds a post').selectOption({ label: 'Social work · worker' });
    await page.keyboard.press('Control+Enter');
    const number = await page.getByTestId('number').textContent(waiting);
    const [clerk, liaison, worker] = await Promise.all(
      ['clerk', 'liaison', 'worker'].map((account) => Caller.signedIn(app.url, account)),
    );
    const at = `/api/cases/${number ?? ''}`;
    expect((await clerk?.get(at))?.body).toMatchObject({
      confidential: true,
      respondent: { kind: 'person', organisation: 'mingguang-property', keptOut: ['worker'] },
    });
    for (const shutOut of [liaison, worker]) expect((await shutOut?.get(at))?.status).toBe(404);
    await close();
  });

  it('takes down in the evening what was said before', async () => {
    const { page, close } = await screens.openAs('clerk');
    const when = page.getByLabel('When it happened');
    const save = page.getByRole('button', { name: 'Save only' });
    await page.getByRole('combobox', { name: 'Where' }).fill('dawn lane building 3 entrance 2');
    await page.keyboard.press('Enter');
    await page.getByLabel('What', { exact: true }).fill('She spoke to me at her door');
    await page.getByText('It happened earlier').click();
    await when.fill('2999-01-01T08:00');
    await save.click();
    await when.and(page.locator(':focus')).waitFor(waiting);
    const twoHoursAgo = new Date(Math.floor(Date.now() / 60_000 - 120) * 60_000);
    await when.fill(inOffice(twoHoursAgo));
    await save.click();
    const number = await page.getByTestId('number').textContent(waiting);
    const said = await auditor.get(`/api/cases/${number ?? ''}`);
    expect(said.body).toMatchObject({ occurredAt: twoHoursAgo.toISOString() });

    await page.getByRole('link', { name: 'Open the case' }).click();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Category').selectOption({ index: 1 });
    await dialog.getByText('It happened earlier').click();
    await when.fill(inOffice(new Date(Date.now() - hourMs)));
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.waitFor({ ...waiting, state: 'detached' });
    await expect(page.getByText('entered late').count()).resolves.toBe(2);
    await close();
  });

  it('says about whom a case is, to whom it went, whose matter it is and which body has it', async () => {
    const [clerk, dispatcher] = await Promise.all([
      Caller.signedIn(app.url, 'clerk'),
      Caller.signedIn(app.url, 'dispatcher'),
    ]);
    const { body } = await clerk.post<{ caseId: string; number: string }>('/api/cases', {
      ...{ channel: 'desk', place: { compound: 'dawn-lane', building: '3' }, summary: 'smoke from a grill' },
      respondent: { kind: 'shop', name: 'Old Zhao', keptOut: ['liaison'] },
    });
    const acts = {
      TransferAccountability: { to: { post: 'social-work', person: 'worker' }, reason: 'workload' },
      DetermineResponsibility: { kind: 'municipal', basis: 'contract' },
      ReferCase: { body: 'market-supervision', basis: 'outside-powers' },
    };
    for (const [command, data] of Object.entries(acts)) {
      const { status } = await dispatcher.post(`/api/cases/${body.caseId}/commands/${command}`, data);
      expect([command, status]).toEqual([command, 200]);
    }
    const { page, close } = await screens.openAs('clerk', { path: `/cases/${body.number}` });
    const facts = page.getByRole('region', { name: 'About whom, and whose matter' });
    for (const said of ['Shop · kept out: liaison', 'Municipal', 'market supervision']) {
      await facts.getByText(said).waitFor(waiting);
    }
    const story = page.getByRole('region', { name: 'Story' });
    for (const said of ['· worker', 'Whose matter it is: Municipal', 'Body: market supervision']) {
      await story.getByText(said).first().waitFor(waiting);
    }
    expect(await violationsOn(page)).toEqual([]);
    await close();
  });

  it('does not submit with the Enter that confirms a Chinese candidate', async () => {
    const { page, close } = await screens.openAs('clerk', { language: 'zh-CN' });
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
  });

  it('filters the list by the address, so that a link restores it', async () => {
    const { page, close } = await screens.openAs('dispatcher', { path: `/cases?status=closed` });
    await page.getByRole('table').waitFor(waiting);
    const statuses = await page.locator('tbody tr td:nth-child(3)').allTextContents();
    expect(new Set(statuses)).toEqual(new Set(['Closed']));
    await page.getByLabel('Urgency').selectOption('urgent');
    await page.waitForURL(/urgency=urgent/);
    expect(page.url()).toContain('status=closed');
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.fill('w');
    await search.press('Enter');
    await page.getByText('One character is too little to search for').waitFor(waiting);
    expect(await search.getAttribute('aria-invalid')).toBe('true');
    await close();
  });

  it('steps through a history: state then, what changed, who, when', async () => {
    const number = await oneIn('closed');
    const { page, close } = await screens.openAs('auditor', { path: `/cases/${number}/replay?step=2` });
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
  });

  it('shows the name and phone of a volunteer to who says what for', async () => {
    const number = await oneIn('closed');
    const { page, close } = await screens.openAs('dispatcher', { path: `/cases/${number}` });
    const offer = page.getByRole('list', { name: 'Offers' }).getByRole('listitem').first();
    await offer.getByRole('button', { name: /^Show name and phone: / }).click(waiting);
    const dialog = page.getByRole('dialog', { name: 'Show name and phone' });
    expect(await dialog.getByLabel('Purpose').inputValue()).toBe('');
    await dialog.getByLabel('Purpose').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Show name and phone' }).click();
    await offer.getByRole('status').waitFor(waiting);
    expect(await offer.getByRole('status').textContent()).toMatch(/\d{11}/);
    await close();
  });

  it('asks volunteers as themselves, without a story and a replay that they may not read', async () => {
    const volunteer = await Caller.signedIn(app.url, 'volunteer');
    const { body } = await volunteer.get<{ cases: Line[] }>('/api/cases?status=dispatched');
    const { page, close } = await screens.openAs('volunteer', {
      path: `/cases/${body.cases[0]?.number ?? ''}`,
    });
    await page.getByRole('button', { name: 'I accept' }).waitFor(waiting);
    await page.getByRole('link', { name: 'Replay' }).waitFor({ ...waiting, state: 'detached' });
    expect(await page.getByRole('heading', { name: 'Story' }).count()).toBe(0);
    expect(await page.getByText('on their behalf').count()).toBe(0);
    await close();
  });

  it('asks for no history that a key holder may not read, offers none, and says why where it is asked for', async () => {
    const number = await oneIn('awaiting-keys');
    const { page, close } = await screens.openAs('branch', { path: '/cases' });
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(response.url());
    });
    await page.getByRole('link', { name: number }).click(waiting);
    await page.getByRole('list', { name: 'The three keys' }).waitFor(waiting);
    expect(await page.getByRole('link', { name: 'Replay' }).count()).toBe(0);
    await goTo(page, `/cases/${number}/replay`);
    await page.getByText('What was done step by step is read by those who handle the case').waitFor(waiting);
    await page.getByRole('link', { name: 'Back to the case' }).click();
    await page.getByRole('list', { name: 'The three keys' }).waitFor(waiting);
    expect(refused).toEqual([]);
    await close();
  });

  describe('in every state', () => {
    /** Each state in both languages and in both widths, in two looks and not in four. */
    const sights = [
      { language: 'en', width: 1280 },
      { language: 'zh-CN', width: 390 },
    ] as const;

    /** Whose screen stands open, from state to state. */
    let shown: { readonly account: string; readonly screen: Screen } | undefined;
    async function screenOf(account: string): Promise<Screen> {
      if (shown?.account !== account) {
        await shown?.screen.close();
        const at = { language: 'zh-CN', path: '/nowhere' } as const;
        shown = { account, screen: await screens.openAs(account, at) };
      }
      return shown.screen;
    }
    afterAll(() => shown?.screen.close());

    let numbers: Promise<readonly (readonly [string, string])[]> | undefined;
    async function numbersOf(): Promise<readonly (readonly [string, string])[]> {
      const asked = await auditor.get<{ cards: Line[] }>('/api/board/offers?limit=1');
      return [
        ['{open}', await oneIn('awaiting-follow-up')],
        ['{keys}', await oneIn('awaiting-keys')],
        ['{asked}', asked.body.cards[0]?.number ?? ''],
      ];
    }

    it.each(states)('gives axe nothing to find: $account $path $state', async ({ account, path, open }) => {
      const named = await (numbers ??= numbersOf());
      const at = named.reduce((whole, [name, number]) => whole.replace(name, number), path);
      const { page, foreign, errors } = await screenOf(account);
      [foreign.length, errors.length] = [0, 0];
      await lookAs(page, sights[0]);
      await goTo(page, at);
      await open(page);
      for (const sight of sights) {
        await lookAs(page, sight);
        expect({ ...sight, violations: await violationsOn(page) }).toEqual({ ...sight, violations: [] });
      }
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
    });
  });

  /** A minute of the past at which something lay on the clerk’s desk that lies there no more. */
  async function earlierMinute(): Promise<{ readonly typed: string; readonly number: string }> {
    const clerk = await Caller.signedIn(app.url, 'clerk');
    const today = (await clerk.get<{ lines: Line[] }>('/api/desk?limit=100')).body.lines;
    for (let hours = 1; hours < 28 * 24; hours += 5) {
      const minute = `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 16)}:00.000Z`;
      const then = (await clerk.get<{ lines: Line[] }>(`/api/desk/as-of?asOf=${minute}`)).body.lines;
      const gone = then.find(({ number }) => !today.some((line) => line.number === number));
      // The starter policy's clocks are eight hours ahead.
      const local = new Date(Date.parse(minute) + 8 * 3_600_000).toISOString();
      if (gone) return { typed: local.slice(0, 16), number: gone.number };
    }
    throw new Error('the clerk has had nothing to do');
  }

  it.each([
    {
      language: 'en-GB',
      ...{ past: 'The desk of another instant', instant: 'Instant', show: 'Show' },
      ...{ known: /^As it was known at /, now: 'Back to now', toDo: /^To do \(\d+\)$/ },
    },
    {
      language: 'zh-CN',
      ...{ past: '看某一时点的待办', instant: '时点', show: '查看' },
      ...{ known: /所知的待办/, now: '回到现在', toDo: /^待我办理（\d+）$/ },
    },
  ] as const)(
    'shows the desk as it was known at an instant, with nothing to press, and goes back to now: $language',
    async ({ language, past, instant, show, known, now, toDo }) => {
      const { typed, number } = await earlierMinute();
      const { page, errors, close } = await screens.openAs('clerk', { language, path: '/desk' });
      await page.getByRole('link', { name: toDo }).waitFor(waiting);
      expect(await page.getByRole('link', { name: number }).count()).toBe(0);
      await page.getByText(past).click();
      await page.getByLabel(instant).fill(typed);
      await page.getByRole('button', { name: show }).click();
      await page.getByRole('link', { name: number }).waitFor(waiting);
      expect(new URL(page.url()).searchParams.get('asOf')).toMatch(/Z$/);
      expect(await page.locator('p:focus').textContent()).toMatch(known);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.locator('.desk .steps button').count()).toBe(0);
      expect(await page.getByLabel(instant).inputValue()).toBe(typed);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ width, violations: await violationsOn(page) }).toEqual({ width, violations: [] });
      }
      await page.reload();
      await page.getByRole('link', { name: number }).waitFor(waiting);
      await page.getByRole('link', { name: now }).click();
      await page.getByRole('link', { name: toDo }).waitFor(waiting);
      expect(new URL(page.url()).search).toBe('');
      expect(await page.getByRole('link', { name: number }).count()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    },
  );

  it('shows the desk of now where the instant in the address is none, and says how it is written', async () => {
    const { page, errors, close } = await screens.openAs('clerk', { path: '/desk?asOf=yesterday' });
    await page.getByRole('link', { name: /^To do \(\d+\)$/ }).waitFor(waiting);
    await page.getByText('“yesterday” is no instant').waitFor(waiting);
    for (const written of ['2026-03-01T10:00Z', '2026-03-01T10:00:30', '2026-03-01']) {
      await goTo(page, `/desk?asOf=${written}`);
      await page.getByText(/^As it was known at 1 Mar 2026/).waitFor(waiting);
    }
    expect(errors).toEqual([]);
    await close();
  });

  it('leads from one thing to do to the next by keyboard alone, wherever somebody works', async () => {
    const { page, errors, close } = await screens.openAs('dispatcher');
    await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor(waiting);
    const accept = page.getByRole('button', { name: /^Accept / });
    await accept.first().waitFor(waiting);
    const before = await accept.count();
    const [first, second] = await accept.evaluateAll((all) =>
      all.map((button) => (button as unknown as { textContent: string }).textContent),
    );
    await accept.first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Accept' });
    await dialog.getByText(first?.replace('Accept ', '') ?? '').waitFor(waiting);
    await dialog.getByLabel('Category').waitFor(waiting);
    expect(await focusedLabel(page)).toBe('Category');
    await page.keyboard.type('Smoke alarm');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focusedLabel(page)).toBe('SUMMARY It happened earlier');
    await page.keyboard.press('Tab');
    expect(await focusedLabel(page)).toBe('BUTTON Submit');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ ...waiting, state: 'detached' });
    await page
      .getByRole('button', { name: first ?? '', exact: true })
      .waitFor({ ...waiting, state: 'detached' });
    expect(await accept.count()).toBe(before - 1);
    await page.locator('button:focus').waitFor(waiting);
    expect(second).toContain('Accept');
    expect(errors).toEqual([]);
    await close();
  });

  /** Whom the demo knows, but gives no account. */
  async function withAccount(username: string): Promise<void> {
    const admin = await Caller.signedIn(app.url, 'admin');
    await admin.post('/api/users', { username, password });
  }

  it('leads a handler by keyboard alone from the order to its result', async () => {
    await withAccount('liaison');
    const { page, errors, close } = await screens.openAs('liaison', { path: '/desk' });
    const acknowledge = page.getByRole('button', { name: /^Acknowledge / }).first();
    const number = /\d{4}-\d{6}/.exec((await acknowledge.textContent(waiting)) ?? '')?.[0] ?? '';
    expect(await sendAt(page, new RegExp(`^BUTTON Acknowledge ${number}`))).toBe(
      `BUTTON Start handling ${number}`,
    );
    expect(await sendAt(page, new RegExp(`^BUTTON Start handling ${number}`))).toBe(
      `BUTTON Report result ${number}`,
    );
    await sendAt(page, new RegExp(`^BUTTON Report result ${number}`), async () => {
      await typeInto(page, /^Outcome/, 'Done');
      await typeInto(page, /^Words/, 'It runs again');
      await typeInto(page, /^Minutes/, '40');
    });
    await page.getByRole('link', { name: number }).waitFor({ ...waiting, state: 'detached' });
    expect(await focusedLabel(page)).toMatch(/^(BUTTON|H1) /);
    expect(errors).toEqual([]);
    await close();
  });

  it('leads a mediator by keyboard alone to a settlement, though the case moves on the desk', async () => {
    await withAccount('mediator');
    const { page, errors, close } = await screens.openAs('mediator', { path: '/desk' });
    await page.getByRole('table').waitFor(waiting);
    expect(await sendAt(page, /^BUTTON Acknowledge /)).toMatch(/^BUTTON Start handling /);
    expect(await sendAt(page, /^BUTTON Start handling /)).toMatch(/^BUTTON Record a settlement /);
    await pressAt(page, /^A \d{4}-\d{6}/);
    await page.getByRole('button', { name: 'Record a settlement' }).waitFor(waiting);
    await sendAt(page, /^BUTTON Record a settlement/, async () => {
      await typeInto(page, /^Oral or written/, 'Written');
      await typeInto(page, /^Terms/, 'No drums after nine');
    });
    await statusOf(page, 'Awaiting follow-up');
    expect(errors).toEqual([]);
    await close();
  });

  it('leads an auditor by keyboard alone through a history, and to what was known at any instant', async () => {
    const { page, errors, close } = await screens.openAs('auditor', { path: '/cases?status=closed' });
    await page.getByRole('table').waitFor(waiting);
    await pressAt(page, /^A \d{4}-\d{6}/);
    await page.getByRole('link', { name: 'Replay' }).waitFor(waiting);
    await pressAt(page, /^A Replay/);
    await page.getByRole('slider', { name: 'Step' }).waitFor(waiting);
    await tabTo(page, /^Step/);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/step=2$/);
    await pressAt(page, /^BUTTON Next step/);
    await page.waitForURL(/step=3$/);
    const answers = page.getByRole('region', { name: 'Four answers about this instant' });
    await answers.getByText(/^What was known then of that time \([1-9]\d*\)$/).waitFor(waiting);
    await tabTo(page, /another instant/);
    await page.keyboard.type('01011990');
    await answers.getByText('What was known then of that time (0)').waitFor(waiting);
    await pressAt(page, /^SUMMARY What is known now, up to now/);
    await answers.getByRole('link', { name: 'Closed' }).waitFor(waiting);
    expect(errors).toEqual([]);
    await close();
  });

  it('asks about another instant once what stands above it is there, or why it is not', async () => {
    const number = await oneIn('closed');
    const { page, close } = await screens.openAs('auditor', { path: '/cases' });
    const answers = page.getByRole('region', { name: 'Four answers about this instant' });
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/state?revision=1', (route) => held.then(() => route.continue()));
    await page.route('**/state?revision=4', (route) => route.fulfill({ status: 500, body: '' }));
    await goTo(page, `/cases/${number}/replay?step=2`);
    await page.getByRole('heading', { name: 'What this step changed' }).waitFor(waiting);
    expect(await answers.count()).toBe(0);
    go();
    await answers.waitFor(waiting);
    await goTo(page, `/cases/${number}/replay?step=5`);
    await page.getByRole('alert').first().waitFor(waiting);
    await answers.waitFor(waiting);
    await close();
  });

  it('founds, renames and closes a unit, fills its post and gives a role for a term, as the server then says it', async () => {
    const { page, errors, close } = await screens.openAs('admin', { path: '/community' });
    const dialog = page.getByRole('dialog');
    const named = async (code: string, zh: string, en: string) => {
      await dialog.getByLabel('Code').fill(code);
      await dialog.getByLabel('Name in Chinese').fill(zh);
      await dialog.getByLabel('Name in English').fill(en);
    };
    const sent = async (opener: RegExp, fill: () => Promise<unknown>) => {
      await page.getByRole('button', { name: opener }).first().click(waiting);
      await fill();
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.waitFor({ ...waiting, state: 'detached' });
    };
    await page.getByRole('link', { name: 'Accounts and roles' }).click();
    await page.getByRole('button', { name: 'Add an account' }).click(waiting);
    await dialog.getByLabel('Account').fill('zhao');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    const secret = await dialog.getByTestId('password').textContent(waiting);
    await dialog.getByRole('button', { name: 'It is written down' }).click();
    expect(await page.getByText(secret ?? '').count()).toBe(0);
    await page
      .getByRole('row', { name: /^zhao / })
      .getByText('no role yet: can do nothing')
      .waitFor(waiting);
    await Caller.signedIn(app.url, 'zhao', secret ?? '');
    await page.getByRole('link', { name: 'Units and posts' }).click();
    await sent(/^Add a unit/, async () => {
      await dialog.getByLabel('Unit above it').selectOption({ label: 'Grid 1 · Grid branch' });
      await named('group-east', '东楼栋党小组', 'East group');
    });
    await sent(/^Create a post/, async () => {
      await dialog.getByLabel('Unit', { exact: true }).selectOption('group-east');
      await dialog.getByLabel('What the post is for').selectOption({ index: 1 });
      await named('east-head', '东楼栋组长', 'Head of the east group');
    });
    const year = new Date().getFullYear();
    const [firstDay, lastDay] = [`${String(year)}-01-01`, `${String(year + 1)}-12-31`];
    await sent(/^Fill: Head of the east group/, async () => {
      await dialog.getByLabel('Person (account)').fill('zhao');
      await dialog.getByLabel(/^From/).fill(firstDay);
      await dialog.getByLabel(/^Until/).fill(`${String(year - 1)}-12-31`);
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.getByText('A term cannot end before it begins').waitFor(waiting);
      await dialog.getByLabel(/^Until/).fill(lastDay);
    });
    const post = page.getByRole('listitem').filter({ hasText: /^Head of the east group/ });
    await post.getByText(`zhao from ${firstDay} · until ${lastDay}`).waitFor(waiting);
    expect(await page.getByRole('button', { name: 'Close: East group' }).count()).toBe(0);
    await sent(/^Leave: Head of the east group/, () => Promise.resolve());
    await post.getByText('vacant').waitFor(waiting);
    await sent(/^Add a unit/, async () => {
      await dialog.getByLabel('Unit above it').selectOption({ label: 'Grid 1 · Grid branch' });
      await named('group-west', '西楼栋党小组', 'West group');
    });
    await sent(/^Rename: West group/, async () => {
      expect(await dialog.getByLabel('Name in Chinese').inputValue()).toBe('西楼栋党小组');
      await dialog.getByLabel('Name in English').fill('Far west group');
    });
    await sent(/^Close: Far west group/, () => Promise.resolve());
    const closed = page.getByRole('listitem').filter({ hasText: /^Far west group Building group closed/ });
    await closed.waitFor(waiting);
    expect(await closed.getByRole('button').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Accounts and roles' }).click();
    await sent(/^Grant a role: zhao/, async () => {
      expect(await dialog.getByLabel('Person (account)').inputValue()).toBe('zhao');
      await dialog.getByLabel('Role').selectOption({ label: 'Key holder' });
      await dialog.getByLabel('Party').selectOption({ label: 'Owners’ committee' });
      await dialog.getByLabel(/^For what/).selectOption({ label: 'Dawn Lane' });
      await dialog.getByLabel(/^Until/).fill('2027-03-31');
    });
    const held = page.getByText('Key holder · Owners’ committee · Dawn Lane · until 2027-03-31');
    await held.waitFor(waiting);
    await sent(/^Take back: zhao, /, () => Promise.resolve());
    await held.waitFor({ ...waiting, state: 'detached' });
    await page.getByRole('button', { name: 'New password: zhao' }).click();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    const renewed = await dialog.getByTestId('password').textContent(waiting);
    await dialog.getByRole('button', { name: 'It is written down' }).click();
    await expect(Caller.signedIn(app.url, 'zhao', secret ?? '')).rejects.toThrow('401');
    await Caller.signedIn(app.url, 'zhao', renewed ?? '');
    await sent(/^Disable: zhao/, () => Promise.resolve());
    await expect(Caller.signedIn(app.url, 'zhao', renewed ?? '')).rejects.toThrow('401');
    await sent(/^Enable again: zhao/, () => Promise.resolve());
    await Caller.signedIn(app.url, 'zhao', renewed ?? '');
    await page.goto(`${app.url}/community?part=compounds`);
    await sent(/^Register a compound/, () => named('east-court', '东苑', 'East Court'));
    await sent(/^Register a building: East Court/, async () => {
      await named('1', '1号楼', 'Building 1');
      await dialog.getByLabel('Grid').selectOption({ label: 'Grid 1 · Grid branch' });
      await dialog.getByLabel('Building group').selectOption({ label: 'East group · Building group' });
      await dialog.getByLabel(/^Entrances/).fill('1 20\n2 18');
    });
    await page.getByText('Buildings (1)').click();
    await page.getByRole('row', { name: 'Building 1 Grid 1 1 (20), 2 (18)' }).waitFor(waiting);
    expect(errors).toEqual([]);
    await close();
  });

  it('shows larger text once it is asked for, on every page, without a sideways scroll', async () => {
    const { page, close } = await screens.openAs('dispatcher', { width: 390, path: '/desk' });
    const size = () =>
      page.evaluate(() => {
        interface Root {
          readonly scrollWidth: number;
          readonly clientWidth: number;
        }
        const { document: shown, getComputedStyle } = globalThis as unknown as {
          document: { documentElement: Root };
          getComputedStyle: (root: Root) => { fontSize: string };
        };
        const { scrollWidth, clientWidth } = shown.documentElement;
        return { font: getComputedStyle(shown.documentElement).fontSize, beyond: scrollWidth - clientWidth };
      });
    expect(await size()).toEqual({ font: '16px', beyond: 0 });
    await page.getByRole('button', { name: 'Larger text' }).click();
    await page.reload();
    for (const path of ['/desk', '/cases', '/board', '/follow-up', '/volunteers', '/community']) {
      await goTo(page, path);
      await page.locator('table, article, .tree').first().waitFor(waiting);
      expect({ path, ...(await size()) }).toEqual({ path, font: '20px', beyond: 0 });
    }
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Larger text', pressed: true }).click();
    expect(await size()).toMatchObject({ font: '16px' });
    await close();
  });

  it('paints free time over the whole range that a finger draws', async () => {
    const context = await browser.newContext({
      ...{ locale: 'en-GB', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    });
    await context.addCookies(await sessionOf(app.url, 'volunteer'));
    const page = await context.newPage();
    await page.goto(`${app.url}/volunteers`);
    const cell = (day: number, slot: number) => page.locator(`[data-cell="${String(day)}-${String(slot)}"]`);
    await cell(1, 19).scrollIntoViewIfNeeded(waiting);
    const middle = async (day: number, slot: number) => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await cell(day, slot).boundingBox()) ?? {};
      return { x: x + width / 2, y: y + height / 2 };
    };
    const was = await cell(1, 16).getAttribute('aria-selected');
    const [from, to] = [await middle(1, 16), await middle(3, 19)];
    const finger = await context.newCDPSession(page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', from);
    for (let part = 1; part <= 8; part++)
      await touch('touchMove', {
        x: from.x + ((to.x - from.x) * part) / 8,
        y: from.y + ((to.y - from.y) * part) / 8,
      });
    await touch('touchEnd');
    await page.getByRole('status').filter({ hasText: 'Tuesday – Thursday 08:00–10:00' }).waitFor(waiting);
    const painted = [1, 2, 3].flatMap((day) => [16, 17, 18, 19].map((slot) => cell(day, slot)));
    for (const each of painted) expect(await each.getAttribute('aria-selected')).not.toBe(was);
    expect(await cell(4, 16).getAttribute('aria-selected')).toBe(was);
    await context.close();
  });

  it('has the follow-up at hand: who is content goes from the list', async () => {
    const { page, close } = await screens.openAs('clerk', { path: `/follow-up` });
    const who = page.getByRole('article').first();
    await who.waitFor(waiting);
    const name = (await who.getAttribute('aria-label')) ?? '';
    await who.getByRole('button', { name: /^Answer requester/ }).focus();
    await page.keyboard.press('Enter');
    await who.getByLabel('Channel').selectOption({ label: 'Phone' }, waiting);
    await who.getByLabel('Words').fill('The light was mended');
    // Past when it happened, to the button.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await who.getByText('answered').waitFor(waiting);
    await who.getByRole('button', { name: /^Follow up/ }).focus();
    await page.keyboard.press('Enter');
    await who.getByLabel('Outcome', { exact: true }).selectOption({ label: 'Reached' }, waiting);
    expect(await who.getByLabel('Solved').inputValue()).toBe('');
    await who.getByLabel('Channel').selectOption({ label: 'Phone' });
    await who.getByLabel('Solved').selectOption({ label: 'Yes' });
    await who.getByLabel('Score of the outcome').selectOption('5');
    await who.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('article', { name }).waitFor({ ...waiting, state: 'detached' });
    await page.locator('button:focus, h1:focus').waitFor(waiting);
    await close();
  });

  /** The dispatcher proposes a next version, while somebody else reads the one before. */
  async function anotherPlan(number: string): Promise<void> {
    const dispatcher = await Caller.signedIn(app.url, 'dispatcher');
    const { body } = await dispatcher.get<{ caseId: string; joint: { nextVersion: number } }>(
      `/api/cases/${number}`,
    );
    const plan = {
      ...{ content: 'New plaster on a net', scope: 'North wall and east wall', costFen: 2_500_000 },
      ...{ payer: 'property', source: 'service-fee', term: '2027-02-28' },
    };
    await dispatcher.post(`/api/cases/${body.caseId}/commands/ProposePlan`, {
      version: body.joint.nextVersion,
      plan,
    });
  }

  it('offers as stand-ins whose turn it is, and asks why another is passed over', async () => {
    const number = await oneIn('awaiting-keys');
    const { body } = await auditor.get<KeyCase>(`/api/cases/${number}`);
    const { holder } = body.resolution.holders.find(({ party }) => party === 'owners') ?? {};
    const secretary = await Caller.signedIn(app.url, 'secretary');
    const named = { party: 'owners', holder, standIns: ['grid', 'clerk'] };
    const { status } = await secretary.post(
      `/api/compounds/${body.place.compound}/commands/NameParty`,
      named,
    );
    expect(status).toBeLessThan(300);
    const { page, close } = await screens.openAs('dispatcher', { path: `/cases/${number}` });
    const keys = page.getByRole('list', { name: 'The three keys' });
    await keys.getByRole('button', { name: /^Appoint a stand-in.*Owners’ committee/ }).click(waiting);
    const dialog = page.getByRole('dialog', { name: 'Appoint a stand-in' });
    const people = dialog.getByLabel('Person');
    const whyPassedOver = dialog.getByLabel('Why they are passed over');
    await people.selectOption({ label: 'grid' });
    expect(await whyPassedOver.count()).toBe(0);
    await people.selectOption({ label: 'clerk' });
    await whyPassedOver.selectOption({ label: 'absent' });
    expect((await people.locator('option').allTextContents()).slice(0, 3)).toEqual([
      ...['Choose …', 'grid', 'clerk'],
    ]);
    expect(await violationsOn(page)).toEqual([]);
    await close();
  });

  it('shows what changed between two versions of a plan, and the key of one’s own party alone', async () => {
    const number = await oneIn('awaiting-keys');
    const { page, close } = await screens.openAs('dispatcher', { path: `/cases/${number}` });
    const joint = page.getByRole('region', { name: 'Joint resolution' });
    await joint.getByRole('button', { name: 'Propose a plan' }).click(waiting);
    const dialog = page.getByRole('dialog', { name: 'Propose a plan' });
    await dialog.getByLabel('What is to be done').fill('New plaster on a net');
    await dialog.getByLabel('Where, and how much of it').fill('North wall');
    await dialog.getByLabel('Cost in yuan').fill('19000.50');
    await dialog.getByLabel('Who pays').selectOption('property');
    await dialog.getByLabel('Out of what').selectOption('service-fee');
    await dialog.getByLabel('To be done by').fill('2027-01-31');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await joint.getByRole('row', { name: /Cost/ }).getByText('¥400.50 more').waitFor(waiting);
    await close();
    const owners = await screens.openAs('owners', { path: `/cases/${number}` });
    const keys = owners.page.getByRole('list', { name: 'The three keys' });
    await keys.getByRole('button', { name: /^Turn a key.*Owners’ committee/ }).click(waiting);
    expect(await keys.getByRole('button', { name: /Property company/ }).count()).toBe(0);
    const turn = owners.page.getByRole('dialog', { name: 'Turn a key' });
    expect(await turn.getByRole('textbox').count()).toBe(0);
    await turn.getByRole('row', { name: /Cost/ }).getByText('¥400.50 more').waitFor(waiting);
    await anotherPlan(number);
    await turn.getByText(/^You opened this on version \d+; version \d+ is on the table now/).waitFor(waiting);
    await turn.getByRole('button', { name: 'Submit' }).click();
    await turn.getByText('This is not the version of the plan on the table.').waitFor(waiting);
    expect(await keys.getByText('turned', { exact: true }).count()).toBe(0);
    await turn.getByRole('button', { name: 'Cancel' }).click();
    await keys.getByRole('button', { name: /^Turn a key.*Owners’ committee/ }).click(waiting);
    await turn.getByRole('button', { name: 'Submit' }).click();
    await keys.getByText('turned', { exact: true }).waitFor(waiting);
    await owners.close();
  });

  it('says in words what was typed wrongly, at its field', async () => {
    const number = await oneIn('awaiting-keys');
    const { page, close } = await screens.openAs('dispatcher', { path: `/cases/${number}` });
    await page
      .getByRole('button', { name: /^Turn a key/ })
      .first()
      .click(waiting);
    const dialog = page.getByRole('dialog', { name: 'Turn a key' });
    await dialog.getByLabel('How the signed sheet came').selectOption({ label: 'Desk' });
    const minutes = dialog.getByLabel('Number of the minutes');
    await minutes.fill('sheet 7');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog
      .getByRole('alert')
      .filter({ hasText: 'Number of the minutes: This cannot be' })
      .waitFor(waiting);
    await minutes.and(page.locator(':focus')).waitFor(waiting);
    expect(await minutes.getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.textContent()).not.toContain('text like');
    await close();
  });

  /** Twice the same matter. @returns the numbers, the older one first */
  async function reportedTwice(): Promise<readonly [string, string]> {
    const clerk = await Caller.signedIn(app.url, 'clerk');
    const place = { compound: 'dawn-lane', building: '4', entrance: '1' };
    const occurredAt = new Date(Date.now() - 2 * hourMs).toISOString();
    const report = { channel: 'phone', place, summary: 'The lamp over the door is dark', occurredAt };
    const [first, second] = [
      await clerk.post<Line>('/api/cases', report),
      await clerk.post<Line>('/api/cases', report),
    ];
    return [first.body.number, second.body.number];
  }

  it('says which of two cases remains before one is merged into the other', async () => {
    const [older, younger] = await reportedTwice();
    const { page, errors, close } = await screens.openAs('dispatcher', { path: `/cases/${older}` });
    const dialog = page.getByRole('dialog', { name: 'Merge into another case' });
    const submit = dialog.getByRole('button', { name: 'Submit' });
    const numberField = dialog.getByLabel('Number of the older case');
    await page.getByRole('button', { name: 'Merge into another case' }).click(waiting);
    await numberField.fill(younger);
    await dialog.getByText(`${younger} is younger than this case: it goes into this one.`).waitFor(waiting);
    await submit.click();
    await numberField.fill(older);
    await dialog.getByText('That is this case.').waitFor(waiting);
    await numberField.fill(await oneIn('closed'));
    await dialog.getByText(/is not open any more: no case goes on in it/).waitFor(waiting);
    await numberField.fill('1999-000001');
    await dialog.getByText('There is no case of that number, or you may not see it.').waitFor(waiting);
    await numberField.fill(younger);
    await dialog.getByRole('link', { name: `Open ${younger}, and merge it from there` }).click(waiting);

    await page.getByRole('heading', { level: 1, name: younger }).waitFor(waiting);
    await page.getByRole('button', { name: 'Merge into another case' }).click(waiting);
    await submit.click();
    await dialog.getByText('Choose an older case that is open, or type its number.').waitFor(waiting);
    await dialog.getByRole('radio', { name: new RegExp(older) }).check();
    await dialog.getByText(`${older} remains, ${younger} ends.`).waitFor(waiting);
    await dialog.getByText('It happened earlier').click();
    await dialog.getByLabel('When it happened').fill(inOffice(new Date(Date.now() - hourMs)));
    expect(await violationsOn(page)).toEqual([]);
    await submit.click();
    await dialog.waitFor({ ...waiting, state: 'detached' });
    await statusOf(page, 'Merged');
    await expect(page.getByText('entered late').count()).resolves.toBe(2);
    expect(errors).toEqual([]);
    await close();
  });

  it('finds the case to merge into by its words, wherever it lies', async () => {
    const clerk = await Caller.signedIn(app.url, 'clerk');
    const report = (building: string, summary: string) =>
      clerk.post<Line>('/api/cases', {
        channel: 'phone',
        place: { compound: 'dawn-lane', building },
        summary,
      });
    const older = (await report('2', 'A zeppelin hangs in the lime tree')).body.number;
    const younger = (await report('4', 'Something hangs in the tree')).body.number;
    const { page, errors, close } = await screens.openAs('dispatcher', { path: `/cases/${younger}` });
    await page.getByRole('button', { name: 'Merge into another case' }).click(waiting);
    const dialog = page.getByRole('dialog', { name: 'Merge into another case' });
    await dialog.getByLabel('Number of the older case').fill('no such airship');
    await dialog.getByRole('button', { name: 'Search' }).click();
    await dialog.getByText('No older case that is open is found').waitFor(waiting);
    await dialog.getByLabel('Number of the older case').fill('zeppelin');
    await page.keyboard.press('Enter');
    await dialog.getByRole('radio', { name: new RegExp(older) }).check(waiting);
    await dialog.getByText(`${older} remains, ${younger} ends.`).waitFor(waiting);
    expect(await violationsOn(page)).toEqual([]);
    expect([await dialog.getByRole('radio').count(), errors]).toEqual([1, []]);
    await close();
  });

  it('gives axe something to find where a violation is planted', async () => {
    const { page, close } = await screens.openAs('clerk');
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
  });

  it('gives the office a link, which opens for who has neither account nor script', async () => {
    const number = await oneIn('awaiting-keys');
    const { page, close } = await screens.openAs('dispatcher', { path: `/cases/${number}` });
    await page.getByRole('button', { name: 'Link to answer by: Property company' }).click(waiting);
    const address = await page.getByRole('textbox', { name: 'Address' }).inputValue(waiting);
    expect(await violationsOn(page)).toEqual([]);
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const phone = await plain.newPage();
    await phone.goto(address);
    await phone.getByRole('heading', { name: 'The key of: Property company' }).waitFor(waiting);
    await plain.close();
    await close();
  });

  it('shows the sign-in page without anything for axe to find', async () => {
    const { context } = await watchedContext(browser, app.url, 'zh-CN', 390);
    const page = await context.newPage();
    await page.goto(app.url);
    await page.locator('input[type="password"]').waitFor(waiting);
    expect(await violationsOn(page)).toEqual([]);
    await context.close();
  });

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
