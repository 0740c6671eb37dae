import { nameOf, timerWheelOn } from '@threekeys/engine';
import type { ProjectorLag } from '@threekeys/read-models';
import type { LagSources } from '@threekeys/telemetry';
import type { Cluster } from './cluster';

/** What a service tells of its lags, asked at each scrape. Before it has begun there is none. */
export type Lag = (running: () => Cluster | undefined) => LagSources;

export const consumersLag: Lag = (running) => ({
  consumers: () => running()?.messaging.lag() ?? Promise.resolve([]),
});

/** Of all timers, whichever process fires them. */
export const timersLag: Lag = (running) => ({
  timers: async () => {
    const cluster = running();
    if (cluster === undefined) return { timers: 0, seconds: 0 };
    const { engine, views, logs } = cluster;
    const onFailure = (error: unknown) => logs.warn({ part: 'timers', error: nameOf(error) }, 'not read');
    return timerWheelOn(engine, { views, onFailure }).lag();
  },
});

/** Of the views, whichever process keeps them; streams that stand still are known to that one. */
export const viewsLag: Lag = (running) => ({
  projector: {
    lag: async () => {
      const cluster = running();
      if (cluster === undefined) return { events: 0, halted: [] };
      return (await cluster.leading.projector?.lag()) ?? behindTheBoard(cluster);
    },
    clock: { now: () => running()?.engine.ports.clock.now() ?? '' },
  },
});

const lagMax = 10_000;

/** Events that whoever keeps the views has not said to be there, counted up to 10,000. */
export async function behindTheBoard({ engine, board }: Cluster): Promise<ProjectorLag> {
  const after = await board.read();
  let [events, oldestRecordedAt]: [number, string | undefined] = [0, undefined];
  for await (const { recordedAt } of engine.ports.store.readAll(after, {}, lagMax)) {
    oldestRecordedAt ??= recordedAt;
    events += 1;
  }
  return { events, halted: [], ...(oldestRecordedAt !== undefined && { oldestRecordedAt }) };
}
