import type { InstallationPlan } from '@threekeys/engine';
import {
  accessWitnessPart,
  caseNumbersPart,
  keysPart,
  openingPart,
  providersOf,
  rulesPart,
  timersPart,
} from '@threekeys/engine';
import type { Adapters, Logger, Part } from '@threekeys/runtime';
import { checksOf } from './checks';
import { recordAcceptedClock } from './embedded-clock';
import type { EmbeddedEngine } from './embedded-engine';
import { recordAcceptedLoss } from './embedded-loss';

/** How a home is started. */
export interface Beginning {
  /** What an empty one is opened with. */
  readonly plan: InstallationPlan;
  /** A clock that stands behind is taken for right. */
  readonly acceptClock: boolean | undefined;
}

/** What the modules are given, and what runs behind them. */
export function embeddedAdapters(engine: EmbeddedEngine, logs: Logger, beginning: Beginning): Adapters {
  const { projector, messaging } = engine;
  return {
    providers: providersOf(engine, { messaging, views: projector }),
    parts: partsOf(engine, logs, beginning),
    checks: checksOf(engine),
  };
}

/** Everything that runs beside the requests, in the order in which it starts; it stops in the reverse. */
function partsOf(engine: EmbeddedEngine, logs: Logger, { plan, acceptClock }: Beginning): readonly Part[] {
  const { stores, receipts, projector, messaging, wheel } = engine;
  return [
    { name: 'stores', stop: () => stores.close() },
    receiptsPart(receipts),
    keysPart(engine, logs, { isAlone: true }),
    { name: 'accepted loss', start: () => recordAcceptedLoss(engine) },
    ...(acceptClock ? [{ name: 'accepted clock', start: () => recordAcceptedClock(engine) }] : []),
    openingPart(engine, plan),
    rulesPart(engine, logs),
    viewsPart(engine),
    caseNumbersPart(engine, projector),
    { name: 'reactions', start: () => messaging.start(), stop: () => messaging.stop() },
    timersPart(wheel),
    accessWitnessPart(engine, logs, { isAlone: true }),
  ];
}

const viewsStopWithinMs = 2_000;

/** Nobody appends any more when they stop: what is left they take along, so that a stopped home says all that its log does. */
const viewsPart = ({ stores: { store }, projector }: EmbeddedEngine): Part => ({
  name: 'views',
  start: () => projector.start(),
  stop: async () => {
    try {
      const end = await store.end();
      if (end !== undefined) await projector.waitFor(end, viewsStopWithinMs);
    } finally {
      await projector.stop();
    }
  },
});

const receiptsPart = (receipts: EmbeddedEngine['receipts']): Part => ({
  name: 'receipts',
  stop: () => {
    receipts.flush();
    return Promise.resolve();
  },
});
