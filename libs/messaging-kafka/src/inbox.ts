import type { CallHandler, ExecutionContext, NestInterceptor, Type } from '@nestjs/common';
import { Controller, Module, UseInterceptors } from '@nestjs/common';
import { Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';
import type { Observable } from 'rxjs';
import { catchError, defaultIfEmpty, of } from 'rxjs';
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
  /** What no handler may let out. */
  readonly failed: (error: unknown) => void;
}

const taken = 'taken';

/**
 * Around every handler. An error that leaves one is repeated by the transport, then stops every topic of the service, over
 * and over; so does an Observable that completes without a value. Nothing is lost by keeping it: offsets are ours to commit.
 */
export class NothingThrown implements NestInterceptor {
  constructor(private readonly failed: (error: unknown) => void) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        this.failed(error);
        return of(taken);
      }),
      defaultIfEmpty(taken),
    );
  }
}

/** The Nest module of one consumer: one handler for all its topics. */
export function inboxModule({ topics, receive, failed }: InboxPorts): Type {
  @Controller()
  @UseInterceptors(new NothingThrown(failed))
  class Inbox {
    @EventPattern([...topics])
    async take(
      @Payload() message: RawMessage & { offset: string },
      @Ctx() context: KafkaContext,
    ): Promise<string> {
      await receive({
        message,
        topic: context.getTopic(),
        partition: context.getPartition(),
        offset: Number(message.offset),
        heartbeat: context.getHeartbeat(),
      });
      return taken;
    }
  }
  @Module({ controllers: [Inbox] })
  class InboxModule {}
  return InboxModule;
}
