import type { Projection, ViewEvent } from './projection';
import type { StoredRow } from './read-models';

export interface Step extends StoredRow {
  readonly key: string;
}

/**
 * What an event makes of a row; `undefined`: nothing, or it was there before.
 * @throws Error where the row belongs to another stream, or the projection throws
 */
export function stepOf(
  projection: Projection,
  before: StoredRow | undefined,
  event: ViewEvent,
  key: string,
): Step | undefined {
  if (before !== undefined && before.lastRevision >= 0) {
    if (before.stream !== event.stream)
      throw new Error(`${projection.name} ${key} belongs to ${before.stream}, not to ${event.stream}`);
    if (before.lastRevision >= event.revision) return undefined;
  }
  const row = before?.row ?? null;
  const next = projection.evolve(row, event, key);
  return next === row ? undefined : { key, stream: event.stream, lastRevision: event.revision, row: next };
}
