import type { EventStore, Leaf } from '@threekeys/event-store';
import { categoryOf, EventStoreError } from '@threekeys/event-store';
import { decodeLeaf } from '@threekeys/integrity';
import { ObservedEventStore } from './observed-event-store';
import { spanIdOf, traceIdOf } from './trace-ids';
import type { NewSpan, Tracing } from './tracing';
import { nowMs } from './tracing';

/**
 * A store whose appends are spans, and in each the events that it has stored. The span of an event is made of the event
 * alone: whoever has the leaf, in any process and at any time, knows its trace and its span.
 */
export function tracedEventStore(store: EventStore, tracing: Tracing | undefined): EventStore {
  if (!tracing) return store;
  return new ObservedEventStore(store, (stream, expected, leaves) => {
    const first = leaves[0];
    if (!first) return store.append(stream, expected, leaves);
    return tracing.around(spanOfAppend(first, tracing), async (span) => {
      const startedAtMs = nowMs();
      try {
        const result = await store.append(stream, expected, leaves);
        const { traceId, spanId: parentSpanId } = span.spanContext();
        for (const leaf of leaves)
          tracing.begin({ ...spanOfEvent(leaf, traceId), parentSpanId, startedAtMs }).end();
        return result;
      } catch (error) {
        if (error instanceof EventStoreError) span.setAttribute('threekeys.error.code', error.code);
        throw error;
      }
    });
  });
}

function spanOfAppend(first: Leaf, tracing: Tracing): NewSpan {
  const { correlationId, causationId, commandId } = decodeLeaf(first.bytes);
  const traceId = traceIdOf(correlationId);
  // What begins a correlation is no answer within it: a timer names what has set it, which is of another trace.
  const cause = correlationId === commandId ? undefined : causationId;
  return {
    name: `append ${categoryOf(first.stream)}`,
    traceId,
    parentSpanId: tracing.parentIn(traceId, cause),
    attributes: { 'threekeys.stream': first.stream, 'threekeys.command.id': commandId },
  };
}

function spanOfEvent({ id, type, stream, revision }: Leaf, traceId: string): NewSpan {
  return {
    name: type,
    traceId,
    spanId: spanIdOf(id),
    attributes: attributesOf({ id, type, stream, revision }),
  };
}

/** How an event is named in spans. */
export function attributesOf({
  id,
  type,
  stream,
  revision,
}: Pick<Leaf, 'id' | 'type' | 'stream' | 'revision'>) {
  return {
    'threekeys.event.id': id,
    'threekeys.event.type': type,
    'threekeys.stream': stream,
    'threekeys.revision': revision,
  };
}
