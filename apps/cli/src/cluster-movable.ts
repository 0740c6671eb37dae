import type { ClusterStores } from '@threekeys/cluster';
import { SystemClock } from '@threekeys/event-store';
import type { GlobalPosition } from '@threekeys/event-store';
import { ClusterMoveLeases } from './cluster-move-leases';
import { proofOf } from './cluster-verify';
import type { OpenSide } from './embedded-movable';
import { assertWhole } from './proved';
import type { Proving } from './proved';

export interface OpenCluster extends OpenSide {
  /** Aborted where somebody else may move it from now on. */
  readonly lost: AbortSignal;
  /** Before it is moved. @throws CommandFailed where its history is broken */
  prove(proving: Proving): Promise<void>;
  /** After a move hither: the relay begins with what somebody has still to hear. */
  beginRelay(consumers: readonly string[]): Promise<void>;
}

/** The installation on the servers that the environment names. @throws ConfigInvalid, CommandFailed where it runs */
export async function openClusterSide(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OpenCluster> {
  const clock = new SystemClock();
  // Only who has servers waits for their clients to load.
  const { clusterConfigFrom, openClusterStores, relayName } = await import('@threekeys/cluster');
  const { THREEKEYS_HOME: _home, ...servers } = environment;
  const stores = await openClusterStores(clusterConfigFrom(servers), clock);
  const leases = await ClusterMoveLeases.take(stores.leases).catch(async (error: unknown) => {
    await stores.close();
    throw error;
  });
  const { ports, consumers } = stores;
  return {
    installation: { ...ports, consumers },
    lost: leases.lost,
    prove: async ({ onProgress, language }) => assertWhole(await proofOf(stores, onProgress), language),
    begin: () => leases.begin(),
    complete: () => leases.complete(),
    beginRelay: (names) => beginRelay(stores, { relay: relayName, names }),
    close: async () => {
      await leases.giveBack();
      await stores.close();
    },
  };
}

/** From the first event that a consumer is not done with; what is brought twice is skipped. */
async function beginRelay(
  { ports: { store }, consumers }: ClusterStores,
  { relay, names }: { readonly relay: string; readonly names: readonly string[] },
): Promise<void> {
  let first: GlobalPosition | undefined;
  for (const name of names) {
    const position = (await consumers.checkpoint(name)) as GlobalPosition | undefined;
    if (position === undefined) return;
    if (first === undefined || store.comparePositions(position, first) < 0) first = position;
  }
  await consumers.advance(relay, [], first);
}
