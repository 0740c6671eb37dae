import type { InstallationPlan } from '@threekeys/engine';
import {
  accessWitnessPart,
  caseNumbersPart,
  keysPart,
  nameOf,
  openingPart,
  rulesPart,
  starterPlan,
  timerWheelOn,
} from '@threekeys/engine';
import { lead, NotNow, Presence, sleep } from '@threekeys/messaging';
import type { LeadingNotice } from '@threekeys/messaging';
import type { Projection, Projector, ReadModels, ViewParity } from '@threekeys/read-models';
import { projections } from '@threekeys/read-models';
import { MongoReadModels, ViewsOutdated } from '@threekeys/read-models-mongo';
import type { Part } from '@threekeys/runtime';
import { timers } from '@threekeys/timers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { keepViews, untilAborted } from './views-keeper';

const allViews: readonly Projection[] = [...projections, timers];

/** Everything that runs beside the requests of any service, in the order in which it starts; it stops in the reverse. */
export function commonParts(cluster: Cluster): readonly Part[] {
  const { engine, stores, logs } = cluster;
  return [
    { name: 'stores', stop: () => stores.close() },
    presencePart(cluster),
    keysPart(engine, logs, { isAlone: false }),
    rulesPart(engine, logs),
  ];
}

/** Whoever would move the installation sees that it runs. */
function presencePart({ stores: { leases }, name, holder }: Cluster): Part {
  let presence: Presence | undefined;
  return {
    name: 'presence',
    start: async () => {
      presence = await Presence.announce({ leases, name, holder });
    },
    stop: async () => presence?.end(),
  };
}

/** The first events of an empty log, and numbers of cases above those of the log. */
export const opensInstallation =
  (plan: InstallationPlan = starterPlan) =>
  ({ engine, views }: Cluster): readonly Part[] => [
    openingPart(engine, plan),
    caseNumbersPart(engine, views),
  ];

/** The views are read from here on. Whoever keeps them is given a while to make those of this version. */
export const viewsPart = ({ engine, views }: Cluster): Part => ({
  name: 'views',
  start: () => viewsOf(engine.ports.models),
  stop: () => views.stop(),
});

const lookAgainMs = 250;
const looksMax = 120;

/** @throws NotNow where they are still not made */
async function viewsOf(models: ReadModels): Promise<void> {
  for (let look = 0; look < looksMax; look++) {
    try {
      await models.prepare(allViews);
      return;
    } catch (error) {
      if (!(error instanceof ViewsOutdated)) throw error;
      await pause(lookAgainMs);
    }
  }
  throw new NotNow('the views of this version are not made yet');
}

/** Consumers of this service, fed by Kafka. Stopped before the stores: what is being handled is finished. */
export const reacts = ({ messaging }: Cluster): readonly Part[] => [
  { name: 'reactions', start: () => messaging.start(), stop: () => messaging.stop() },
];

/** How long the access log is goes into the log. Several may do so: each length is recorded once. */
export const witnessesAccesses = ({ engine, logs }: Cluster): readonly Part[] => [
  accessWitnessPart(engine, logs, { isAlone: false }),
];

/** One process among several keeps the views. */
export const keepsViews = (cluster: Cluster): readonly Part[] => [
  ledPart(cluster, 'views', (signal) => {
    const { engine, stores, board, logs, leading } = cluster;
    const kept = {
      ...{ store: engine.ports.store, indexer: engine.indexer, projections: allViews, board },
      models: () => MongoReadModels.on(stores.databases.main),
      options: {
        onFailure: (error: unknown) =>
          logs.error({ part: 'projector', error: nameOf(error) }, 'will be tried again'),
        onParity: (parity: ViewParity) =>
          logs.info({ part: 'projector', ...parity }, 'another version of a view takes over'),
      },
      onProjector: (projector: Projector | undefined) => {
        if (projector) leading.projector = projector;
        else delete leading.projector;
      },
    };
    return keepViews(kept, signal);
  }),
];

/** One process among several fires what is due. Two at once would do no harm: a timer's command has one id. */
export const firesTimers = (cluster: Cluster): readonly Part[] => [
  ledPart(cluster, 'timers', async (signal) => {
    const { engine, views, logs } = cluster;
    const onFailure = (error: unknown) =>
      logs.error({ part: 'timers', error: nameOf(error) }, 'will be tried again');
    const wheel = timerWheelOn(engine, { views, onFailure });
    wheel.start();
    await untilAborted(signal);
    await wheel.stop();
  }),
];

const leaseMs = 15_000;

/** Work of one among several processes: another takes over where this one has been silent for a quarter of a minute. */
function ledPart(
  { stores: { leases }, holder, logs }: Cluster,
  name: string,
  work: (signal: AbortSignal) => Promise<void>,
): Part {
  const stopping = new AbortController();
  let leading: Promise<void> | undefined;
  const notice = ({ what, error }: LeadingNotice) => {
    if (error === undefined) logs.info({ part: name }, what);
    else logs.warn({ part: name, error: nameOf(error) }, what);
  };
  return {
    name: `led ${name}`,
    start: () => {
      const wish = { name, holder, forMs: leaseMs };
      leading = lead({ leases, wish, work, sleep, notice }, stopping.signal);
      return Promise.resolve();
    },
    stop: async () => {
      stopping.abort();
      await leading;
    },
  };
}
