import './built-console';
import '../story/told/town.fixtures';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, Screens, withBrowser } from '../support/browser';
import type { Screen } from '../support/browser';
import { Volunteer } from '../story/told/people.fixtures';
import { minutes, passTo } from '../story/told/time.fixtures';
import { theTown } from '../story/told/town.fixtures';
import { chooseIfAsked, fillIfAsked, give, statusOf } from './case-page';
import type { Dialog } from './case-page';

// Three of the stories once more, as people see them on their screens.

const waiting = { timeout: 20_000 };

let browser: Browser;
let screens: Screens;
const open: Screen[] = [];

async function openAs(account: string, path = '/'): Promise<Page> {
  const screen = await screens.openAs(account, { path });
  open.push(screen);
  return screen.page;
}

/** Everybody at the same case. */
const openAt = (number: string, ...accounts: readonly string[]): Promise<Page[]> =>
  Promise.all(accounts.map((account) => openAs(account, `/cases/${number}`)));

interface Report {
  readonly name: string;
  readonly words: string;
  readonly category: string;
}

/** Typed while somebody talks, without a mouse. @returns the number of the case */
async function report(clerk: Page, { name, words, category }: Report): Promise<string> {
  await clerk.getByRole('combobox', { name: 'Where' }).fill('dawn lane 1 1');
  await clerk.keyboard.press('Enter');
  await clerk.keyboard.type(name);
  await clerk.keyboard.press('Tab');
  await clerk.keyboard.press('Tab');
  await clerk.keyboard.type(words);
  await clerk.getByLabel('Other categories').selectOption({ label: category });
  await clerk.keyboard.press('Control+Enter');
  const number = (await clerk.getByTestId('number').textContent(waiting)) ?? '';
  await clerk.getByRole('link', { name: 'Open the case' }).click();
  return number;
}

const says = (words: string) => async (dialog: Dialog) => {
  await dialog.getByLabel('Words').fill(words);
};

async function hearsTheResult(clerk: Page, words: string): Promise<void> {
  await statusOf(clerk, 'Awaiting follow-up');
  await give(clerk, 'Answer requester', async (dialog) => {
    await dialog.getByLabel('Answer about').selectOption({ label: 'The result' });
    await dialog.getByLabel('Channel').selectOption({ label: 'Phone' });
    await says(words)(dialog);
  });
}

async function isContent(clerk: Page): Promise<void> {
  await give(clerk, 'Follow up', async (dialog) => {
    await dialog.getByLabel('Outcome', { exact: true }).selectOption({ label: 'Reached' });
    await dialog.getByLabel('Channel').selectOption({ label: 'Phone' });
    await dialog.getByLabel('Solved').selectOption({ label: 'Yes' });
  });
  await statusOf(clerk, 'Closed');
}

const done = (words: string) => async (dialog: Dialog) => {
  await dialog.getByLabel('Outcome').selectOption({ label: 'Done' });
  await says(words)(dialog);
};

const finds = (words: string) => async (dialog: Dialog) => {
  await dialog.getByRole('radio', { name: 'Yes' }).check();
  await dialog.getByLabel('What was found').fill(words);
};

/** What a page offers somebody to do. */
const isOffered = async (page: Page, command: string): Promise<boolean> =>
  (await page.getByRole('button', { name: command }).count()) > 0;

const steps = (page: Page) => page.locator('.story li strong').allTextContents();

