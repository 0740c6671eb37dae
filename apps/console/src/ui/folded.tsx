import { useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';

const wide = window.matchMedia('(min-width: 40rem)');

function onWidth(changed: () => void): () => void {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
}

/** What is needed now and then: folded on a narrow screen, in sight on a wide one. */
export function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  const isWide = useSyncExternalStore(onWidth, () => wide.matches);
  const [unfolded, setUnfolded] = useState(false);
  return (
    <details
      className="folded"
      open={isWide || unfolded}
      onToggle={({ currentTarget }) => !isWide && setUnfolded(currentTarget.open)}
    >
      <summary>{summary}</summary>
      <div className="folded-inside">{children}</div>
    </details>
  );
}
