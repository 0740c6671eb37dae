import type { Browser, Page } from 'playwright-core';
import type { CaseDetail } from '@threekeys/reporting';
import { Caller, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import { buildConsole, launchBrowser, signIn, watchedContext, withBrowser } from '../support/browser';
import { give, statusOf } from './case-page';
import type { Dialog } from './case-page';

const waiting = { timeout: 20_000 };

let app: RunningApp;
let browser: Browser;

withBrowser('the story of a path light, as staff see it', () => {
  beforeAll(async () => {
    buildConsole();
    app = await startApp({ demo: true });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    removeHome(app.home);
  });

  async function openAs(account: string): Promise<Page> {
    const { context } = await watchedContext(browser, app.url, 'en-GB');
    const page = await context.newPage();
    await signIn(page, app.url, account);
    return page;
  }

  async function report(clerk: Page): Promise<string> {
    await clerk.getByRole('combobox', { name: 'Where' }).fill('dawn lane building 9 entrance 1');
    await clerk.keyboard.press('Enter');
    await clerk.getByLabel('Name of the requester').fill('Zhu Changsheng');
    await clerk.getByRole('checkbox', { name: 'On someone’s behalf' }).check();
    await clerk.getByLabel('Name of the proxy').fill('Zhu Xia');
    await clerk.getByLabel('What', { exact: true }).fill('The light on the path flickers and goes out');
    await clerk.getByRole('radio', { name: 'Lighting' }).check();
    await clerk.keyboard.press('Control+Enter');
    return (await clerk.getByTestId('number').textContent(waiting)) ?? '';
  }

  async function join(clerk: Page, number: string): Promise<void> {
    await clerk.getByRole('combobox', { name: 'Where' }).fill('dawn lane building 9 entrance 1');
    await clerk.keyboard.press('Enter');
    await clerk.getByLabel('Name of the requester').fill('He Xiuying');
    await clerk.getByLabel('What', { exact: true }).fill('I do not dare to walk there at night');
    await clerk.getByRole('button', { name: `Join this one: ${number}` }).click(waiting);
    await clerk
      .getByRole('status')
      .filter({ hasText: `Joined ${number}` })
      .waitFor(waiting);
  }

  async function workAndCheck(dispatcher: Page, grid: Page, words: string): Promise<void> {
    await give(dispatcher, 'Report result', async (dialog) => {
      await dialog.getByLabel('Outcome').selectOption({ label: 'Done' });
      await dialog.getByLabel('Words').fill(words);
    });
    await give(grid, 'Check', async (dialog) => {
      await dialog.getByRole('radio', { name: 'Yes' }).check();
      await dialog.getByLabel('What was found').fill('it shines');
    });
  }

  /** Both are to be chosen from; once one has heard, the other is there already. */
  async function choose(dialog: Dialog, which: 'the first' | 'who is left'): Promise<void> {
    const requester = dialog.getByLabel('Requester');
    if (which === 'the first') await requester.selectOption({ index: 1 });
    else expect(await requester.inputValue()).not.toBe('');
  }

  /** The dispatcher writes down what a volunteer says. */
  async function onThePhone(dialog: Dialog): Promise<void> {
    await dialog.getByLabel('How they told you').selectOption({ label: 'Phone' });
  }

  /** When volunteers may come. */
  async function windowsAsked(number: string): Promise<unknown> {
    const dispatcher = await Caller.signedIn(app.url, 'dispatcher');
    const { body } = await dispatcher.get<CaseDetail>(`/api/cases/${number}`);
    return body.orders[0]?.need?.windows;
  }

  async function tell(clerk: Page, which: 'the first' | 'who is left'): Promise<void> {
    await give(clerk, 'Answer requester', async (dialog) => {
      await choose(dialog, which);
      await dialog.getByLabel('Answer about').selectOption({ label: 'The result' });
      await dialog.getByLabel('Channel').selectOption({ label: 'Phone' });
      await dialog.getByLabel('Words').fill('The light was mended');
    });
  }

  async function ask(clerk: Page, which: 'the first' | 'who is left', solved: 'Yes' | 'No'): Promise<void> {
    await give(clerk, 'Follow up', async (dialog) => {
      await choose(dialog, which);
      await dialog.getByLabel('Outcome', { exact: true }).selectOption({ label: 'Reached' });
      await dialog.getByLabel('Channel').selectOption({ label: 'Phone' });
      await dialog.getByLabel('Solved').selectOption({ label: solved });
      if (solved === 'No') {
        await dialog.getByLabel('From').fill('2099-05-01T09:00');
        await dialog.getByLabel('To', { exact: true }).fill('2099-05-01T11:00');
      }
    });
  }

  it('goes from a call to its closing, with rework in between', async () => {
    const clerk = await openAs('clerk');
    const number = await report(clerk);
    await join(clerk, number);
    const [dispatcher, grid] = [await openAs('dispatcher'), await openAs('grid')];
    for (const page of [clerk, dispatcher, grid]) await page.goto(`${app.url}/cases/${number}`);
    await statusOf(dispatcher, 'Dispatched');
    await give(dispatcher, 'Accept offer (on their behalf)', async (dialog) => {
      const offers = dialog.getByLabel('Offer');
      expect(await offers.inputValue()).toBe('');
      expect(await offers.locator('option').nth(1).textContent()).toMatch(/^\p{L}\*+\p{L}* · .* · awaiting/u);
      await offers.selectOption({ index: 1 });
      await onThePhone(dialog);
    });
    await statusOf(dispatcher, 'Handling');
    await give(dispatcher, 'Check in', onThePhone);
    await workAndCheck(dispatcher, grid, 'Fastened the wires');
    await statusOf(clerk, 'Awaiting follow-up');
    await tell(clerk, 'the first');
    await tell(clerk, 'who is left');
    await ask(clerk, 'the first', 'Yes');
    await ask(clerk, 'who is left', 'No');
    await statusOf(dispatcher, 'Handling');
    expect(await windowsAsked(number)).toEqual([
      { from: '2099-05-01T01:00:00.000Z', to: '2099-05-01T03:00:00.000Z' },
    ]);
    await workAndCheck(dispatcher, grid, 'Replaced the whole lamp');
    await statusOf(clerk, 'Awaiting follow-up');
    await tell(clerk, 'the first');
    await tell(clerk, 'who is left');
    await ask(clerk, 'the first', 'Yes');
    await ask(clerk, 'who is left', 'Yes');
    await statusOf(clerk, 'Closed');
    const steps = await clerk.locator('.story li strong').allTextContents();
    expect(steps).toEqual(expect.arrayContaining(['Another requester joined', 'Rework ordered', 'Closed']));
    expect(steps.filter((step) => step === 'Volunteer assigned')).toHaveLength(1);
  });
});
