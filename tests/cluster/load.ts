import { clusterConfigFrom, openClusterStores } from '@threekeys/cluster';
import { SystemClock } from '@threekeys/event-store';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalCluster } from '../../deploy/local/local-cluster';
import type { Ledger, Stored } from '../crash/kill-the-app';
import { bookingsOf, doubledOf, lostOf, overlapsOf, readStored } from '../crash/kill-the-app';

const answeredWithinMs = 90_000;
const thinksMs = 500;

/** As a browser does: the same again, with the same key, while nobody answers or the answer is `503`. */
export async function patiently<T>(act: () => Promise<T>, isGone: () => boolean): Promise<T> {
  const deadline = performance.now() + answeredWithinMs;
  for (;;) {
    try {
      const answer = await act();
      // People think: a load without pauses would only measure how fast reactions are.
      await pause(thinksMs);
      return answer;
    } catch (error) {
      if (!isPassing(error) || isGone() || performance.now() > deadline) throw error;
      await pause(100 + Math.random() * 200);
    }
  }
}

/** By its words: what `fetch` throws is no `Error` of the world that a test runs in. */
const isPassing = (error: unknown): boolean =>
  /^(fetch failed|terminated|.*answered (with )?503: .*|\/api\/\S+: 503 .*)$/s.test((error as Error).message);

export async function storedIn(cluster: LocalCluster): Promise<readonly Stored[]> {
  const stores = await openClusterStores(clusterConfigFrom(cluster.environment), new SystemClock());
  try {
    return await readStored(stores.ports.store);
  } finally {
    await stores.close();
  }
}

/** Nothing that was accepted is lost, nothing is there twice, nobody is booked twice at once. */
export function expectOnce(stored: readonly Stored[], ledger: Ledger): void {
  expect({
    lost: lostOf(stored, ledger),
    doubled: doubledOf(stored, ledger),
    overlaps: overlapsOf(bookingsOf(stored)),
  }).toEqual({ lost: [], doubled: [], overlaps: [] });
}

/** What {@link Load} says, and must not be found in a log. */
export const wordsOfLoad = [
  ...['王桂英', '19912345678', '李秀兰', '19911112222', '路灯不亮', '我家门前也黑', '陈明', '1990000000'],
];
