import type { Check } from '@threekeys/runtime';
import type { EmbeddedEngine } from './embedded-engine';

const lagEventsMax = 1000;

/** What has to hold before requests are welcome. */
export function checksOf({ stores, projector, messaging }: EmbeddedEngine): readonly Check[] {
  return [
    {
      name: 'log',
      run: async () => {
        await stores.store.end();
        const { status } = stores.store.anchorState;
        const { isFull } = stores.store;
        // Open to anybody: how many events there are would tell who is shut out of a case when something happens there.
        const facts = { witness: status, disk: isFull ? 'full' : 'has-space' };
        return { ok: status === 'matches' && !isFull, facts };
      },
    },
    {
      name: 'views',
      run: async () => {
        const { events, halted, failure } = await projector.lag();
        const ok = events <= lagEventsMax && failure === undefined;
        return { ok, facts: { behind: events, halted: halted.length } };
      },
    },
    {
      name: 'reactions',
      run: async () => {
        const lags = await messaging.lag();
        const behind = Math.max(0, ...lags.map(({ events }) => events));
        const parked = lags.reduce((sum, lag) => sum + lag.parked, 0);
        return { ok: behind <= lagEventsMax, facts: { behind, parked } };
      },
    },
  ];
}
