import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { RecordedEvent } from '@threekeys/event-store';
import { decodeLeaf } from '@threekeys/integrity';
import { spanIdOf, traceIdOf } from './trace-ids';
import { attributesOf } from './traced-event-store';
import type { Tracing } from './tracing';
import { nameOf } from './tracing';

/** As the relay's publisher is, whatever brings the events. */
interface Publisher {
  publish(events: readonly RecordedEvent[]): Promise<void>;
  close(): Promise<void>;
}

/** A publisher in which each event on its way is a span, from when it is sent until it is held; child of its own. */
export function tracedPublisher(publisher: Publisher, tracing: Tracing | undefined): Publisher {
  if (!tracing) return publisher;
  return {
    publish: async (events) => {
      const spans = events.map((event) => tracing.begin(spanOf(event)));
      try {
        await publisher.publish(events);
      } catch (error) {
        for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) });
        throw error;
      } finally {
        for (const span of spans) span.end();
      }
    },
    close: () => publisher.close(),
  };
}

function spanOf(event: RecordedEvent) {
  return {
    name: `publish ${event.type}`,
    kind: SpanKind.PRODUCER,
    traceId: traceIdOf(decodeLeaf(event.bytes).correlationId),
    parentSpanId: spanIdOf(event.id),
    attributes: attributesOf(event),
  };
}
