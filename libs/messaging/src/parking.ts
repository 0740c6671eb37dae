import type { Clock } from '@threekeys/event-store';
import { decodeLeaf } from '@threekeys/integrity';
import type { LeafContent } from '@threekeys/integrity';
import type { ConsumerState, ParkedMessage, SkippedMessage } from './consumer-state';

/** What the parking needs of a consumer that is running. */
export interface ParkedStreams {
  retry(stream: string): Promise<number>;
  skip(message: SkippedMessage): Promise<number | undefined>;
}

export interface ParkingPorts {
  readonly state: ConsumerState;
  readonly clock: Clock;
  readonly running: (consumer: string) => ParkedStreams | undefined;
}

export interface ParkedAt {
  readonly consumer: string;
  readonly stream: string;
  readonly revision: number;
}

/** The operator asked for something that is not parked there, or is not the first of its stream. */
export class NotParked extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotParked';
  }
}

/** What operators do about events that a consumer could not handle. */
export class Parking {
  constructor(private readonly ports: ParkingPorts) {}

  /** By consumer, stream and revision. */
  list(consumer?: string): Promise<readonly ParkedMessage[]> {
    return this.ports.state.parked(consumer);
  }

  skipped(consumer?: string): Promise<readonly SkippedMessage[]> {
    return this.ports.state.skipped(consumer);
  }

  /** The parked event with what its leaf says; personal fields are sealed. @throws NotParked */
  async show(at: ParkedAt): Promise<{ message: ParkedMessage; content: LeafContent }> {
    const message = await this.at(at);
    return { message, content: decodeLeaf(message.bytes) };
  }

  /** Tries parked streams again, each in order until an event fails. @returns how many events were handled and how many are left */
  async retry(consumer?: string, stream?: string): Promise<{ handled: number; left: number }> {
    const parked = await this.ports.state.parked(consumer, stream);
    if (stream !== undefined && parked.length === 0) throw new NotParked(`nothing of ${stream} is parked`);
    const places = new Map(parked.map((each) => [`${each.consumer}\n${each.stream}`, each]));
    let handled = 0;
    for (const each of places.values()) handled += await this.running(each.consumer).retry(each.stream);
    const left = await this.ports.state.parked(consumer, stream);
    return { handled, left: left.length };
  }

  /** Gives up the first parked event of its stream, then tries those behind it. @throws NotParked */
  async skip(
    at: ParkedAt,
    { reason, by }: { reason: string; by: string },
  ): Promise<{ handled: number; left: number }> {
    const { consumer, stream, revision, type } = await this.at(at);
    const skippedAt = this.ports.clock.now();
    const message = { consumer, stream, revision, type, reason, by, skippedAt };
    const handled = await this.running(consumer).skip(message);
    if (handled === undefined) {
      throw new NotParked(`revision ${revision} of ${stream} is not the first that is parked`);
    }
    return { handled, left: (await this.ports.state.parked(consumer, stream)).length };
  }

  private async at({ consumer, stream, revision }: ParkedAt): Promise<ParkedMessage> {
    const parked = await this.ports.state.parked(consumer, stream);
    const found = parked.find((each) => each.revision === revision);
    if (!found) throw new NotParked(`revision ${revision} of ${stream} is not parked for ${consumer}`);
    return found;
  }

  private running(consumer: string): ParkedStreams {
    const run = this.ports.running(consumer);
    if (!run) throw new NotParked(`the consumer ${consumer} does not run here`);
    return run;
  }
}
