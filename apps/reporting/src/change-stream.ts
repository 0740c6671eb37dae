import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { GlobalPosition } from '@threekeys/event-store';
import { EventStore, EventStoreError } from '@threekeys/event-store';
import type { Change } from '@threekeys/read-models';
import { Projector } from '@threekeys/read-models';
import type { ServerResponse } from 'node:http';

const heartbeatMs = 10_000;
const missedMax = 1000;
/** A reader this far behind is cut off: it comes back and is told what it missed. */
const unreadBytesMax = 256 * 1024;

/** Tells browsers what has changed, after the views show it: one subscription for all of them. */
@Injectable()
export class ChangeStream implements BeforeApplicationShutdown {
  private readonly readers = new Set<ServerResponse>();
  private heartbeat: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly projector: Projector,
    private readonly store: EventStore,
  ) {}

  /** @param lastEventId the position of the last change that the reader has heard of */
  async open(response: ServerResponse, lastEventId: string | undefined): Promise<void> {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    this.add(response);
    if (lastEventId !== undefined) await this.catchUp(response, lastEventId as GlobalPosition);
  }

  /** Ends every reader, so that the server can close. */
  beforeApplicationShutdown(): void {
    this.stop();
    for (const reader of this.readers) reader.end();
    this.readers.clear();
  }

  private add(response: ServerResponse): void {
    this.readers.add(response);
    this.heartbeat ??= setInterval(() => this.send('event: heartbeat\ndata: {}\n\n'), heartbeatMs);
    this.unsubscribe ??= this.projector.onChange((change) => this.send(changed(change)));
    response.on('close', () => {
      this.readers.delete(response);
      if (this.readers.size === 0) this.stop();
    });
  }

  private stop(): void {
    clearInterval(this.heartbeat);
    this.heartbeat = undefined;
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  private send(message: string): void {
    for (const reader of this.readers) {
      if (reader.writableLength > unreadBytesMax) reader.destroy();
      else reader.write(message);
    }
  }

  private async catchUp(response: ServerResponse, after: GlobalPosition): Promise<void> {
    const missed = await this.missed(after);
    response.write(missed === undefined ? 'event: reset\ndata: {}\n\n' : missed.map(changed).join(''));
  }

  /** The last change of each stream since then. Undefined: too many, or not a position of this store. */
  private async missed(after: GlobalPosition): Promise<readonly Change[] | undefined> {
    const last = new Map<string, Change>();
    let count = 0;
    try {
      for await (const { stream, revision, position } of this.store.readAll(after, {}, missedMax + 1)) {
        count += 1;
        last.delete(stream);
        last.set(stream, { stream, revision, position });
      }
    } catch (error) {
      if (error instanceof EventStoreError && error.code === 'InvalidPosition') return undefined;
      throw error;
    }
    return count > missedMax ? undefined : [...last.values()];
  }
}

function changed({ stream, revision, position }: Change): string {
  return `id: ${position}\nevent: changed\ndata: ${JSON.stringify({ stream, revision, position })}\n\n`;
}
