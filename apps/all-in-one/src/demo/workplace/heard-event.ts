import type { RecordedEvent } from '@threekeys/event-store';
import { knownEvents, viewEventSaying } from '@threekeys/read-models';
import type { ViewEvent } from '@threekeys/read-models';
import type { LeafContent } from '@threekeys/integrity';

/** A stored event on its way to everybody who listens: opened once for all, where somebody looks into it. */
export class HeardEvent {
  private content: ViewEvent | undefined;

  /** @param said what the event says, as it is stored */
  constructor(
    readonly recorded: RecordedEvent,
    private readonly said: LeafContent,
  ) {}

  /** As views see it. */
  get opened(): ViewEvent {
    this.content ??= viewEventSaying(this.recorded, this.said, knownEvents);
    return this.content;
  }

  /** As reactions see it. */
  get leaf(): LeafContent {
    return this.opened as unknown as LeafContent;
  }
}
