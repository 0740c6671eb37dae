import type { Type } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';
import type { RawMessage } from './event-message';

/** A message and where it lies. */
export interface Received {
  readonly message: RawMessage;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** @throws Error where others come or go, or the broker is away */
  readonly heartbeat: () => Promise<void>;
}

export interface InboxPorts {
  readonly topics: readonly string[];
  /** Resolves when the next may come. */
  readonly receive: (received: Received) => Promise<void>;
}

/** The Nest module of one consumer: one handler for all its topics. */
export function inboxModule({ topics, receive }: InboxPorts): Type {
  @Controller()
  class Inbox {
    @EventPattern([...topics])
    async take(
      @Payload() message: RawMessage & { offset: string },
      @Ctx() context: KafkaContext,
    ): Promise<void> {
      await receive({
        message,
        topic: context.getTopic(),
        partition: context.getPartition(),
        offset: Number(message.offset),
        heartbeat: context.getHeartbeat(),
      });
    }
  }
  @Module({ controllers: [Inbox] })
  class InboxModule {}
  return InboxModule;
}
