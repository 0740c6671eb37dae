import { join } from 'node:path';
import { startLocalKafka } from './local-kafka';
import { startLocalMongo } from './local-mongo';
import { LocalProcess } from './local-process';
import { freePort } from './local-server';

export const engineNames = ['kafka', 'mongo', 'esdb'] as const;
export type EngineName = (typeof engineNames)[number];

/** What runs of an engine: a Java server or a process of ours. */
interface Running {
  readonly pid: number | undefined;
  stop(): Promise<unknown>;
  kill(): Promise<unknown>;
}

export type EnginePorts = Readonly<Record<EngineName, number>>;

/** The three engines. Each keeps its port and its data over a restart. */
export class LocalEngines {
  private readonly running = new Map<EngineName, Running>();

  private constructor(
    private readonly directory: string,
    readonly ports: EnginePorts,
    private readonly log: string | undefined,
  ) {}

  /** Nothing runs yet. @param log see {@link LocalProcess} */
  static async at(directory: string, log?: string): Promise<LocalEngines> {
    const ports = { kafka: await freePort(), mongo: await freePort(), esdb: await freePort() };
    return new LocalEngines(directory, ports, log);
  }

  /** For the environment of whoever needs them. */
  get environment(): Readonly<Record<string, string>> {
    const at = (name: EngineName) => `127.0.0.1:${String(this.ports[name])}`;
    return {
      THREEKEYS_ESDB_URL: `esdb://${at('esdb')}?tls=false`,
      THREEKEYS_KAFKA_BROKERS: at('kafka'),
      THREEKEYS_MONGO_URL: `mongodb://${at('mongo')}`,
    };
  }

  async start(): Promise<void> {
    const started = await Promise.allSettled(engineNames.map((name) => this.startOne(name)));
    const failed = started.find((each) => each.status === 'rejected');
    if (failed === undefined) return;
    await this.stop();
    throw failed.reason;
  }

  async startOne(name: EngineName): Promise<void> {
    this.running.set(name, await this.started(name));
  }

  stop(name?: EngineName): Promise<void> {
    return this.end((each) => each.stop(), name);
  }

  /** As a power cut ends it, but for what the system still holds. */
  kill(name?: EngineName): Promise<void> {
    return this.end((each) => each.kill(), name);
  }

  private async end(by: (each: Running) => Promise<unknown>, name?: EngineName): Promise<void> {
    const names = name === undefined ? engineNames : [name];
    const ended = names.map(async (each) => {
      const running = this.running.get(each);
      this.running.delete(each);
      if (running) await by(running);
    });
    await Promise.all(ended);
  }

  private started(name: EngineName): Promise<Running> {
    const port = this.ports[name];
    if (name === 'kafka') return startLocalKafka(join(this.directory, 'kafka'), port);
    if (name === 'mongo') return startLocalMongo(join(this.directory, 'mongo'), port);
    return this.startEsdb(port);
  }

  private async startEsdb(port: number): Promise<Running> {
    const esdb = LocalProcess.start({
      name: 'the EventStoreDB double',
      main: 'tools/esdb-double/main.ts',
      arguments: ['--port', String(port), '--file', join(this.directory, 'log.esdb')],
      log: this.log,
    });
    await esdb.until(() => Promise.resolve(esdb.output.includes('\n')));
    return { pid: esdb.pid, stop: () => esdb.stop(), kill: () => esdb.stop('SIGKILL') };
  }
}
