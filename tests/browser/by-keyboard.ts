import type { Page } from 'playwright-core';

const tabsMax = 90;

interface Focused {
  readonly label: string;
  /** Somebody who looks finds it: it stands inside the window, and is marked. */
  readonly isSeen: boolean;
}

/** What has the focus: what names it, and whether somebody sees that it has it. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    interface Box {
      readonly top: number;
      readonly bottom: number;
      readonly width: number;
    }
    interface Control {
      readonly tagName: string;
      readonly textContent: string;
      readonly labels?: ArrayLike<{ readonly textContent: string }>;
      getAttribute(name: string): string | null;
      matches(query: string): boolean;
      getBoundingClientRect(): Box;
    }
    interface Window {
      readonly innerHeight: number;
      readonly document: { activeElement: Control };
      getComputedStyle(element: Control): { outlineStyle: string; outlineWidth: string };
    }
    const { document, innerHeight, getComputedStyle } = globalThis as unknown as Window;
    const { activeElement } = document;
    const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
    const { top, bottom, width } = activeElement.getBoundingClientRect();
    const label = activeElement.getAttribute('aria-label') ?? activeElement.labels?.[0]?.textContent;
    const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return {
      label: label ?? `${activeElement.tagName} ${activeElement.textContent}`,
      isSeen: isMarked && width > 0 && bottom > 0 && top < innerHeight,
    };
  });
}

/** What names the field or control that has the focus. */
export const focusedLabel = async (page: Page): Promise<string> => (await focused(page)).label;

/** Goes on by Tab until the focus is where it is wanted. Every stop on the way has to be seen. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < tabsMax; presses++) {
    const { label, isSeen } = await focused(page);
    if (!isSeen && label !== 'body' && !/^(BODY|H1|MAIN) /.test(label))
      throw new Error(`nobody sees that “${label}” has the focus`);
    if (wanted.test(label)) return;
    passed.push(label);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(wanted)}, but over:\n${passed.join('\n')}`);
}

/** Goes there, and presses Enter. */
export async function pressAt(page: Page, wanted: RegExp): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Goes to a field, and types: into a list of choices the beginning of one. */
export async function typeInto(page: Page, field: RegExp, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Sends the form of a command that a button opens, and says what has the focus then. */
export async function sendAt(
  page: Page,
  button: RegExp,
  fill: () => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  await pressAt(page, button);
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).waitFor();
  await fill();
  await pressAt(page, /^BUTTON Submit/);
  await goesOn(page);
  return focusedLabel(page);
}

/** Once a form is sent and closed, the focus has a place to go on from. */
export async function goesOn(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('button:focus, a:focus, h1:focus').first().waitFor();
}
