import type { Recorded } from '@threekeys/event-store';
import type { RecordedAnswer } from '@threekeys/http';

/** What a command answers; of an act of two commands, both their events and where the second one ended. */
export function answerOf(first: Recorded, second?: Recorded): RecordedAnswer {
  const { revision, leafHash, position } = second ?? first;
  return { revision, leafHash, position, events: [...first.events, ...(second?.events ?? [])] };
}
