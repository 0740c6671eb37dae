import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalEngines } from './local-engines';
import type { NodeProgram } from './local-process';
import { LocalProcess } from './local-process';
import { freePort } from './local-server';

/** The processes of a cluster, in the order in which they start; the order does not matter to them. */
export const services = ['relay', 'intake', 'volunteer-matching', 'dispatch', 'reporting'] as const;
export type ServiceName = (typeof services)[number];

type Environment = Readonly<Record<string, string>>;

export interface LocalClusterOptions {
  /** Keeps the data of all engines, and the secrets. */
  readonly directory: string;
  /** Where reporting answers. */
  readonly port: number;
  readonly environment?: Environment;
  /** A file that the log of every process is added to; default: it goes on to this process's. */
  readonly log?: string;
}

/** What a process has in its environment, and where its health and its metrics are asked for. */
export interface Place {
  readonly environment: Environment;
  readonly operations: string;
}

/** Every engine and every process of a cluster on loopback: Kafka, a MongoDB-compatible server, the EventStoreDB double. */
export class LocalCluster {
  private readonly running = new Set<LocalProcess>();

  private constructor(
    private readonly options: LocalClusterOptions,
    readonly engines: LocalEngines,
    private readonly places: ReadonlyMap<string, Place>,
  ) {}

  /** The engines run, their topics and collections are there, the processes do not run yet. */
  static async prepare(options: LocalClusterOptions): Promise<LocalCluster> {
    const cluster = await LocalCluster.at(options);
    await cluster.engines.start();
    try {
      await cluster.threekeys(['topics', 'create', '--partitions', '6', '--replication', '1']);
      await cluster.threekeys(['indexes', 'create']);
      return cluster;
    } catch (error) {
      await cluster.engines.stop();
      throw error;
    }
  }

  /** Nothing runs yet. */
  static async at(options: LocalClusterOptions): Promise<LocalCluster> {
    mkdirSync(options.directory, { recursive: true, mode: 0o700 });
    const engines = await LocalEngines.at(options.directory, options.log);
    return new LocalCluster(options, engines, await placesOf(options, engines));
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.options.port)}`;
  }

  /** For the command line: which engines, which secrets, where the API is. */
  get environment(): Environment {
    return {
      ...this.placeOf('reporting').environment,
      THREEKEYS_URL: this.url,
      THREEKEYS_TOKEN: this.operatorToken,
    };
  }

  get operatorToken(): string {
    return this.placeOf('reporting').environment['THREEKEYS_OPERATOR_TOKEN'] ?? '';
  }

  placeOf(name: string): Place {
    const place = this.places.get(name);
    if (!place) throw new Error(`there is no process ${name}`);
    return place;
  }

  /** Starts all of them, and waits until each wants requests. */
  async start(): Promise<void> {
    await Promise.all(services.map((name) => this.startOne(name)));
  }

  /** Resolves when it wants requests. */
  async startOne(name: ServiceName): Promise<LocalProcess> {
    return this.whenReady(this.launch(name), this.placeOf(name));
  }

  /** Another instance of the same service, at ports of its own. Resolves when it wants requests. */
  async startAnother(name: ServiceName): Promise<Place & { readonly process: LocalProcess }> {
    const [port, operations] = [await freePort(), await freePort()];
    const own = { PORT: String(port), THREEKEYS_OPERATIONS_PORT: String(operations) };
    const { environment } = this.placeOf(name);
    const place = { environment: { ...environment, ...own }, operations: urlAt(operations) };
    return { ...place, process: await this.whenReady(this.launch(name, place), place) };
  }

  /** Starts it, and does not wait. */
  launch(name: ServiceName, { environment }: Place = this.placeOf(name)): LocalProcess {
    const main = `apps/${name}/src/main.ts`;
    const launched = LocalProcess.start({ name, main, environment, log: this.options.log });
    this.running.add(launched);
    return launched;
  }

  /** @throws Error with its exit code where that is not 0 */
  async threekeys(words: readonly string[], environment: Environment = {}): Promise<string> {
    return run({
      name: `threekeys ${words[0] ?? ''}`,
      main: 'apps/cli/src/main.ts',
      arguments: words,
      environment: { ...this.environment, ...environment },
      log: this.options.log,
    });
  }

  /** Every process of ours in good order; the engines go on. */
  async stopServices(): Promise<void> {
    await Promise.all([...this.running].map((each) => each.stop()));
    this.running.clear();
  }

  /** Everything that was started, in good order: nothing that still works loses its engines. */
  async stop(): Promise<void> {
    await this.stopServices();
    await this.engines.stop();
  }

  /** Everything at once, as a power cut does. */
  async kill(): Promise<void> {
    await Promise.all([...[...this.running].map((each) => each.stop('SIGKILL')), this.engines.kill()]);
    this.running.clear();
  }

  private async whenReady(launched: LocalProcess, { operations }: Place): Promise<LocalProcess> {
    await launched.until(() => isReady(operations));
    return launched;
  }
}

/** Runs a program to its end. @returns what it said */
export async function run(program: NodeProgram): Promise<string> {
  const process = LocalProcess.start(program);
  const code = await process.ended();
  if (code !== 0) throw new Error(`${program.name} ended with ${String(code)}: ${process.output}`);
  return process.output;
}

async function isReady(operations: string): Promise<boolean> {
  try {
    return (await fetch(`${operations}/api/health/ready`)).ok;
  } catch {
    // It does not listen yet.
    return false;
  }
}

async function placesOf(
  { directory, port, environment = {} }: LocalClusterOptions,
  engines: LocalEngines,
): Promise<ReadonlyMap<string, Place>> {
  const shared = {
    HOST: '127.0.0.1',
    ...engines.environment,
    ...environment,
  };
  const secrets = {
    THREEKEYS_KEK: secretIn(join(directory, 'kek'), () => randomBytes(32).toString('base64')),
    THREEKEYS_OPERATOR_TOKEN: secretIn(join(directory, 'operator.token'), () =>
      randomBytes(32).toString('hex'),
    ),
  };
  const ports = new Map<ServiceName, number>();
  for (const name of services) ports.set(name, name === 'reporting' ? port : await freePort());
  const urlOf = (name: ServiceName) => urlAt(ports.get(name) ?? 0);
  const forwarding = {
    THREEKEYS_INTAKE_URL: urlOf('intake'),
    THREEKEYS_MATCHING_URL: urlOf('volunteer-matching'),
  };
  const places = new Map<string, Place>();
  for (const name of services) {
    const operations = await freePort();
    const own = { PORT: String(ports.get(name)), THREEKEYS_OPERATIONS_PORT: String(operations) };
    const more = name === 'relay' ? {} : name === 'reporting' ? { ...secrets, ...forwarding } : secrets;
    places.set(name, {
      environment: { ...shared, ...more, ...own },
      operations: urlAt(operations),
    });
  }
  return places;
}

const urlAt = (port: number): string => `http://127.0.0.1:${String(port)}`;

/** What is in the file, or what is made for it now: only its owner reads it. */
function secretIn(file: string, make: () => string): string {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
