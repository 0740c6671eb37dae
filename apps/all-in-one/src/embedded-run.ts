import { SystemClock } from '@threekeys/event-store';
import type { Clock } from '@threekeys/event-store';
import { serveConsole } from '@threekeys/http';
import type { Config, Logger, Service } from '@threekeys/runtime';
import { createService } from '@threekeys/runtime';
import { join } from 'node:path';
import { assertClockFits } from './embedded-clock';
import { embeddedAdapters } from './embedded';
import { embeddedEngine } from './embedded-engine';
import type { EmbeddedEngine } from './embedded-engine';
import { openEmbeddedStores } from './embedded-stores';
import { starterPlan } from '@threekeys/engine';
import type { InstallationPlan } from '@threekeys/engine';
import { services } from './services';

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
  /** Starts though the clock is behind the log, and records that. */
  readonly acceptClock?: boolean;
  /** False: timers fire only when somebody asks for it. */
  readonly withTimers?: boolean;
  /** Told at once, and only once, what was made: nobody can say it again. */
  readonly onMade?: (made: ShownOnce) => void;
}

/** What a home that is new shows to who starts it. */
export interface ShownOnce {
  readonly password?: string;
  readonly recoverySecret?: string;
}

/** The four services in one process on the files of one home. Resolves when it listens and the views have caught up. */
export async function runAllInOne(
  config: Config,
  logs: Logger,
  {
    clock = new SystemClock(),
    plan = starterPlan,
    accounts,
    withTimers = true,
    acceptClock,
    onMade = () => undefined,
  }: RunOptions = {},
): Promise<RunningAllInOne> {
  const stores = await openEmbeddedStores(config.home, clock, {
    onSecret: (recoverySecret) => onMade({ recoverySecret }),
  });
  await assertClockFits(stores, clock, acceptClock);
  const engine = await embeddedEngine(stores, clock, logs);
  const adapters = embeddedAdapters(engine, logs, { plan, acceptClock });
  const service = await createService(
    services,
    { ...adapters, parts: adapters.parts.filter(({ name }) => withTimers || name !== 'timers') },
    {
      config,
      logs,
      alsoServe: (server) => serveConsole(server, consoleFiles),
    },
  );
  if (accounts && (await createAccounts(engine, accounts))) onMade({ password: accounts.password });
  const url = await service.start();
  return { url, service, engine, close: () => service.close() };
}

/** In a home that has none yet. @returns whether they were made */
export async function createAccounts(
  { accounts }: Pick<EmbeddedEngine, 'accounts'>,
  { names, password }: NonNullable<RunOptions['accounts']>,
): Promise<boolean> {
  if ((await accounts.list()).length > 0) return false;
  await accounts.createAll(names, password);
  return true;
}
