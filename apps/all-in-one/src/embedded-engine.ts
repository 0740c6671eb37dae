import type { SqliteReceipts } from '@threekeys/auth-sqlite';
import type { Engine } from '@threekeys/engine';
import { engineOn, nameOf, timerWheelOn } from '@threekeys/engine';
import { isDiskFull } from '@threekeys/sqlite';
import type { Clock } from '@threekeys/event-store';
import { LogMessaging } from '@threekeys/messaging';
import type { Notice } from '@threekeys/messaging';
import { Projector, projections } from '@threekeys/read-models';
import type { Projection, ViewParity } from '@threekeys/read-models';
import type { Logger } from '@threekeys/runtime';
import type { TimerWheel } from '@threekeys/timers';
import { timers } from '@threekeys/timers';
import { embeddedOperations } from './embedded-operations';
import type { EmbeddedStores } from './embedded-stores';

/** The engine of one process: every port bound to files of one home. */
export interface EmbeddedEngine extends Engine {
  readonly stores: EmbeddedStores;
  readonly projector: Projector;
  readonly messaging: LogMessaging;
  readonly wheel: TimerWheel;
  readonly receipts: SqliteReceipts;
}

export async function embeddedEngine(
  stores: EmbeddedStores,
  clock: Clock,
  logs: Logger,
): Promise<EmbeddedEngine> {
  const { store, models, keys, accessLog, operatorToken } = stores;
  const { consumers, receipts, ...rows } = embeddedOperations(stores, clock);
  const engine = await engineOn({
    ...{ store, models, keys, accessLog, operatorToken, clock, receipts },
    ...rows,
  });
  const { failed, notice } = noticesTo(logs, store);
  const views: readonly Projection[] = [...projections, timers];
  const projector = new Projector({ store, models, indexer: engine.indexer }, views, {
    onFailure: failed('projector'),
    onParity: paritiesTo(logs),
  });
  const messaging = new LogMessaging({ store, state: consumers, clock }, { notice });
  const wheel = timerWheelOn(engine, { views: projector, onFailure: failed('timers') });
  return { ...engine, stores, projector, messaging, wheel, receipts };
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

const paritiesTo = (logs: Logger) => (parity: ViewParity) =>
  logs.info({ part: 'projector', ...parity }, 'another version of a view takes over');
