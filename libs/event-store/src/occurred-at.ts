import type { Clock } from './clock';
import { OccurredAtOutOfBounds } from './origin';

const hourMs = 3_600_000;
const longAgo = '0000-01-01T00:00:00.000Z';

/** The server's instant, never before the stream's last one: clocks jump, a stream does not. */
export function recordedAtAfter(last: string | undefined, clock: Clock): string {
  const now = clock.now();
  return last !== undefined && last > now ? last : now;
}

/**
 * What happened in the world happened before now, and not longer ago than the policy believes.
 * @param hoursMax how far back in hours; undefined: any time
 * @throws OccurredAtOutOfBounds
 */
export function assertWithinBounds(occurredAt: string, now: string, hoursMax: number | undefined): void {
  const earliest =
    hoursMax === undefined ? longAgo : new Date(Date.parse(now) - hoursMax * hourMs).toISOString();
  if (occurredAt > now || occurredAt < earliest) throw new OccurredAtOutOfBounds(occurredAt, earliest, now);
}