withBrowser('on their screens', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    screens = new Screens('each', browser, theTown().premises.url);
  });
  afterEach(async () => {
    const those = open.splice(0);
    await Promise.all(those.map(({ close }) => close()));
    expect(those.flatMap(({ foreign, errors }) => [...foreign, ...errors])).toEqual([]);
  });
  afterAll(() => browser.close());

  it('three parties settle a roof leak out of the maintenance fund', async () => {
    const clerk = await openAs('clerk');
    const number = await report(clerk, {
      ...{ name: 'Yu Fengying', words: 'The roof leaks above my bed', category: 'Roof leak' },
    });
    await statusOf(clerk, 'Filed');
    const [dispatcher, branch, owners, property] = await openAt(
      ...([number, 'dispatcher', 'branch', 'owners', 'property'] as const),
    );
    if (!dispatcher || !branch || !owners || !property) throw new Error('somebody did not come');

    await give(dispatcher, 'Convene the three parties');
    await statusOf(property, 'Awaiting the three keys');
    expect(await isOffered(property, 'Turn a key')).toBe(false);
    const plan = (content: string, cost: string) => async (dialog: Dialog) => {
      await dialog.getByLabel('What is to be done').fill(content);
      await dialog.getByLabel('Where, and how much of it').fill('Building 1');
      await dialog.getByLabel(/^Cost/).fill(cost);
      await dialog.getByLabel('Who pays').selectOption({ label: 'all owners' });
      await dialog.getByLabel('Out of what').selectOption({ label: 'Maintenance fund' });
      await dialog.getByLabel(/^To be done by/).fill('2026-09-30');
    };
    await give(dispatcher, 'Propose a plan', plan('A new roof', '96000'));

    const theirs = (party: string, account: string) => async (dialog: Dialog) => {
      await chooseIfAsked(dialog, 'Party', party);
      await fillIfAsked(dialog, 'Holder of the key (account)', account);
    };
    const turn = (page: Page, party: string, account: string) =>
      give(page, 'Turn a key', theirs(party, account), party);
    await turn(branch, 'Party branch', 'branch');
    await give(
      property,
      'Refuse',
      async (dialog) => {
        await theirs('Property company', 'property')(dialog);
        await dialog.getByLabel('Reason').selectOption({ label: 'the cost' });
      },
      'Property company',
    );
    await give(owners, 'Propose a plan', plan('Half of the roof', '48000'));
    await turn(branch, 'Party branch', 'branch');

    const keys = owners.getByRole('list', { name: 'The three keys' });
    await keys.getByText('The owners’ assembly has to decide.').waitFor(waiting);
    expect(await keys.getByRole('button', { name: /^Turn a key/ }).count()).toBe(0);
    await give(dispatcher, 'Refer to the owners’ assembly');
    await give(dispatcher, 'Record the assembly’s decision', async (dialog) => {
      await dialog.getByRole('radio', { name: 'Yes' }).check();
      await dialog.getByLabel('Number of the minutes').fill('assembly-7');
    });
    await statusOf(dispatcher, 'Awaiting the three keys');
    await turn(property, 'Property company', 'property');
    await statusOf(dispatcher, 'Dispatched');

    const [liaison] = await openAt(number, 'liaison');
    if (!liaison) throw new Error('nobody is there to do it');
    await give(liaison, 'Acknowledge');
    await give(liaison, 'Report result', async (dialog) => {
      await done('The eastern half is tight')(dialog);
      await dialog.getByLabel('Cost in yuan').fill('48000.01');
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.getByText('It costs more than the plan').waitFor(waiting);
      await dialog.getByLabel('Cost in yuan').fill('48000');
    });
    await statusOf(owners, 'Awaiting check');
    expect(await isOffered(property, 'Check')).toBe(false);
    await give(owners, 'Check', finds('It rained, and it was dry'));
    await hearsTheResult(clerk, 'The roof is tight');
    await isContent(clerk);
    const story = await steps(clerk);
    expect(story.filter((step) => step === 'Key turned')).toHaveLength(3);
    expect(story).toEqual(
      expect.arrayContaining(['Key refused', 'The assembly decided', 'The lock is open', 'Closed']),
    );
  });

  it('a mediator settles noise between neighbours', async () => {
    const clerk = await openAs('clerk');
    const number = await report(clerk, {
      ...{ name: 'Huang Qing', words: 'They drag tables above me every night', category: 'Noise' },
    });
    await statusOf(clerk, 'Dispatched');
    const [mediator] = await openAt(number, 'mediator');
    if (!mediator) throw new Error('nobody mediates');
    await give(mediator, 'Acknowledge');
    await statusOf(clerk, 'Handling');
    await give(mediator, 'Record a settlement', async (dialog) => {
      await dialog.getByLabel('Oral or written').selectOption({ label: 'Written' });
      await dialog.getByRole('checkbox', { checked: true }).waitFor(waiting);
      expect(await dialog.getByLabel('Mediator').count()).toBe(0);
      await dialog.getByLabel('Terms').fill('No furniture is moved after ten');
    });
    await clerk.getByText('No furniture is moved after ten').waitFor(waiting);
    await hearsTheResult(clerk, 'Both have signed');
    expect(await isOffered(mediator, 'Close the case')).toBe(false);
    await isContent(clerk);
    expect(await steps(clerk)).toEqual(expect.arrayContaining(['Settled', 'Handled', 'Closed']));
  });

  it('a mediator writes down that noise is not settled, the rights of both explained', async () => {
    const clerk = await openAs('clerk');
    const number = await report(clerk, {
      ...{ name: 'Huang Jie', words: 'They skip rope at midnight', category: 'Noise' },
    });
    const [mediator] = await openAt(number, 'mediator');
    if (!mediator) throw new Error('nobody mediates');
    await give(mediator, 'Start handling');
    await give(mediator, 'Record that there was none', async (dialog) => {
      await dialog.getByLabel('Reason').selectOption({ label: 'one side did not come' });
      await dialog.getByRole('radio', { name: 'No' }).check();
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.getByText('First explain to both sides what else they can do.').waitFor(waiting);
      await dialog.getByRole('radio', { name: 'Yes' }).check();
    });
    await hearsTheResult(clerk, 'They did not come; the court is open to you');
    await isContent(clerk);
    expect(await steps(clerk)).toEqual(expect.arrayContaining(['Not settled', 'Handled', 'Closed']));
  });

  it('a volunteer does not come, and another one does', async () => {
    const qian = new Volunteer('qian', { skills: ['plumbing'] });
    const liu = new Volunteer('liu', { skills: ['plumbing'] });
    for (const each of [qian, liu]) await each.joinsThePool();
    const clerk = await openAs('clerk');
    const number = await report(clerk, {
      ...{ name: 'Ma Jianguo', words: 'Water drips from the kitchen pipe', category: 'Water leak' },
    });
    await statusOf(clerk, 'Dispatched');
    const [first, second] = await openAt(number, 'qian', 'liu');
    if (!first || !second) throw new Error('nobody is asked');
    await give(first, 'I accept');
    await statusOf(clerk, 'Handling');
    await first.getByRole('button', { name: 'I am there' }).waitFor(waiting);
    await second.getByRole('button', { name: 'I accept' }).waitFor({ ...waiting, state: 'detached' });

    await passTo(await qian.nextExpected(), 31);
    await first.getByRole('button', { name: 'I am there' }).waitFor({ ...waiting, state: 'detached' });
    await clerk.locator('.story li strong').filter({ hasText: 'Did not come' }).waitFor(waiting);
    await give(second, 'I accept');
    await passTo(await liu.nextExpected(), 5);
    await give(second, 'I am there');
    await minutes.pass(60);
    await give(second, 'Report result', done('A new hose'));
    const [grid] = await openAt(number, 'grid');
    if (!grid) throw new Error('nobody checks');
    await give(grid, 'Check', finds('It is dry'));
    await hearsTheResult(clerk, 'The pipe is new');
    await isContent(clerk);
  });
});
