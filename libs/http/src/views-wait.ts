import { Injectable } from '@nestjs/common';
import type { GlobalPosition } from '@threekeys/event-store';
import { Problem } from './problem';
import { Views } from '@threekeys/read-models';

const waitMs = 2000;

/** Read your own writes: waits until the views have reached a position. */
@Injectable()
export class ViewsWait {
  constructor(private readonly views: Views) {}

  /** @throws Problem `views-behind` after two seconds; EventStoreError `InvalidPosition` for one of another store */
  async atLeast(position: string | undefined): Promise<void> {
    if (position === undefined) return;
    const reached = await this.views.waitFor(position as GlobalPosition, waitMs);
    if (!reached) throw new Problem('views-behind', { retryAfterSeconds: 1 });
  }
}
