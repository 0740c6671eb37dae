import {
  Accounts,
  BlockSequences,
  ExpiringSessions,
  HashedAccounts,
  LoginLimiter,
  Receipts,
  Sequences,
  Sessions,
} from '@threekeys/auth';
import {
  SqliteAccountRows,
  SqliteReceipts,
  SqliteSequenceRows,
  SqliteSessionRows,
} from '@threekeys/auth-sqlite';
import {
  caseAggregate,
  Clock,
  CommandHandler,
  EventStore,
  RulesSource,
  Sealer,
  StoredRules,
  volunteerAggregate,
} from '@threekeys/event-store';
import { Access, TableAccess } from '@threekeys/http';
import { LogMessaging, Messaging } from '@threekeys/messaging';
import { SqliteConsumerState } from '@threekeys/messaging-sqlite';
import {
  AccessLog,
  BigramIndexer,
  FieldSealer,
  KeyRing,
  KeyStore,
  Opener,
  plansOf,
  RevealGate,
} from '@threekeys/privacy';
import { Projector, projections, ReadModels } from '@threekeys/read-models';
import type { Projection } from '@threekeys/read-models';
import type { Adapters, Logger } from '@threekeys/runtime';
import { TimerWheel, timers } from '@threekeys/timers';
import { checksOf } from './checks';
import type { EmbeddedStores } from './embedded-stores';
import { eventSchemas } from './event-schemas';
import type { InstallationPlan } from './opening';
import { partsOf } from './parts';
import { ViewedVolunteerAccounts } from './volunteer-accounts';

/** The engine of one process: every port bound to files of one home. */
export interface EmbeddedEngine {
  readonly stores: EmbeddedStores;
  readonly clock: Clock;
  readonly ring: KeyRing;
  readonly sealer: FieldSealer;
  readonly rules: StoredRules;
  readonly projector: Projector;
  readonly messaging: LogMessaging;
  readonly wheel: TimerWheel;
  readonly accounts: Accounts;
  readonly sequences: Sequences;
  readonly receipts: SqliteReceipts;
}

export async function embeddedEngine(
  stores: EmbeddedStores,
  clock: Clock,
  logs: Logger,
): Promise<EmbeddedEngine> {
  const { store, models, keys, operations } = stores;
  const ring = new KeyRing(keys);
  const sealer = new FieldSealer(ring, plansOf(eventSchemas));
  const rules = new StoredRules(store);
  const indexer = new BigramIndexer(new Opener(keys), await keys.secret('search'));
  const failed = (part: string) => (error: unknown) =>
    logs.error({ part, error: nameOf(error) }, 'will be tried again');
  const views: readonly Projection[] = [...projections, timers as Projection];
  const projector = new Projector({ store, models, indexer }, views, { onFailure: failed('projector') });
  const messaging = new LogMessaging(
    { store, state: SqliteConsumerState.open(operations), clock },
    {
      notice: ({ error, ...facts }) =>
        logs.warn({ ...facts, error: nameOf(error) }, 'a reaction did not succeed'),
    },
  );
  const ports = { store, sealer, clock, rules };
  const wheel = new TimerWheel(
    {
      ...{ store, models, rules, clock },
      views: projector,
      cases: new CommandHandler(caseAggregate, ports),
      volunteers: new CommandHandler(volunteerAggregate, ports),
    },
    { onFailure: failed('timers') },
  );
  return {
    ...{ stores, clock, ring, sealer, rules, projector, messaging, wheel },
    accounts: new HashedAccounts(new SqliteAccountRows(operations)),
    sequences: new BlockSequences(new SqliteSequenceRows(operations)),
    receipts: new SqliteReceipts(operations, clock),
  };
}

/** What the modules are given, and what runs behind them. */
export function embeddedAdapters(engine: EmbeddedEngine, logs: Logger, plan: InstallationPlan): Adapters {
  const { stores, clock, sealer, rules, projector, messaging, accounts, sequences, receipts } = engine;
  const { store, models, keys, accessLog, operations, operatorToken } = stores;
  const opener = new Opener(keys);
  const sessions = new ExpiringSessions(new SqliteSessionRows(operations), clock);
  const access = new TableAccess(sessions, rules, new ViewedVolunteerAccounts(models), operatorToken);
  return {
    providers: [
      { provide: EventStore, useValue: store },
      { provide: ReadModels, useValue: models },
      { provide: KeyStore, useValue: keys },
      { provide: AccessLog, useValue: accessLog },
      { provide: Clock, useValue: clock },
      { provide: Sealer, useValue: sealer },
      { provide: RulesSource, useValue: rules },
      { provide: Opener, useValue: opener },
      { provide: RevealGate, useValue: new RevealGate(opener, accessLog, clock) },
      { provide: Projector, useValue: projector },
      { provide: Messaging, useValue: messaging },
      { provide: Accounts, useValue: accounts },
      { provide: Sessions, useValue: sessions },
      { provide: LoginLimiter, useValue: new LoginLimiter(clock) },
      { provide: Receipts, useValue: receipts },
      { provide: Sequences, useValue: sequences },
      { provide: Access, useValue: access },
    ],
    parts: partsOf(engine, logs, plan),
    checks: checksOf(engine),
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
