import type { Browser, Page } from 'playwright-core';
import { removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import { buildConsole, launchBrowser, signIn, watchedContext, withBrowser } from '../support/browser';

const waiting = { timeout: 20_000 };

let app: RunningApp;
let browser: Browser;

/** Presses a command's button on the case page, fills its form, and waits until it is recorded. */
async function give(
  page: Page,
  command: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: command, exact: true }).click(waiting);
  const dialog = page.getByRole('dialog', { name: command });
  await dialog.waitFor(waiting);
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await dialog.waitFor({ ...waiting, state: 'detached' });
  await page.locator('button:focus, h1:focus').waitFor(waiting);
}

const nothing = () => Promise.resolve();

withBrowser('the story of a path light, as staff see it', () => {
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
    await give(dispatcher, 'Report result', (dialog) => dialog.getByLabel('Words').fill(words));
    await give(grid, 'Check', (dialog) => dialog.getByLabel('What was found').fill('it shines'));
  }

  async function tell(clerk: Page, requester: number): Promise<void> {
    await give(clerk, 'Answer requester', async (dialog) => {
      await dialog.getByLabel('Requester').selectOption({ index: requester });
      await dialog.getByLabel('Words').fill('The light was mended');
    });
  }

  async function ask(clerk: Page, requester: number, solved: 'Yes' | 'No'): Promise<void> {
    await give(clerk, 'Follow up', async (dialog) => {
      await dialog.getByLabel('Requester').selectOption({ index: requester });
      await dialog.getByLabel('Solved').selectOption({ label: solved });
    });
  }

  const statusOf = (page: Page, status: string) =>
    page
      .locator('.case-head strong')
      .filter({ hasText: new RegExp(`^${status}$`) })
      .waitFor(waiting);

  it('goes from a call to its closing, with rework in between', async () => {
    const clerk = await openAs('clerk');
    const number = await report(clerk);
    await join(clerk, number);
    const [dispatcher, grid] = [await openAs('dispatcher'), await openAs('grid')];
    for (const page of [clerk, dispatcher, grid]) await page.goto(`${app.url}/cases/${number}`);
    await statusOf(dispatcher, 'Dispatched');
    await give(dispatcher, 'Accept offer (on their behalf)', nothing);
    await statusOf(dispatcher, 'Handling');
    await give(dispatcher, 'Check in', nothing);
    await workAndCheck(dispatcher, grid, 'Fastened the wires');
    await statusOf(clerk, 'Awaiting follow-up');
    await tell(clerk, 0);
    await tell(clerk, 1);
    await ask(clerk, 0, 'Yes');
    await ask(clerk, 1, 'No');
    await statusOf(dispatcher, 'Handling');
    await workAndCheck(dispatcher, grid, 'Replaced the whole lamp');
    await statusOf(clerk, 'Awaiting follow-up');
    await tell(clerk, 0);
    await tell(clerk, 1);
    await ask(clerk, 0, 'Yes');
    await ask(clerk, 1, 'Yes');
    await statusOf(clerk, 'Closed');
    const steps = await clerk.locator('.story li strong').allTextContents();
    expect(steps).toEqual(expect.arrayContaining(['Another requester joined', 'Rework ordered', 'Closed']));
    expect(steps.filter((step) => step === 'Volunteer assigned')).toHaveLength(1);
  }, 120_000);
});
