import type { Page } from 'playwright-core';

/** Of what is pressed with a finger, in pixels of CSS (WCAG 2.5.5). */
const targetMin = 44;
const narrow = 600;

/**
 * What somebody stumbles over who looks at a page and touches it: it is wider than the window, an id of the machine is shown,
 * or, on a narrow screen, something to press is too small. A link in a sentence is as high as its line.
 */
export function stumbledOverOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ({ least, isNarrow }) => {
      interface Box {
        readonly width: number;
        readonly height: number;
      }
      interface Part {
        readonly tagName: string;
        readonly className: string;
        readonly textContent: string;
        readonly childNodes: ArrayLike<{ readonly textContent: string }>;
        readonly parentElement: Part | null;
        readonly disabled?: boolean;
        matches(query: string): boolean;
        closest(query: string): Part | null;
        getBoundingClientRect(): Box;
      }
      interface Window {
        readonly document: {
          readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
          readonly body: { readonly innerText: string };
          querySelectorAll(query: string): Iterable<Part>;
        };
      }
      const { document } = globalThis as unknown as Window;
      const found: string[] = [];
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`${String(scrollWidth - clientWidth)} px beyond the window`);
      const id = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/.exec(
        document.body.innerText,
      );
      if (id) found.push(`the id ${id[0]}`);
      const isInSentence = (part: Part) =>
        part.matches('a') &&
        Array.from(part.parentElement?.childNodes ?? []).some(
          (node) => node !== (part as unknown) && node.textContent.trim() !== '',
        ) &&
        !part.closest('nav, .pager, .case-head, .card-head');
      const controls = document.querySelectorAll('a, button, input, select, textarea, summary');
      for (const part of isNarrow ? controls : []) {
        const { width, height } = (
          part.matches('input') && part.closest('label') ? part.closest('label') : part
        )!.getBoundingClientRect();
        const isShown = width > 1 && height > 1 && !part.matches('.skip');
        if (isShown && part.disabled !== true && !isInSentence(part) && height < least - 0.5)
          found.push(`${part.tagName} “${part.textContent.trim()}” is ${String(Math.round(height))} px high`);
      }
      return [...new Set(found)];
    },
    { least: targetMin, isNarrow: (page.viewportSize()?.width ?? narrow) < narrow },
  );
}
