import type { Page } from 'playwright-core';

const waiting = { timeout: 20_000 };

export type Dialog = ReturnType<Page['getByRole']>;

/** Presses it as somebody does who has no mouse. */
async function press(page: Page, button: Dialog): Promise<void> {
  await button.waitFor(waiting);
  await button.focus();
  await page.keyboard.press('Enter');
}

/**
 * Gives a command on the case page: opens its form, fills it, and waits until it is recorded.
 * @param about whose it is, where a page has such a button for several: the party of a key
 */
export async function give(
  page: Page,
  command: string,
  fill: (dialog: Dialog) => Promise<void> = () => Promise.resolve(),
  about = '',
): Promise<void> {
  const name = new RegExp(`^${escaped(command)}(\\s*: ${escaped(about)})?$`);
  await press(page, page.getByRole('button', { name }));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor(waiting);
  await fill(dialog);
  await press(page, dialog.getByRole('button', { name: 'Submit' }));
  await dialog.waitFor({ ...waiting, state: 'detached' });
  await page.locator('button:focus, h1:focus').waitFor(waiting);
}

/** Fills what the form asks; what follows from where it was opened it does not ask. */
export async function fillIfAsked(dialog: Dialog, label: string, value: string): Promise<void> {
  const field = dialog.getByLabel(label, { exact: true });
  if ((await field.count()) > 0) await field.fill(value);
}

export async function chooseIfAsked(dialog: Dialog, label: string, option: string): Promise<void> {
  const field = dialog.getByLabel(label, { exact: true });
  if ((await field.count()) > 0) await field.selectOption({ label: option });
}

/** Waits until the page says that the case has this status. It hears of it by itself. */
export const statusOf = (page: Page, status: string): Promise<void> =>
  page
    .locator('.case-head strong')
    .filter({ hasText: new RegExp(`^${escaped(status)}$`) })
    .waitFor(waiting);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
