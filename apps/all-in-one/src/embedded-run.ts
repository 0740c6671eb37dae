import { SystemClock } from '@threekeys/event-store';
import type { Clock } from '@threekeys/event-store';
import type { Config, Logger, Service } from '@threekeys/runtime';
import { createService } from '@threekeys/runtime';
import { join } from 'node:path';
import { serveConsole } from './console-files';
import { embeddedAdapters } from './embedded';
import { embeddedEngine } from './embedded-engine';
import type { EmbeddedEngine } from './embedded-engine';
import { openEmbeddedStores } from './embedded-stores';
import { starterPlan } from './opening';
import type { InstallationPlan } from './opening';
import { services, version } from './services';

const consoleFiles = join(__dirname, '..', '..', 'console', 'dist');

export interface RunningAllInOne {
  readonly url: string;
  readonly service: Service;
  readonly engine: EmbeddedEngine;
  close(): Promise<void>;
}

/** How this process differs from an ordinary start. */
export interface RunOptions {
  readonly clock?: Clock;
  /** What an empty home is opened with. */
  readonly plan?: InstallationPlan;
  /** Accounts made in a home that has none, all with this password. */
  readonly accounts?: { readonly names: readonly string[]; readonly password: string };
  /** False: timers fire only when somebody asks for it. */
  readonly withTimers?: boolean;
}

/** The four services in one process on the files of one home. Resolves when it listens and the views have caught up. */
export async function runAllInOne(
  config: Config,
  logs: Logger,
  { clock = new SystemClock(), plan = starterPlan, accounts, withTimers = true }: RunOptions = {},
): Promise<RunningAllInOne> {
  const stores = await openEmbeddedStores(config.home, clock);
  const engine = await embeddedEngine(stores, clock, logs);
  const adapters = embeddedAdapters(engine, logs, plan);
  const service = await createService(
    services,
    { ...adapters, parts: adapters.parts.filter(({ name }) => withTimers || name !== 'timers') },
    {
      config,
      logs,
      version,
      alsoServe: (server) => serveConsole(server, consoleFiles),
    },
  );
  if (accounts) await createAccounts(engine, accounts);
  const url = await service.start();
  return { url, service, engine, close: () => service.close() };
}

/** In a home that has none yet. */
async function createAccounts(
  { accounts }: EmbeddedEngine,
  { names, password }: NonNullable<RunOptions['accounts']>,
): Promise<void> {
  if ((await accounts.list()).length > 0) return;
  for (const name of names) await accounts.create(name, password);
}
