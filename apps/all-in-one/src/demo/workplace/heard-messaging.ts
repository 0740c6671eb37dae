import type { Clock } from '@threekeys/event-store';
import type { Consumer, ConsumerLag, ConsumerState } from '@threekeys/messaging';
import { Messaging, Parking } from '@threekeys/messaging';
import { categoryOf } from '@threekeys/read-models';
import type { HeardEvent } from './heard-event';

interface Listener {
  readonly consumer: Consumer;
  /** By stream, since it was saved. */
  readonly handled: Map<string, number>;
}

const heartbeat = (): Promise<void> => Promise.resolve();

/**
 * Messaging for one process whose only clock is set by who drives it: an event is delivered when it is handed over, and what
 * a reaction cannot do ends the work at once. Nothing is parked and nothing waits.
 */
export class HeardMessaging extends Messaging {
  readonly parking: Parking;
  private readonly listeners: Listener[] = [];

  constructor(private readonly ports: { readonly state: ConsumerState; readonly clock: Clock }) {
    super();
    this.parking = new Parking({ ...ports, running: () => undefined });
  }

  consume(consumer: Consumer): void {
    this.listeners.push({ consumer, handled: new Map() });
  }

  /** To every consumer of its category, one after the other. @throws what a reaction throws, and for a type that none knows */
  async deliver(event: HeardEvent): Promise<void> {
    const { stream, revision } = event.recorded;
    const category = categoryOf(stream);
    for (const { consumer, handled } of this.listeners) {
      if (!consumer.categories.includes(category)) continue;
      await react(consumer, event);
      handled.set(stream, revision);
    }
  }

  /** What was handled, for whoever goes on with this log. @param checkpoint everything at or before it was delivered */
  async save(checkpoint: string | undefined): Promise<void> {
    for (const { consumer, handled } of this.listeners) {
      const progress = [...handled].map(([stream, revision]) => ({ stream, revision }));
      await this.ports.state.advance(consumer.name, progress, checkpoint);
      handled.clear();
    }
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  lag(): Promise<readonly ConsumerLag[]> {
    return Promise.resolve([]);
  }
}

async function react({ name, reactions, ignores }: Consumer, event: HeardEvent): Promise<void> {
  const { type } = event.recorded;
  const reaction = Object.hasOwn(reactions, type) ? reactions[type] : undefined;
  if (reaction) await reaction({ event: event.recorded, content: event.leaf, heartbeat });
  else if (!ignores.includes(type)) throw new Error(`${name} does not know ${type}`);
}
