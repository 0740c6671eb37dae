import type { EventStoreDBClient } from '@eventstore/db-client';
import type { DriverStream } from './driver-stream';
import { EsdbFailure, failureOf } from './esdb-failure';

// The one file that knows the driver. It is loaded when the first store is opened, and there is one client for each
// server in a process: pending appends of all clients lie in one map of the driver's, so that the failure of one
// client rejects the appends of another. Never beside `@kurrent/kurrentdb-client`, whose generated code overwrites this one's.

export interface EsdbPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** A stored event, as the driver gives it. */
export interface EsdbRecord {
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly position?: EsdbPosition | undefined;
}

/** Where a link leads nowhere, there is no event. */
export interface EsdbResolved {
  readonly event?: EsdbRecord;
}

export interface EsdbEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Record<string, string>;
}

export interface EsdbAppended {
  readonly revision: number;
  readonly position: EsdbPosition | undefined;
}

export interface EsdbRange {
  readonly from?: bigint | undefined;
  readonly backwards?: boolean;
  readonly max?: number | undefined;
}

export interface EsdbFilter {
  readonly on: 'streamName' | 'eventType';
  /** In the syntax that .NET and JavaScript share. */
  readonly regex: string;
}

/** More at once would queue in the driver, whose queue turns a broken connection into unhandled rejections. */
const appendsMax = 8;

/** Every `checkpointInterval` windows of so many events, a filtered subscription says how far it has looked. */
const checkpoints = { maxSearchWindow: 32, checkpointInterval: 1 } as const;

type Driver = typeof import('@eventstore/db-client');

const clients = new Map<string, Promise<EsdbClient>>();

export class EsdbClient {
  private users = 0;
  private readonly turns = new Turns(appendsMax);

  /** The client of a server in this process. {@link EsdbClient.release} it as often as it was opened. */
  static async open(connectionString: string): Promise<EsdbClient> {
    const known = clients.get(connectionString) ?? EsdbClient.connect(connectionString);
    clients.set(connectionString, known);
    const client = await known;
    client.users += 1;
    return client;
  }

  private static async connect(connectionString: string): Promise<EsdbClient> {
    const driver = await import('@eventstore/db-client');
    const client = driver.EventStoreDBClient.connectionString(connectionString);
    return new EsdbClient(connectionString, driver, client);
  }

  private constructor(
    private readonly connectionString: string,
    private readonly driver: Driver,
    private readonly client: EventStoreDBClient,
  ) {}

  async release(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    clients.delete(this.connectionString);
    await this.client.dispose();
  }

  /**
   * Sends these events once. No credentials per call: with them the driver takes another way to append.
   * @throws EsdbFailure
   */
  async append(
    stream: string,
    expected: bigint | 'no_stream',
    { events, deadlineMs }: { readonly events: readonly EsdbEvent[]; readonly deadlineMs: number },
  ): Promise<EsdbAppended> {
    const messages = events.map((event) => this.driver.binaryEvent(event));
    const send = () =>
      this.client.appendToStream(stream, messages, { expectedRevision: expected, requiresLeader: true });
    const { nextExpectedRevision, position } = await answered(this.turns.take(send, deadlineMs));
    return { revision: Number(nextExpectedRevision), position };
  }

  readStream(stream: string, { from, backwards = false, max }: EsdbRange): DriverStream {
    const reading = this.client.readStream(stream, {
      ...(backwards ? { direction: 'backwards' as const, fromRevision: 'end' as const } : {}),
      ...(from !== undefined && { fromRevision: from }),
      ...(max !== undefined && { maxCount: max }),
      requiresLeader: true,
    });
    return { stream: reading, cancel: () => reading.cancel() };
  }

  /** From a position, with what stands there. The driver sends no filter. */
  readAll(from: EsdbPosition | undefined, max?: number): DriverStream {
    const reading = this.client.readAll({
      ...(from !== undefined && { fromPosition: from }),
      ...(max !== undefined && { maxCount: max }),
      requiresLeader: true,
    });
    return { stream: reading, cancel: () => reading.cancel() };
  }

  /** After a position, without what stands there. A callback that throws would end the subscription in silence. */
  subscribe(
    after: EsdbPosition | undefined,
    { on, regex }: EsdbFilter,
    onCheckpoint: (position: EsdbPosition) => void,
  ): DriverStream {
    const subscription = this.client.subscribeToAll({
      ...(after !== undefined && { fromPosition: after }),
      filter: {
        filterOn: on,
        regex,
        ...checkpoints,
        checkpointReached: (_subscription, position) => onCheckpoint(position),
      },
    });
    return { stream: subscription, cancel: () => subscription.unsubscribe() };
  }

  /** Whether somebody has deleted this stream in a way that lets it be begun again. @throws EsdbFailure */
  async isSoftDeleted(stream: string, deadlineMs: number): Promise<boolean> {
    const { metadata } = await answered(within(deadlineMs, this.client.getStreamMetadata(stream)));
    return Number(metadata?.truncateBefore ?? 0) > Number.MAX_SAFE_INTEGER;
  }
}

async function answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw failureOf(error);
  }
}

/** Our own deadline: the driver has none for a batch append, nor for finding out what the server can do. */
async function within<Answer>(deadlineMs: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    const late = new EsdbFailure('silence', `EventStoreDB: no answer within ${deadlineMs} ms`);
    timer = setTimeout(() => reject(late), deadlineMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets so many run at once; the others wait, within the deadline that they have. */
class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly max: number) {}

  async take<Answer>(action: () => Promise<Answer>, deadlineMs: number): Promise<Answer> {
    const deadline = performance.now() + deadlineMs;
    if (this.running >= this.max) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await within(Math.max(deadline - performance.now(), 1), action());
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
