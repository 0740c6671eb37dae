import type { Case, CaseCommand, CaseEvent, ReportedCase, Rules } from '@threekeys/domain';
import type { InstallationPlan } from '@threekeys/engine';
import { engineOn, keysPart, openingPart, providersOf, rulesPart } from '@threekeys/engine';
import { caseAggregate, CommandHandler, rememberFolds, volunteerAggregate } from '@threekeys/event-store';
import type { Clock } from '@threekeys/event-store';
import { BigramIndexer, Opener, writeAssignments } from '@threekeys/privacy';
import { Projector, projections, ReadModels, Views } from '@threekeys/read-models';
import { Positions } from '@threekeys/event-store-sqlite';
import type { Config, Logger, Part, Service } from '@threekeys/runtime';
import { createService } from '@threekeys/runtime';
import { markUnfinished, syncDirectory, syncFolder, unmarkUnfinished } from '@threekeys/sqlite';
import { timers, TimerWheel } from '@threekeys/timers';
import { mkdirSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import type { SimulatedClock } from './demo/simulated-clock';
import { HeardLog } from './demo/workplace/heard-log';
import { openLogThread } from './demo/workplace/log-thread';
import { HeardMessaging } from './demo/workplace/heard-messaging';
import { NothingRemembered } from './demo/workplace/nothing-remembered';
import { OpenRows } from './demo/workplace/open-rows';
import { embeddedOperations } from './embedded-operations';
import { openLogFile } from './embedded-log-file';
import { createAccounts } from './embedded-run';
import type { RunOptions, ShownOnce } from './embedded-run';
import { openEmbeddedStores } from './embedded-stores';
import { services } from './services';

export interface WorkplaceOptions {
  readonly config: Config;
  readonly logs: Logger;
  readonly clock: SimulatedClock;
  readonly plan: InstallationPlan;
  readonly accounts: NonNullable<RunOptions['accounts']>;
  readonly onMade: (made: ShownOnce) => void;
  /** Whether the log is written by a thread of its own. */
  readonly inThread: boolean;
}

/**
 * The four services where a demo is made: the same modules, deciders and reactions as in {@link runAllInOne}, on the same
 * files, but one act at a time, by a clock that is set, heard at once instead of followed. Nothing listens, nothing is synced
 * before the home is whole, and the views are built when everything has happened.
 */
export class Workplace {
  readonly wheel: TimerWheel;
  private readonly cases: CommandHandler<Case, CaseCommand, CaseEvent>;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly parts: Awaited<ReturnType<typeof partsOf>>,
    private readonly options: WorkplaceOptions,
  ) {
    const { engine, log, rows, views } = parts;
    const { clock } = options;
    const handling = { store: log, sealer: engine.sealer, clock, rules: engine.rules };
    this.cases = new CommandHandler(caseAggregate, handling);
    this.wheel = new TimerWheel(
      {
        ...{ store: log, models: rows, rules: engine.rules, clock, views },
        cases: this.cases,
        volunteers: new CommandHandler(volunteerAggregate, handling),
      },
      { elapsedMs: () => Date.parse(clock.now()) },
    );
  }

  /** In a folder that is not there yet, with accounts for everybody who will have a post or a role. */
  static async open(options: WorkplaceOptions): Promise<Workplace> {
    const workplace = new Workplace(await partsOf(options), options);
    const { service, running, engine } = workplace.parts;
    await createAccounts(engine, options.accounts);
    await service.app.init();
    for (const part of running) await part.start?.();
    await workplace.settle();
    return workplace;
  }

  get app(): Service['app'] {
    return this.parts.service.app;
  }

  async caseOf(caseId: string): Promise<ReportedCase> {
    const { state } = await this.cases.load(`case-${caseId}`);
    if (state.status === 'unreported') throw new Error(`there is no case ${caseId}`);
    return state;
  }

  rules(): Promise<Rules> {
    return this.parts.engine.rules.current();
  }

  get operatorToken(): string {
    return this.parts.stores.operatorToken;
  }

  /** Nothing is due before it. */
  get soonestTimer(): string | undefined {
    return this.parts.rows.soonest;
  }

  /** Everything that was said is heard, and whatever that leads to. */
  async settle(): Promise<void> {
    const { log, rows, messaging, engine } = this.parts;
    const waiting = [...log.take()];
    for (let heard = waiting; ; heard = [...log.take()]) {
      if (heard !== waiting) waiting.push(...heard);
      for (const event of heard) rows.take(event);
      if (heard.some(({ recorded }) => isRule(recorded.stream))) await engine.rules.refresh();
      const next = waiting.shift();
      if (next === undefined) return;
      await messaging.deliver(next);
    }
  }

  /** Whose keys are, and what was handled, as of now: memory does not hold it any longer. */
  async save(): Promise<void> {
    const { engine, stores, log, messaging } = this.parts;
    await writeAssignments(engine.ring, stores.keys, log);
    await messaging.save(await log.end());
  }

  /** Makes the views, and closes the home: it is whole, and on the disk, when this resolves. */
  async finish(signal: AbortSignal): Promise<void> {
    const { stores } = this.parts;
    await this.save();
    await this.close();
    await buildViews(stores.home.directory, this.options.clock, signal);
    syncFolder(stores.home.directory);
    unmarkUnfinished(stores.home.directory);
    syncDirectory(stores.home.directory);
  }

  /** Once. */
  close(): Promise<void> {
    this.closing ??= this.stop();
    return this.closing;
  }

  private async stop(): Promise<void> {
    const { service, running, log, stores } = this.parts;
    try {
      await service.app.close();
      for (const part of running.toReversed()) await part.stop?.();
    } finally {
      await log.close().finally(() => stores.close());
    }
  }
}

