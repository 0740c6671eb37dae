const goneWithinMs = 10_000;

/**
 * What takes the place of an element when it goes: in a list of things to do (`data-to-do` around items `data-item`, which
 * names the item) the rest of its own item, those behind it, then those before it.
 */
export function successorsOf(element: Element | null): readonly Element[] {
  const items = [...(element?.closest('[data-to-do]')?.querySelectorAll('[data-item]') ?? [])];
  const at = items.findIndex((item) => item.contains(element));
  return at < 0 ? [] : [...items.slice(at), ...items.slice(0, at).reverse()];
}

/**
 * Gives the focus back to what had it. A command that was given is often no longer offered a moment later: when its
 * button goes, the next thing to do gets the focus, else the heading of the page, or a keyboard would start at the top of
 * the document.
 */
export function giveFocusBack(opener: Element | null, successors: readonly Element[] = []): void {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  if (focusIsLost()) focusNext(successors);
  const watch = new MutationObserver(() => {
    if (opener?.isConnected) return;
    watch.disconnect();
    if (focusIsLost()) focusNext(successors);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  window.setTimeout(() => watch.disconnect(), goneWithinMs);
}

const wrongFields = ['input', 'select', 'textarea'].map((name) => `.field-wrong ${name}`).join(', ');

/**
 * Moves the focus to the first field of a form that has to be corrected, once the form says which: on a slow machine some
 * frames after the answer; never, where what is wrong is in no field.
 */
export function focusFirstWrong(form: HTMLFormElement, framesLeft = 60): void {
  window.requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>(wrongFields);
    if (field) field.focus();
    else if (framesLeft > 0) focusFirstWrong(form, framesLeft - 1);
  });
}

/** Goes on at what was added to a list: the button that asked for more may be gone with its press. */
export function focusItem(list: HTMLElement | null, index: number): void {
  window.requestAnimationFrame(() => {
    const item = list?.children[index];
    if (!(item instanceof HTMLElement)) return;
    item.tabIndex = -1;
    item.focus();
  });
}

/** The same item, where it was drawn anew: a case that is due later now stands in another group of the desk. */
function drawnNow(item: Element): Element | undefined {
  if (item.isConnected) return item;
  const name = item.getAttribute('data-item');
  return [...document.querySelectorAll('[data-item]')].find(
    (each) => each.getAttribute('data-item') === name,
  );
}

const focusIsLost = () => document.activeElement === null || document.activeElement === document.body;

function focusNext(successors: readonly Element[]): void {
  const next = successors.map(drawnNow).find((item) => item !== undefined);
  const control = next?.querySelector<HTMLElement>('button') ?? next?.querySelector<HTMLElement>('a');
  (control ?? document.querySelector<HTMLElement>('h1[tabindex]'))?.focus();
}
