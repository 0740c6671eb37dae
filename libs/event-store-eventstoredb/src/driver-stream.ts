import { setImmediate as turn } from 'node:timers/promises';
import { EsdbFailure, failureOf } from './esdb-failure';

/** What is used of the driver's streams, which are Node's. */
export interface DriverReadable extends AsyncIterable<unknown> {
  /** How many events wait to be asked for. */
  readonly readableLength: number;
  read(): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(error?: Error): unknown;
}

/** A read or subscription of the driver's. */
export interface DriverStream {
  readonly stream: DriverReadable;
  /** Ends the call on the server. The driver leaves it open where somebody only stops reading. */
  readonly cancel: () => Promise<void>;
}

/** A stream that nobody waits for on our side may be as slow as it likes; one that we wait for may not be silent so long. */
export class Watchdog {
  private readonly timer: NodeJS.Timeout;
  private waiting = false;

  constructor(
    private readonly silenceMaxMs: number,
    onSilence: () => void,
  ) {
    this.timer = setTimeout(() => {
      if (this.waiting) onSilence();
    }, silenceMaxMs).unref();
  }

  /** Something came, or we begin to wait: from now on it counts anew. */
  refresh(): void {
    this.timer.refresh();
  }

  wait(): void {
    this.waiting = true;
    this.refresh();
  }

  rest(): void {
    this.waiting = false;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  failure(): EsdbFailure {
    return new EsdbFailure('silence', `EventStoreDB: silent for ${this.silenceMaxMs} ms`);
  }
}

const pageMax = 64;

/**
 * What the stream delivers, as it is asked for: the next event, with those that have come with it. Whoever stops asking
 * ends the call.
 * @throws EsdbFailure, also where nothing comes for so long
 */
export async function* pagesOf<Event>(
  { stream, cancel }: DriverStream,
  silenceMaxMs: number,
  onWait: (watchdog: Watchdog) => void = () => undefined,
): AsyncGenerator<readonly Event[], void, undefined> {
  // The driver emits errors also after the stream has ended; without a listener they would end the process.
  stream.on('error', () => undefined);
  const watchdog = new Watchdog(silenceMaxMs, () => stream.destroy(watchdog.failure()));
  const events = stream[Symbol.asyncIterator]() as AsyncIterator<Event>;
  let ended = false;
  try {
    for (;;) {
      watchdog.wait();
      onWait(watchdog);
      const step = await events.next();
      watchdog.rest();
      ended = step.done === true;
      if (step.done === true) return;
      // One by one as the driver hands them over they would all be waited for: in a turn those gather that came together.
      await turn();
      yield [step.value, ...waitingIn<Event>(stream)];
    }
  } catch (error) {
    throw failureOf(error);
  } finally {
    watchdog.stop();
    stream.destroy();
    if (!ended) void cancel().catch(() => undefined);
  }
}

/** Waiting for each of them costs more than all else that is done with it. */
function waitingIn<Event>(stream: DriverReadable): Event[] {
  const waiting: Event[] = [];
  while (waiting.length < pageMax && stream.readableLength > 0) {
    const event = stream.read();
    if (event === null) break;
    waiting.push(event as Event);
  }
  return waiting;
}
