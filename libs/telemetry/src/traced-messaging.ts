import { SpanKind } from '@opentelemetry/api';
import type { Consumer, ConsumerLag, Messaging, Reaction } from '@threekeys/messaging';
import { Messaging as MessagingPort } from '@threekeys/messaging';
import { spanIdOf, traceIdOf } from './trace-ids';
import { attributesOf } from './traced-event-store';
import type { Tracing } from './tracing';

/** Messaging in which each handling of an event is a span, child of the span of that event. */
export function tracedMessaging(messaging: Messaging, tracing: Tracing | undefined): Messaging {
  return tracing ? new TracedMessaging(messaging, tracing) : messaging;
}

class TracedMessaging extends MessagingPort {
  readonly parking;

  constructor(
    private readonly inner: Messaging,
    private readonly tracing: Tracing,
  ) {
    super();
    this.parking = inner.parking;
  }

  consume(consumer: Consumer): void {
    const reactions = Object.entries(consumer.reactions).map(([type, reaction]) => [
      type,
      traced(reaction, consumer.name, this.tracing),
    ]);
    this.inner.consume({ ...consumer, reactions: Object.fromEntries(reactions) as Record<string, Reaction> });
  }

  start(): Promise<void> {
    return this.inner.start();
  }

  stop(): Promise<void> {
    return this.inner.stop();
  }

  settled(): Promise<void> {
    return this.inner.settled();
  }

  lag(): Promise<readonly ConsumerLag[]> {
    return this.inner.lag();
  }
}

function traced(reaction: Reaction, consumer: string, tracing: Tracing): Reaction {
  return (delivery) => {
    const { event, content } = delivery;
    const span = {
      name: `${consumer} ${event.type}`,
      kind: SpanKind.CONSUMER,
      traceId: traceIdOf(content.correlationId),
      parentSpanId: spanIdOf(event.id),
      attributes: { ...attributesOf(event), 'threekeys.consumer': consumer },
    };
    return tracing.around(span, () => reaction(delivery));
  };
}
