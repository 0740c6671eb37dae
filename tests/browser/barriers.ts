import type { Page } from 'playwright-core';
import { violationsOn } from '../support/browser';
import type { Violation } from '../support/browser';
import type { Sight } from './looking';

/** What axe finds on many pages of one console, some of which show the same to several people. */
export class Barriers {
  /** Each `main` in which it has found nothing, with its sight. */
  private readonly clear = new Set<string>();

  /**
   * Looks at the whole page; where its `main` is, to the letter, one in which nothing was found in this sight, only at what
   * stands around that.
   */
  async on(page: Page, { language, width }: Sight): Promise<readonly Violation[]> {
    const seen = `${language} ${String(width)} ${await mainOf(page)}`;
    if (this.clear.has(seen)) return violationsOn(page, { exclude: ['main'] });
    const found = await violationsOn(page);
    if (found.length === 0) this.clear.add(seen);
    return found;
  }
}

/** The markup, with what is typed and chosen. An id that React makes is told by where it comes first. */
async function mainOf(page: Page): Promise<string> {
  const [markup, entered] = await page.locator('main').evaluate((main) => {
    interface Field {
      readonly value: string;
      readonly checked?: boolean;
    }
    const { outerHTML, querySelectorAll } = main as unknown as {
      outerHTML: string;
      querySelectorAll(query: string): Iterable<Field>;
    };
    const fields = querySelectorAll.call(main, 'input, select, textarea');
    return [outerHTML, Array.from(fields, ({ value, checked }) => [value, checked])] as const;
  });
  const ids: string[] = [];
  const told = markup.replace(/_r_[0-9a-z]+_/g, (id) => {
    if (!ids.includes(id)) ids.push(id);
    return `_r_${String(ids.indexOf(id))}_`;
  });
  return told + JSON.stringify(entered);
}
