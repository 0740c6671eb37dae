import { useSyncExternalStore } from 'react';

export type TextSize = 'usual' | 'elder';

const stored = 'threekeys-text-size';
const listeners = new Set<() => void>();

/** Kept by this browser: whoever needs larger letters needs them on every page, and before signing in too. */
function storedSize(): TextSize {
  return localStorage.getItem(stored) === 'elder' ? 'elder' : 'usual';
}

/** Before anything is drawn, so that nothing jumps. */
export function showStoredTextSize(): void {
  document.documentElement.dataset.textSize = storedSize();
}

function setTextSize(size: TextSize): void {
  localStorage.setItem(stored, size);
  showStoredTextSize();
  for (const changed of listeners) changed();
}

export function useTextSize(): readonly [TextSize, (size: TextSize) => void] {
  const size = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, storedSize);
  return [size, setTextSize];
}
