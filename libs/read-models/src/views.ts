import type { GlobalPosition } from '@threekeys/event-store';
import type { ChangeListener } from './announcements';

/** How far the views are, for whoever reads them, keeps them or waits for them. */
export abstract class Views {
  /** Where they are; `undefined` before the first event. */
  abstract get position(): GlobalPosition | undefined;
  /** Whether they have reached a position, now or within the time. @throws EventStoreError `InvalidPosition` */
  abstract waitFor(position: GlobalPosition, timeoutMs: number): Promise<boolean>;
  /** Told of each stream that has changed, after its rows are there. Returns how to stop it. */
  abstract onChange(listener: ChangeListener): () => void;
}
