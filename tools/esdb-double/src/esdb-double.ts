import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendCall } from './append-call';
import { batchAppendCall } from './batch-append-call';
import { deleteCall, tombstoneCall } from './delete-calls';
import { Faults } from './faults';
import { featuresCall } from './features-call';
import { Log } from './log';
import { readCall } from './read-call';
import type { Generation } from './records';
import type { Endpoint } from './rpc-errors';
import { Seen } from './seen';

const mebibyte = 1024 * 1024;

export interface EsdbDoubleOptions {
  /** Default: any that is free. */
  readonly port?: number;
  /** Holds the data across the end of the process. Default: memory only. */
  readonly file?: string;
  /** Default 24.10. */
  readonly generation?: Generation;
  /** `MaxAppendSize` of the server. Default 1 MiB, as there. */
  readonly appendBytesMax?: number;
  /** False: a server that does not know `BatchAppend` yet. */
  readonly batchAppend?: boolean;
  /** The log of another double: two nodes of one cluster. */
  readonly log?: Log;
}

/**
 * An EventStoreDB on the wire, as far as this product uses one: its own client cannot tell the difference. For
 * development and tests; on this machine only.
 */
export class EsdbDouble {
  readonly faults = new Faults();
  readonly seen = new Seen();
  readonly log: Log;
  /** Where another node leads, calls that ask for the leader are sent there. */
  leader: Endpoint | undefined;
  private server = new Server();
  private bound = 0;

  static async start(options: EsdbDoubleOptions = {}): Promise<EsdbDouble> {
    const double = new EsdbDouble(options);
    await double.listen(options.port ?? 0);
    return double;
  }

  private constructor(private readonly options: EsdbDoubleOptions) {
    this.log = options.log ?? new Log(options.generation, options.file);
  }

  get port(): number {
    return this.bound;
  }

  get appendBytesMax(): number {
    return this.options.appendBytesMax ?? mebibyte;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.bound}?tls=false`;
  }

  get endpoint(): Endpoint {
    return { host: '127.0.0.1', port: this.bound };
  }

  /** Breaks every connection and answers none, until {@link EsdbDouble.resume}. */
  suspend(): void {
    this.server.forceShutdown();
  }

  /** Listens again, on the same port, with the same data. */
  async resume(): Promise<void> {
    this.server = new Server();
    await this.listen(this.bound);
  }

  /** Breaks every connection; new ones are taken. */
  disconnect(): void {
    this.server.drain(`127.0.0.1:${this.bound}`, 0);
  }

  stop(): void {
    this.server.forceShutdown();
    if (!this.options.log) this.log.close();
  }

  private async listen(port: number): Promise<void> {
    this.addServices();
    this.bound = await new Promise<number>((resolve, reject) => {
      this.server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error) reject(error);
        else resolve(bound);
      });
    });
  }

  private addServices(): void {
    const { generation = '24.10', batchAppend = true } = this.options;
    const { log, faults, seen, appendBytesMax } = this;
    const served = { log, faults, seen, appendBytesMax, leader: () => this.leader };
    this.server.addService(StreamsService, {
      read: readCall(served),
      append: appendCall(served),
      batchAppend: batchAppendCall(served),
      delete: deleteCall(served),
      tombstone: tombstoneCall(served),
    });
    this.server.addService(ServerFeaturesService, {
      getSupportedMethods: featuresCall(generation, batchAppend),
    });
  }
}
