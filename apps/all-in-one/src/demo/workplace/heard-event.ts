import type { RecordedEvent } from '@threekeys/event-store';
import { knownEvents, viewEventOf } from '@threekeys/read-models';
import type { ViewEvent } from '@threekeys/read-models';
import type { LeafContent } from '@threekeys/integrity';

/** A stored event on its way to everybody who listens: opened once for all, where somebody looks into it. */
export class HeardEvent {
  private content: ViewEvent | undefined;

  constructor(readonly recorded: RecordedEvent) {}

  /** As views see it. */
  get opened(): ViewEvent {
    this.content ??= viewEventOf(this.recorded, knownEvents);
    return this.content;
  }

  /** As reactions see it. */
  get leaf(): LeafContent {
    return this.opened as unknown as LeafContent;
  }
}
