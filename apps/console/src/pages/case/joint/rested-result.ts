import type { HistoryEvent } from '../../../types';

const beginsAnew: ReadonlySet<string> = new Set([
  'LockOpened',
  'JointResolutionConvened',
  'JointResolutionFailed',
]);

/** What a result waited for when an objection took a key back: it rests until the lock is open again. */
export function restedResult(events: readonly Pick<HistoryEvent, 'type' | 'data'>[]): string | undefined {
  const last = events.findLast(({ type, data }) => beginsAnew.has(type) || 'interrupts' in data);
  return typeof last?.data.interrupts === 'string' ? last.data.interrupts : undefined;
}