const ruleStreams = ['organisation', 'policy', 'catalogue', 'compound'];
const isRule = (stream: string): boolean => ruleStreams.some((category) => stream.startsWith(`${category}-`));

/** {@link OpenRows} move with every event: they are never behind. */
class NeverBehind extends Views {
  readonly position = undefined;

  waitFor(): Promise<boolean> {
    return Promise.resolve(true);
  }

  onChange(): () => void {
    return () => undefined;
  }
}

/** Of a case, in the mean: by how much more a process holds that keeps 24,000 more of them. */
const foldBytes = 22 * 1024;
/** About a fifth of the heap: a case that is looked at again, as all are when they are archived, is not read and folded again. */
const foldsMax = Math.floor((0.2 * getHeapStatistics().heap_size_limit) / foldBytes);

/** The files of a home that nobody trusts yet, and its log. */
async function madeStores({ config, clock, onMade, inThread }: WorkplaceOptions) {
  const { home } = config;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  markUnfinished(home);
  const writer = await (inThread ? openLogThread : openLogFile)(home, clock.now());
  try {
    const stores = await openEmbeddedStores(home, clock, {
      onSecret: (recoverySecret) => onMade({ recoverySecret }),
      ...{ durability: 'synced-when-whole', isLogReadOnly: true, isBeingMade: true },
    });
    const { store: file } = stores;
    const positions = new Positions(file.storeId, () => Infinity);
    return { stores, log: new HeardLog({ file, positions, writer, clock }) };
  } catch (error) {
    await writer.close();
    throw error;
  }
}

async function partsOf(options: WorkplaceOptions) {
  const { config, logs, clock, plan } = options;
  const { stores, log } = await madeStores(options);
  rememberFolds(log, foldsMax);
  const rows = new OpenRows(log);
  const { consumers, ...operations } = embeddedOperations(stores, clock);
  const { models, keys, accessLog, operatorToken } = stores;
  const engine = await engineOn({
    ...{ store: log, models, keys, accessLog, operatorToken, clock, ...operations },
    receipts: new NothingRemembered(),
  });
  const messaging = new HeardMessaging({ state: consumers, clock });
  const views = new NeverBehind();
  const running = [
    keysPart(engine, logs, { isAlone: true }),
    openingPart(engine, plan),
    rulesPart(engine, logs),
  ];
  const service = await createService(
    services,
    {
      providers: [...providersOf(engine, { messaging, views }), { provide: ReadModels, useValue: rows }],
      parts: [],
      checks: [],
    },
    { config, logs },
  );
  return { stores, log, rows, engine, messaging, views, running: running as readonly Part[], service };
}

/** As at the first start, which then finds them there. */
async function buildViews(home: string, clock: Clock, signal: AbortSignal): Promise<void> {
  const stores = await openEmbeddedStores(home, clock, { isBeingMade: true });
  const { store, models, keys } = stores;
  const indexer = new BigramIndexer(new Opener(keys), await keys.secret('search'));
  const projector = new Projector({ store, models, indexer }, [...projections, timers]);
  const stop = () => void projector.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await projector.start();
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', stop);
    await projector.stop();
    await stores.close();
  }
}
