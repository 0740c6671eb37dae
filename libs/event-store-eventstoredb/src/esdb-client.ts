import type * as Driver from '@eventstore/db-client';
import type { Readable, Transform } from 'node:stream';
import type { DriverStream } from './driver-stream';
import { EsdbFailure, failureOf } from './esdb-failure';

// The one file that knows the driver. It is loaded when the first store is opened, and there is one client for each
// server in a process. Never beside `@kurrent/kurrentdb-client`, whose generated code overwrites this one's.

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
  readonly metadata: Readonly<Record<string, string>>;
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

/** Every `checkpointInterval` windows of so many events, a filtered subscription says how far it has looked. */
const checkpoints = { maxSearchWindow: 32, checkpointInterval: 1 } as const;

const disposalMaxMs = 1_000;

const clients = new Map<string, Promise<EsdbClient>>();

export class EsdbClient {
  private users = 0;

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
    const client = driver.EventStoreDBClient.connectionString(throwing(connectionString));
    Object.assign(client, { supports: noBatchAppend });
    return new EsdbClient(connectionString, client);
  }

  private constructor(
    private readonly connectionString: string,
    private readonly client: Driver.EventStoreDBClient,
  ) {}

  async release(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    clients.delete(this.connectionString);
    // It may wait for a stream that has ended long ago.
    await within(disposalMaxMs, this.client.dispose()).catch(() => undefined);
  }

  /** Sends these events once. @throws EsdbFailure */
  async append(
    stream: string,
    expected: bigint | 'no_stream',
    { events, deadlineMs }: { readonly events: readonly EsdbEvent[]; readonly deadlineMs: number },
  ): Promise<EsdbAppended> {
    const messages = events.map(binaryEvent);
    const options = { expectedRevision: expected, requiresLeader: true, deadline: deadlineMs };
    const append = this.client.appendToStream(stream, messages, options);
    const { nextExpectedRevision, position } = await within(deadlineMs, append);
    return { revision: Number(nextExpectedRevision), position };
  }

  readStream(stream: string, { from, backwards = false, max }: EsdbRange): DriverStream {
    const reading = this.client.readStream(stream, {
      ...(backwards ? { direction: 'backwards' as const, fromRevision: 'end' as const } : {}),
      ...(from !== undefined && { fromRevision: from }),
      ...(max !== undefined && { maxCount: max }),
      requiresLeader: true,
    });
    return callOf(reading, () => reading.cancel());
  }

  /** From the end. */
  readAllBackwards(): DriverStream {
    const reading = this.client.readAll({
      direction: 'backwards',
      fromPosition: 'end',
      requiresLeader: true,
    });
    return callOf(reading, () => reading.cancel());
  }

  /** From a position, with what stands there. The driver sends no filter. */
  readAll(from: EsdbPosition | undefined, max?: number): DriverStream {
    const reading = this.client.readAll({
      ...(from !== undefined && { fromPosition: from }),
      ...(max !== undefined && { maxCount: max }),
      requiresLeader: true,
    });
    return callOf(reading, () => reading.cancel());
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
    return callOf(subscription, () => subscription.unsubscribe());
  }

  /** Whether somebody has deleted this stream in a way that lets it be begun again. @throws EsdbFailure */
  async isSoftDeleted(stream: string, deadlineMs: number): Promise<boolean> {
    const reading = this.client.getStreamMetadata(stream, { requiresLeader: true });
    const { metadata } = await within(deadlineMs, reading);
    return Number(metadata?.truncateBefore ?? 0) > Number.MAX_SAFE_INTEGER;
  }
}

/**
 * Where the answer had come whole before its call was cancelled, the driver keeps it until somebody takes the rest: who
 * stops reading early lets it run out.
 */
function callOf(stream: DriverStream['stream'], end: () => Promise<void>): DriverStream {
  let answer: Readable | undefined;
  // Each is a Transform, which its types do not say.
  (stream as unknown as Transform).once('pipe', (source: Readable) => (answer = source));
  const cancel = async (): Promise<void> => {
    await end();
    answer?.resume();
  };
  return { stream, cancel };
}

/**
 * As the driver's own, without a copy of the leaf, which nobody changes. Of metadata that are no bytes the driver makes
 * base64, and bytes of that again: more work than all else that is done here with an append.
 */
function binaryEvent({ id, type, data, metadata }: EsdbEvent): Driver.EventData {
  return {
    id,
    type,
    contentType: 'application/octet-stream',
    data: bytesOf(data),
    metadata: bytesOf(Buffer.from(JSON.stringify(metadata))),
  };
}

/** The driver knows bytes by their constructor, and copies or encodes whatever is a Buffer. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * The driver's batch append keeps the pending appends of all clients and connections in one map: where one of them
 * breaks, the appends of all are rejected, and an answer that then still comes is an uncaught exception. It has no
 * deadline either. Told that no server supports it, the driver makes one call for each append.
 */
function noBatchAppend(): Promise<boolean> {
  return Promise.resolve(false);
}

/** Where it does not throw, the driver gives a wrong revision in place of a conflict. */
function throwing(connectionString: string): string {
  return connectionString.replace(/(throw[_-]?on[_-]?append[_-]?failure=)false/i, '$1true');
}

/**
 * Our own deadline, whatever the driver makes of the one that it is given. One promise and one listener: this is part of
 * every append.
 * @throws EsdbFailure, also where nothing comes for so long
 */
function within<Answer>(deadlineMs: number, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new EsdbFailure('silence', `EventStoreDB: no answer within ${deadlineMs} ms`));
    }, deadlineMs);
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        const failure = failureOf(error) as Error;
        reject(failure);
      },
    );
  });
}
