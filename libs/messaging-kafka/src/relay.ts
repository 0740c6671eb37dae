import type { Clock, EventStore, GlobalPosition } from '@threekeys/event-store';
import type { ConsumerState, LeadingNotice, Leases, Sleep } from '@threekeys/messaging';
import { lead, sleep } from '@threekeys/messaging';
import { batchesOf } from './batches';
import type { EventPublisher } from './event-publisher';
import { within } from './within';

export interface RelayPorts {
  readonly store: EventStore;
  readonly publisher: EventPublisher;
  /** Keeps how far it is, under the name {@link relayName}. */
  readonly state: ConsumerState;
  readonly leases: Leases;
  readonly clock: Clock;
}

export interface RelayOptions {
  /** Who it is among several; another at each start. */
  readonly holder: string;
  /** After so long another leads where this one is silent. */
  readonly leaseMs: number;
  readonly batchMax: number;
  readonly batchBytesMax: number;
  readonly sleep: Sleep;
  readonly notice: (notice: RelayNotice) => void;
}

export type RelayNotice = LeadingNotice;

export interface RelayLag {
  readonly leading: boolean;
  /** Events that no broker holds yet, counted up to 10,000. */
  readonly events: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
}

export const relayName = 'relay';
const lagMax = 10_000;
const lastBatchMs = 5000;
const defaults: Omit<RelayOptions, 'holder'> = {
  leaseMs: 15_000,
  batchMax: 500,
  // A batch is one message to the broker: less than what a topic takes at most.
  batchBytesMax: 900_000,
  sleep,
  notice: () => undefined,
};

/**
 * Brings every stored event to where consumers hear of it. One leads; the checkpoint moves after the acknowledgement of
 * everything below it. One that still believes to lead, or starts from an old checkpoint, makes duplicates and nothing else.
 */
export class Relay {
  private readonly options: RelayOptions;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private isLeading = false;

  constructor(
    private readonly ports: RelayPorts,
    options: Partial<RelayOptions> & Pick<RelayOptions, 'holder'>,
  ) {
    this.options = { ...defaults, ...options };
  }

  /** Resolves at once: whether it leads, and whether the broker is there, is found out in the background. */
  start(): Promise<void> {
    const { leases } = this.ports;
    const { holder, leaseMs, sleep: rest } = this.options;
    const wish = { name: relayName, holder, forMs: leaseMs };
    const work = (signal: AbortSignal) => this.relay(signal);
    const notice = (each: RelayNotice) => {
      this.isLeading = each.what === 'leading';
      this.options.notice(each);
    };
    this.running = lead({ leases, wish, work, sleep: rest, notice }, this.stopping.signal);
    return Promise.resolve();
  }

  /** Finishes the batch that is on its way; without broker it is left, and sent again by the next. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await within(lastBatchMs, this.running);
    await this.ports.publisher.close();
  }

  async lag(): Promise<RelayLag> {
    const after = await this.checkpoint();
    let [events, since]: [number, string | undefined] = [0, undefined];
    for await (const { recordedAt } of this.ports.store.readAll(after, {}, lagMax)) {
      since ??= recordedAt;
      events += 1;
    }
    const now = Date.parse(this.ports.clock.now());
    const seconds = since === undefined ? 0 : Math.max(0, (now - Date.parse(since)) / 1000);
    return { leading: this.isLeading, events, seconds };
  }

  private async relay(signal: AbortSignal): Promise<void> {
    const { store, publisher, state } = this.ports;
    const { batchMax: countMax, batchBytesMax: sizeMax } = this.options;
    const after = await this.checkpoint();
    const batches = batchesOf((enough) => store.subscribe(after, {}, AbortSignal.any([signal, enough])), {
      countMax,
      sizeMax,
      sizeOf: ({ bytes }) => bytes.length,
    });
    // While one checkpoint is written, the next batch is on its way: events do not wait for it.
    let saving: Promise<void> = Promise.resolve();
    for await (const batch of batches) {
      if (signal.aborted) break;
      await publisher.publish(batch);
      await saving;
      saving = state.advance(relayName, [], batch.at(-1)?.position);
      // Whoever waits for it hears of it; until then it is nobody's unhandled rejection.
      saving.catch(() => undefined);
    }
    await saving;
  }

  private async checkpoint(): Promise<GlobalPosition | undefined> {
    return (await this.ports.state.checkpoint(relayName)) as GlobalPosition | undefined;
  }
}
