import { categoryOf } from './append-rules';
import type { Filter, RecordedEvent } from './event-store';

/** Its own bytes, so that nobody alters what is stored by altering what was read. */
export function copyOf(event: RecordedEvent): RecordedEvent {
  return { ...event, bytes: Buffer.from(event.bytes) };
}

/** Whether an event passes a filter. */
export function filterOf({ categories, types }: Filter): (event: RecordedEvent) => boolean {
  const categorySet = categories && new Set(categories);
  const typeSet = types && new Set(types);
  return ({ stream, type }) => (categorySet?.has(categoryOf(stream)) ?? true) && (typeSet?.has(type) ?? true);
}
