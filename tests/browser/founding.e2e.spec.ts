import { starterPolicy } from '@threekeys/domain';
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

// An installation without a community in it, as `npm start -- --no-demo` leaves it: whoever signs in first sets it up.

const waiting = { timeout: 15_000 };
const names = (en: string) => ({ zh: `甲${en}`, en });

let app: RunningApp;
let browser: Browser;
let operator: Caller;
let page: Page;

const guide = () => page.getByRole('region', { name: 'What a new community needs' });
const stepOf = (text: string) => guide().getByRole('listitem').filter({ hasText: text });
const said = async (path: string, data: object) => {
  const { status, body } = await operator.post(path, data);
  if (status >= 300) throw new Error(`${path}: ${String(status)} ${JSON.stringify(body)}`);
};
const organise = (command: string, data: object) => said(`/api/organisation/commands/${command}`, data);

withBrowser('a community that is set up in Chromium', () => {
  beforeAll(async () => {
    buildConsole();
    app = await startApp();
    operator = Caller.operator(app);
    browser = await launchBrowser();
    const { context } = await watchedContext(browser, app.url, 'en-GB');
    page = await context.newPage();
    await signIn(page, app.url, 'admin');
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    removeHome(app.home);
  });

  it('begins with what is to be done, in order, each a link', async () => {
    await page.getByRole('heading', { level: 1, name: 'Community' }).waitFor(waiting);
    await guide().waitFor(waiting);
    const links = await guide().getByRole('link').allTextContents();
    expect(links.map((text) => text.split(/[:, ]/)[0])).toEqual([
      ...['Units', 'Accounts', 'Posts', 'Compounds', 'The', 'The', 'The'],
    ]);
    expect(await stepOf('Units').getAttribute('aria-current')).toBe('step');
    await stepOf('The policy').getByText('done').waitFor(waiting);
    await stepOf('Posts')
      .getByText('Nobody holds yet: Property liaison, Grid worker, Mediator')
      .waitFor(waiting);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('ticks a step once it is taken, and goes on to the next', async () => {
    await guide()
      .getByRole('link', { name: /^Units/ })
      .click();
    await page.getByRole('button', { name: 'Add a unit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Unit above it').selectOption('community');
    await dialog.getByLabel('Code').fill('grid-1');
    await dialog.getByLabel('Name in Chinese').fill('第一网格');
    await dialog.getByLabel('Name in English').fill('Grid 1');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await stepOf('Units').getByText('done').waitFor(waiting);
    expect(await stepOf('Accounts').getAttribute('aria-current')).toBe('step');
    await guide()
      .getByRole('link', { name: /^Accounts/ })
      .click();
    await page.getByRole('button', { name: 'Add an account' }).click();
    await dialog.getByLabel('Account').fill('li');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('button', { name: 'It is written down' }).click();
    await page.getByRole('button', { name: 'Grant a role: li' }).click();
    await dialog.getByLabel('Role').selectOption({ label: 'Grid worker' });
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await stepOf('Accounts').getByText('done').waitFor(waiting);
  });

  it('says in words that a name without an account gets no post', async () => {
    await organise('DefinePost', {
      post: 'grid',
      unit: 'grid-1',
      kind: 'grid-worker',
      names: names('Grid post'),
    });
    await guide()
      .getByRole('link', { name: /^Posts/ })
      .click();
    await page.getByRole('button', { name: 'Fill: Grid post' }).click(waiting);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Person (account)').fill('nobody');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('Nobody can sign in as nobody: add the account first').waitFor(waiting);
    await dialog.getByLabel('Person (account)').fill('li');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await stepOf('Posts').getByText('Nobody holds yet: Property liaison, Mediator').waitFor(waiting);
  });

  it('is nothing more to show once all is there, on the desk neither', async () => {
    for (const kind of ['mediator', 'property-liaison']) {
      await organise('DefinePost', { post: kind, unit: 'community', kind, names: names(kind) });
      await organise('FillPost', { post: kind, person: 'li' });
    }
    await page.goto(`${app.url}/desk`);
    await guide().waitFor(waiting);
    const at = '/api/compounds/court/commands';
    await said(`${at}/RegisterCompound`, { names: names('Court') });
    const building = { building: '1', names: names('1'), grid: 'grid-1', entrances: [] };
    await said(`${at}/AddBuilding`, building);
    await said(`${at}/NameParty`, { party: 'owners', holder: 'ye', standIns: [] });
    await guide().waitFor({ ...waiting, state: 'detached' });
  });

  it('takes grounds of a newer starter policy that its own lacks into a draft, with one press', async () => {
    const { keyRefusal } = starterPolicy.grounds;
    const grounds = {
      ...starterPolicy.grounds,
      keyRefusal: ['too-loud', ...keyRefusal.filter((each) => each !== 'not-signed')],
    };
    await said('/api/policy/commands/AdoptPolicy', { version: 2, document: { ...starterPolicy, grounds } });
    await page.goto(`${app.url}/community?part=policy`);
    const note = page.getByRole('region', { name: /^The starter policy of this release has grounds/ });
    await note.getByText('refuse a key: we did not sign this').waitFor(waiting);
    await note.getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /refuse a key.*too-loud.*we did not sign this/ }).waitFor(waiting);
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByText('Joint resolution', { exact: true }).click();
    const standIns = dialog.getByRole('group', { name: /who stands in.*Party branch/ });
    await standIns.getByLabel('Add').selectOption({ label: 'Duty desk' });
    await standIns.getByRole('button', { name: 'Earlier: Duty desk' }).click();
    expect(await standIns.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('Duty desk'),
      expect.stringContaining('Secretary'),
    ]);
    await standIns.getByRole('button', { name: 'Remove: Duty desk' }).click();
    const duty = dialog.getByLabel('Post that answers where no other does');
    await duty.selectOption({ label: 'Secretary' });
    await dialog.getByRole('button', { name: 'Submit' }).click();
    const refused = 'Nobody holds a post of the kind “secretary”';
    await dialog
      .locator('.field', { has: page.getByLabel('Post that answers where no other does') })
      .getByText(refused)
      .waitFor(waiting);
    await duty.selectOption({ label: 'Duty desk' });
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await note.waitFor({ ...waiting, state: 'detached' });
    const { body } = await operator.get<{ policy: typeof starterPolicy }>('/api/community');
    expect(body.policy.grounds.keyRefusal).toEqual([...grounds.keyRefusal, 'not-signed']);
    expect(body.policy.jointResolution).toEqual(starterPolicy.jointResolution);
  });
});
