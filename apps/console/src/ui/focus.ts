const goneWithinMs = 10_000;

/**
 * Gives the focus back to what had it. A command that was given is often no longer offered a moment later: when its
 * button goes, the heading of the page gets the focus, or a keyboard would start at the top of the document.
 */
export function giveFocusBack(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  if (focusIsLost()) focusHeading();
  const watch = new MutationObserver(() => {
    if (opener?.isConnected) return;
    watch.disconnect();
    if (focusIsLost()) focusHeading();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  window.setTimeout(() => watch.disconnect(), goneWithinMs);
}

const focusIsLost = () => document.activeElement === null || document.activeElement === document.body;

function focusHeading(): void {
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus();
}
