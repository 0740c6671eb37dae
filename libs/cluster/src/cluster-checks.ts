import type { Check } from '@threekeys/runtime';
import type { Cluster } from './cluster';
import { behindTheBoard } from './cluster-lags';

const lagEventsMax = 1000;

/** The log and the databases: without them no request is welcome. Kafka is not among them: intake goes on without it. */
export function engineChecks({ engine, stores }: Cluster): readonly Check[] {
  return [
    {
      name: 'log',
      run: async () => {
        await engine.ports.store.end();
        return { ok: true };
      },
    },
    stores.databases.check,
  ];
}

/** Whether reactions keep up, and are heard of. */
export const reactionsCheck = ({ messaging }: Cluster): Check => ({
  name: 'reactions',
  run: async () => {
    const { ok, facts } = messaging.health();
    const lags = await messaging.lag();
    const behind = Math.max(0, ...lags.map(({ events }) => events));
    const parked = lags.reduce((sum, lag) => sum + lag.parked, 0);
    return { ok: ok && behind <= lagEventsMax, facts: { ...facts, behind, parked } };
  },
});

/** Whether whoever keeps the views keeps up. */
export const viewsCheck = (cluster: Cluster): Check => ({
  name: 'views',
  run: async () => {
    const { events: behind } = await behindTheBoard(cluster);
    return { ok: behind <= lagEventsMax, facts: { behind } };
  },
});
