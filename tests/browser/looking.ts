import type { Page } from 'playwright-core';

/** Goes to an address as a link of the console does. What stood there before is gone by then. */
export async function goTo(page: Page, path: string): Promise<void> {
  await follow(page, '/nowhere');
  await page.getByRole('heading', { name: /^(没有这个页面|There is no such page)/ }).waitFor();
  await follow(page, path);
}

function follow(page: Page, path: string): Promise<void> {
  return page.evaluate((to) => {
    const { history } = globalThis as unknown as {
      history: { pushState(state: null, unused: string, url: string): void };
    };
    history.pushState(null, '', to);
  }, path);
}

export interface Sight {
  readonly language: 'zh-CN' | 'en';
  readonly width: number;
}

/** Makes the window so wide, and switches to that language, whatever stands open. */
export async function lookAs(page: Page, { language, width }: Sight): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const other = page.locator(`.shell-tools button[lang="${language === 'en' ? 'zh-CN' : 'en'}"]`);
  if ((await other.count()) > 0) return;
  // No mouse comes to it past an open dialog.
  await page.locator(`.shell-tools button[lang="${language}"]`).dispatchEvent('click');
  await other.waitFor();
}
