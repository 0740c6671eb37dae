import type { Page } from 'playwright-core';

const waiting = { timeout: 15_000 };

/** How a screen can stand before somebody. */
export interface ScreenState {
  readonly account: string;
  /** `{open}`, `{keys}`, `{asked}`: the number of a case that is so. */
  readonly path: string;
  readonly state: string;
  /** Brings it there, and waits until it is. */
  readonly open: (page: Page) => Promise<void>;
}

const dialogOf = (page: Page) => page.getByRole('dialog').waitFor(waiting);
const tableOf = (page: Page) => page.getByRole('table').first().waitFor(waiting);

/** Those of one person together: they go from one to the next. */
export const states: readonly ScreenState[] = [
  {
    ...{ account: 'clerk', path: '/intake', state: 'as it opens' },
    open: (page) => page.getByRole('combobox').first().waitFor(waiting),
  },
  {
    ...{ account: 'clerk', path: '/intake', state: 'with the list of places open' },
    open: async (page) => {
      await page.getByRole('combobox').first().fill('1');
      await page.getByRole('option').first().waitFor(waiting);
    },
  },
  {
    ...{ account: 'clerk', path: '/intake', state: 'with a proxy' },
    open: (page) => page.getByRole('checkbox').nth(2).check(),
  },
  {
    ...{ account: 'clerk', path: '/intake', state: 'with whom it is about' },
    open: async (page) => {
      await page.getByRole('checkbox').nth(1).check();
      await page.getByRole('textbox', { name: /^(被反映人电话|Phone of the respondent)/ }).waitFor(waiting);
    },
  },
  {
    ...{ account: 'clerk', path: '/desk', state: 'with a form open' },
    open: async (page) => {
      await page.locator('.desk .steps button').first().click();
      await page.getByRole('dialog').getByRole('button').nth(1).waitFor(waiting);
    },
  },
  {
    ...{ account: 'clerk', path: '/desk?list=waiting', state: 'what others have to do' },
    open: tableOf,
  },
  {
    ...{ account: 'clerk', path: '/follow-up', state: 'with a form open' },
    open: async (page) => {
      await page.locator('.follow-ups .actions button').first().click();
      await page.locator('.inline-form select').first().waitFor(waiting);
    },
  },
  {
    ...{ account: 'clerk', path: '/cases/{open}', state: 'asking for a purpose' },
    open: async (page) => {
      await page
        .getByRole('button', { name: /查看姓名电话|Show name and phone/ })
        .first()
        .click();
      await dialogOf(page);
    },
  },
  {
    ...{ account: 'grid-4', path: '/desk', state: 'empty' },
    open: (page) => page.locator('.empty').waitFor(waiting),
  },
  { ...{ account: 'dispatcher', path: '/cases', state: 'as it opens' }, open: tableOf },
  {
    ...{ account: 'dispatcher', path: '/cases', state: 'empty, and the address without what was searched' },
    open: async (page) => {
      await tableOf(page);
      await page.getByRole('searchbox').fill('zzzz');
      await page.keyboard.press('Enter');
      await page.getByRole('table').waitFor({ ...waiting, state: 'detached' });
      expect(page.url()).not.toContain('zzzz');
    },
  },
  {
    ...{ account: 'dispatcher', path: '/cases/{keys}', state: 'with its keys and its plan' },
    open: (page) => page.locator('.plans').waitFor(waiting),
  },
  {
    ...{ account: 'dispatcher', path: '/cases/{keys}', state: 'writing a key down, its plan at hand' },
    open: async (page) => {
      await page
        .getByRole('button', { name: /^(转钥匙|Turn a key)/ })
        .first()
        .click();
      await page.getByRole('dialog').locator('.plans').waitFor(waiting);
    },
  },
  {
    ...{ account: 'dispatcher', path: '/cases/{open}', state: 'as it opens' },
    open: (page) => page.locator('.story li').first().waitFor(waiting),
  },
  {
    ...{ account: 'dispatcher', path: '/cases/{open}', state: 'with a command open' },
    open: async (page) => {
      await page.locator('aside .actions button').first().click();
      await dialogOf(page);
    },
  },
  {
    ...{ account: 'dispatcher', path: '/board', state: 'as it opens' },
    open: (page) => page.getByRole('article').first().waitFor(waiting),
  },
  {
    ...{ account: 'dispatcher', path: '/board', state: 'with an act on two cases, corrected' },
    open: async (page) => {
      await page.getByRole('article').getByRole('checkbox').nth(0).check();
      await page.getByRole('article').getByRole('checkbox').nth(1).check();
      await page.locator('.selection button:enabled').first().click();
      await page.getByRole('dialog').locator('.button-primary').click();
      await page.locator('.field-wrong').first().waitFor(waiting);
    },
  },
  {
    ...{ account: 'dispatcher', path: '/board/{asked}' },
    state: 'with the ranking, and a reason that is asked for',
    open: async (page) => {
      await page.locator('.ranked button').first().click();
      await dialogOf(page);
    },
  },
  { ...{ account: 'dispatcher', path: '/volunteers', state: 'as it opens' }, open: tableOf },
  {
    ...{ account: 'volunteer', path: '/volunteers', state: 'of themselves' },
    open: (page) => page.getByRole('grid').waitFor(waiting),
  },
  {
    ...{ account: 'secretary', path: '/community', state: 'giving a post to somebody' },
    open: async (page) => {
      await page
        .getByRole('button', { name: /^(任职|Fill)/ })
        .first()
        .click();
      await dialogOf(page);
    },
  },
  {
    ...{ account: 'secretary', path: '/community?part=policy', state: 'adopting a version' },
    open: async (page) => {
      await page.getByRole('button', { name: /采纳新版本|Adopt a new version/ }).click();
      await dialogOf(page);
    },
  },
  {
    ...{
      account: 'admin',
      path: '/community?part=accounts',
      state: 'adding an account that is not right yet',
    },
    open: async (page) => {
      await page.getByRole('button', { name: /^(新增账号|Add an account)/ }).click();
      await page.getByRole('dialog').locator('.button-primary').click();
      await page.locator('.field-wrong').first().waitFor(waiting);
    },
  },
  {
    ...{ account: 'admin', path: '/community?part=accounts', state: 'making a token that is not right yet' },
    open: async (page) => {
      await page.getByRole('button', { name: /新增令牌|Make a token/ }).click();
      await page.getByRole('dialog').locator('.button-primary').click();
      await page.locator('.field-wrong').nth(1).waitFor(waiting);
    },
  },
  {
    ...{ account: 'admin', path: '/community?part=catalogue' },
    state: 'with a category that is not right yet',
    open: async (page) => {
      await page.getByRole('button', { name: /新增类别|Add a category/ }).click();
      await page.getByRole('dialog').locator('.button-primary').click();
      await page.locator('.field-wrong').first().waitFor(waiting);
    },
  },
  {
    ...{ account: 'auditor', path: '/cases/{open}/replay?step=2', state: 'as it opens' },
    open: (page) => page.getByRole('row').nth(1).waitFor(waiting),
  },
  {
    ...{ account: 'auditor', path: '/community?part=compounds', state: 'without buttons' },
    open: tableOf,
  },
  {
    ...{ account: 'auditor', path: '/nowhere', state: 'not found' },
    open: (page) => page.getByRole('heading', { level: 1 }).waitFor(waiting),
  },
];
