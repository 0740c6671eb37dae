import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { GlobalPosition } from '@threekeys/event-store';
import { EventStore, EventStoreError } from '@threekeys/event-store';
import type { Caller, Credentials } from '@threekeys/http';
import { Access, Problem } from '@threekeys/http';
import type { Change } from '@threekeys/read-models';
import { Views } from '@threekeys/read-models';
import type { ServerResponse } from 'node:http';
import { Hearing } from './hearing';

const heartbeatMs = 10_000;
const missedMax = 1000;
/** A reader this far behind is cut off: it comes back and is told what it missed. */
const unreadBytesMax = 256 * 1024;
/** Tabs of one browser share a stream where they can; beyond these the oldest ends. */
const readersPerSessionMax = 8;
const readersMax = 1000;
const retryAfterSeconds = 30;

/** One browser that listens, and as whom. */
export interface Reader {
  readonly response: ServerResponse;
  readonly credentials: Credentials;
  /** As of the last heartbeat. */
  caller: Caller;
}

/** Tells browsers what has changed, after the views show it: one subscription for all of them. */
@Injectable()
export class ChangeStream implements BeforeApplicationShutdown {
  /** The oldest first. */
  private readonly readers = new Set<Reader>();
  private heartbeat: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly views: Views,
    private readonly store: EventStore,
    private readonly access: Access,
    private readonly hearing: Hearing,
  ) {}

  /** @throws Problem `too-many-requests` where as many listen as can be served */
  assertRoom(): void {
    if (this.readers.size >= readersMax) throw new Problem('too-many-requests', { retryAfterSeconds });
  }

  /** @param lastEventId the position of the last change that the reader has heard of */
  async open(reader: Reader, lastEventId: string | undefined): Promise<void> {
    const { response } = reader;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    this.add(reader);
    if (lastEventId !== undefined) await this.catchUp(reader, lastEventId as GlobalPosition);
  }

  /** Ends every reader, so that the server can close. */
  beforeApplicationShutdown(): void {
    this.stop();
    for (const { response } of this.readers) response.end();
    this.readers.clear();
  }

  private add(reader: Reader): void {
    const { token } = reader.credentials;
    const others = [...this.readers].filter(({ credentials }) => credentials.token === token);
    for (const { response } of others.slice(0, Math.max(0, others.length - readersPerSessionMax + 1)))
      response.end();
    this.readers.add(reader);
    this.heartbeat ??= setInterval(() => this.each((each) => this.stillThere(each)), heartbeatMs);
    this.unsubscribe ??= this.views.onChange((change) => this.each((each) => this.tell(each, change)));
    reader.response.on('close', () => {
      this.readers.delete(reader);
      if (this.readers.size === 0) this.stop();
    });
  }

  private stop(): void {
    clearInterval(this.heartbeat);
    this.heartbeat = undefined;
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  /** Whom something goes wrong for is cut off: they come back and are told what they missed. */
  private each(action: (reader: Reader) => Promise<void>): void {
    for (const reader of this.readers) action(reader).catch(() => reader.response.destroy());
  }

  /** The right to listen may have ended since: an account is disabled, a session over, a role taken back. */
  private async stillThere(reader: Reader): Promise<void> {
    const caller = await this.access.callerStillOf(reader.credentials);
    if (!caller || !this.hearing.mayListen(caller)) {
      reader.response.end();
      return;
    }
    reader.caller = caller;
    send(reader, 'event: heartbeat\ndata: {}\n\n');
  }

  private async tell(reader: Reader, change: Change): Promise<void> {
    send(reader, (await this.hearing.heardBy(reader.caller, [change])).map(changed).join(''));
  }

  private async catchUp(reader: Reader, after: GlobalPosition): Promise<void> {
    const missed = await this.missed(after);
    const heard = missed && (await this.hearing.heardBy(reader.caller, missed));
    send(reader, heard === undefined ? 'event: reset\ndata: {}\n\n' : heard.map(changed).join(''));
  }

  /**
   * The last change of each stream since then, of a volunteer every one: not all of them are for everybody. Undefined: too
   * many, or not a position of this store.
   */
  private async missed(after: GlobalPosition): Promise<readonly Change[] | undefined> {
    const last = new Map<string, Change>();
    let count = 0;
    try {
      for await (const { stream, revision, position } of this.store.readAll(after, {}, missedMax + 1)) {
        count += 1;
        const which = stream.startsWith('volunteer-') ? position : stream;
        last.delete(which);
        last.set(which, { stream, revision, position });
      }
    } catch (error) {
      if (error instanceof EventStoreError && error.code === 'InvalidPosition') return undefined;
      throw error;
    }
    return count > missedMax ? undefined : [...last.values()];
  }
}

function send({ response }: Reader, message: string): void {
  if (message === '' || response.writableEnded) return;
  if (response.writableLength > unreadBytesMax) response.destroy();
  else response.write(message);
}

function changed({ stream, revision, position }: Change): string {
  return `id: ${position}\nevent: changed\ndata: ${JSON.stringify({ stream, revision, position })}\n\n`;
}
