import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { sleep } from '@threekeys/messaging';
import type { TopicPartitionOffset } from 'kafkajs';
import type { InboxPorts } from './inbox';
import { inboxModule } from './inbox';
import type { KafkaSettings } from './kafka-settings';
import { assertReachable } from './kafka-settings';
import type { ConnectionStatus } from './membership';
import { Membership } from './membership';
import { RawServerKafka } from './raw-server-kafka';
import { within } from './within';

export interface ConnectionPorts extends InboxPorts {
  readonly groupId: string;
  readonly settings: KafkaSettings;
  /** Partitions that are ours now; whatever was delivered of others is theirs. */
  readonly assigned: (partitions: Readonly<Record<string, readonly number[]>>) => void;
  /** Not connected, or not any more; it is tried again. */
  readonly lost: (error: unknown) => void;
  /** What the transport would have stopped for. */
  readonly failed: (error: unknown) => void;
}

const tryAgainAfterMs = 500;
/** Without broker the client would wait for its next try, and the next. */
const closeWithinMs = 3000;

/** Membership of one group, kept up in the background: a broker that is away keeps nobody from starting. */
export class KafkaConnection {
  private readonly stopping = new AbortController();
  private kept: Promise<void> = Promise.resolve();
  private server: RawServerKafka | undefined;
  private readonly membership: Membership;

  constructor(private readonly ports: ConnectionPorts) {
    this.membership = new Membership(ports);
  }

  start(): void {
    this.kept = this.keep();
  }

  get status(): ConnectionStatus {
    return this.membership.status;
  }

  async commit(offsets: readonly TopicPartitionOffset[]): Promise<void> {
    if (!this.membership.isConnected) throw new Error(`not connected: ${this.status}`);
    await this.server?.commit(offsets);
  }

  /** Leaves the group. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.kept;
    this.membership.begin('stopped');
  }

  private async keep(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.once();
      } catch (error) {
        this.ports.lost(error);
      }
      await sleep(tryAgainAfterMs, this.stopping.signal);
    }
  }

  /** Resolves when it is stopped. @throws what ended it */
  private async once(): Promise<void> {
    this.membership.begin('connecting');
    const { groupId, settings } = this.ports;
    // Once it is a member it tries for minutes: that there is a broker at all is found out before.
    await assertReachable(settings);
    if (this.stopping.signal.aborted) return;
    const ended = new Ending(this.stopping.signal);
    const strategy = new RawServerKafka(settings, groupId, {
      ...this.membership.events((error) => ended.with(error)),
      failed: this.ports.failed,
    });
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(inboxModule(this.ports), {
      strategy,
      abortOnError: false,
    });
    this.server = strategy;
    try {
      await app.listen();
      await ended.promise;
    } finally {
      this.server = undefined;
      this.membership.begin('connecting');
      await within(closeWithinMs, app.close());
    }
  }
}

/** Resolves by the signal, or rejects with what ended it. */
class Ending {
  readonly promise: Promise<void>;
  private reject: (error: Error) => void = () => undefined;

  constructor(signal: AbortSignal) {
    this.promise = new Promise((resolve, reject) => {
      this.reject = reject;
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    // It may end before anybody waits for it.
    this.promise.catch(() => undefined);
  }

  with(error: Error): void {
    this.reject(error);
  }
}
