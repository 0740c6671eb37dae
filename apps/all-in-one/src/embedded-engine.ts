import {
  Accounts,
  BlockSequences,
  ExpiringSessions,
  HashedAccounts,
  HashedTokens,
  Sequences,
  Sessions,
  Tokens,
} from '@threekeys/auth';
import type { SqliteReceipts } from '@threekeys/auth-sqlite';
import { isDiskFull } from '@threekeys/event-store-sqlite';
import {
  caseAggregate,
  Clock,
  CommandHandler,
  StoredRules,
  volunteerAggregate,
} from '@threekeys/event-store';
import type { HandlerPorts } from '@threekeys/event-store';
import { LogMessaging } from '@threekeys/messaging';
import type { Notice } from '@threekeys/messaging';
import { BigramIndexer, FieldSealer, KeyRing, Opener, plansOf } from '@threekeys/privacy';
import { Projector, projections } from '@threekeys/read-models';
import type { Projection, ViewParity } from '@threekeys/read-models';
import type { Logger } from '@threekeys/runtime';
import { TimerWheel, timers } from '@threekeys/timers';
import { embeddedOperations } from './embedded-operations';
import type { EmbeddedStores } from './embedded-stores';
import { eventSchemas } from './event-schemas';

/** The engine of one process: every port bound to files of one home. */
export interface EmbeddedEngine {
  readonly stores: EmbeddedStores;
  readonly clock: Clock;
  readonly opener: Opener;
  readonly ring: KeyRing;
  readonly sealer: FieldSealer;
  readonly rules: StoredRules;
  readonly projector: Projector;
  readonly messaging: LogMessaging;
  readonly wheel: TimerWheel;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly sequences: Sequences;
  readonly receipts: SqliteReceipts;
}

export async function embeddedEngine(
  stores: EmbeddedStores,
  clock: Clock,
  logs: Logger,
): Promise<EmbeddedEngine> {
  const { store, models, keys } = stores;
  const { accounts, sessions, tokens, sequences, receipts, consumers } = embeddedOperations(stores, clock);
  const opener = new Opener(keys);
  const ring = new KeyRing(keys, opener);
  const sealer = new FieldSealer(ring, plansOf(eventSchemas));
  const rules = new StoredRules(store);
  const indexer = new BigramIndexer(opener, await keys.secret('search'));
  const { failed, notice } = noticesTo(logs, store);
  const views: readonly Projection[] = [...projections, timers];
  const projector = new Projector({ store, models, indexer }, views, {
    onFailure: failed('projector'),
    onParity: paritiesTo(logs),
  });
  const messaging = new LogMessaging({ store, state: consumers, clock }, { notice });
  const ports = { store, sealer, clock, rules };
  const wheel = wheelOn(ports, { models, projector, onFailure: failed('timers') });
  return {
    ...{ stores, clock, opener, ring, sealer, rules, projector, messaging, wheel },
    ...{ receipts, accounts: new HashedAccounts(accounts), sessions: new ExpiringSessions(sessions, clock) },
    tokens: new HashedTokens(tokens, accounts, clock),
    sequences: new BlockSequences(sequences),
  };
}

/** What the parts that run beside the requests could not do. The views lie on the same disk as the log. */
function noticesTo(logs: Logger, store: EmbeddedStores['store']) {
  return {
    failed: (part: string) => (error: unknown) => {
      if (isDiskFull(error)) store.noteFull(error);
      logs.error({ part, error: nameOf(error) }, 'will be tried again');
    },
    notice: ({ error, ...facts }: Notice) =>
      logs.warn({ ...facts, error: nameOf(error) }, 'a reaction did not succeed'),
  };
}

/** Timers fire as commands to cases and volunteers. */
function wheelOn(
  ports: HandlerPorts,
  { models, projector, onFailure }: Pick<EmbeddedStores, 'models'> & WheelParts,
): TimerWheel {
  const { store, clock, rules } = ports;
  return new TimerWheel(
    {
      ...{ store, models, rules, clock },
      views: projector,
      cases: new CommandHandler(caseAggregate, ports),
      volunteers: new CommandHandler(volunteerAggregate, ports),
    },
    { onFailure },
  );
}

interface WheelParts {
  readonly projector: Projector;
  readonly onFailure: (error: unknown) => void;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const paritiesTo = (logs: Logger) => (parity: ViewParity) =>
  logs.info({ part: 'projector', ...parity }, 'another version of a view takes over');
