import { SystemClock } from '@threekeys/event-store';
import { clusterConfigFrom, openClusterStores } from '@threekeys/cluster';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moveDemoInto } from '../../deploy/local/cluster-demo';
import { LocalCluster } from '../../deploy/local/local-cluster';
import { freePort } from '../../deploy/local/local-server';
import { password } from './constants';
import type { RunningApp, StartOptions, TestEngine } from './engine';

const clusters = new Map<string, LocalCluster>();

/** The clusters of this spec, by the directory that is their home. */
export function clusterAt(home: string): LocalCluster {
  const cluster = clusters.get(home);
  if (!cluster) throw new Error(`no cluster at ${home}`);
  return cluster;
}

/** Five processes on real engines, which all stand in one directory. */
export const cluster: TestEngine = {
  start: startCluster,
  environmentOf: (home) => clusters.get(home)?.environment ?? {},
  storedEvents: async (home) => {
    const stores = await openClusterStores(clusterConfigFrom(clusterAt(home).environment), new SystemClock());
    try {
      return (await stores.ports.store.head()).size;
    } finally {
      await stores.close();
    }
  },
};

async function startCluster({ home, demo, environment }: Required<StartOptions>): Promise<RunningApp> {
  const log = join(home, 'processes.log');
  const isNew = !existsSync(log);
  const started = await LocalCluster.prepare({ directory: home, port: await freePort(), environment, log });
  clusters.set(home, started);
  try {
    if (isNew && demo) await moveDemoInto(started, { directory: home, password, log });
    await started.start();
    if (isNew && !demo) await makeAdmin(started);
  } catch (error) {
    await started.kill();
    throw new Error(`the cluster did not start:\n${readFileSync(log, 'utf8')}`, { cause: error });
  }
  return {
    url: started.url,
    home,
    output: () => readFileSync(log, 'utf8'),
    stop: async () => {
      await started.stop();
      return 0;
    },
    kill: () => started.kill(),
  };
}

/** The account that the embedded engine makes at its first start. */
async function makeAdmin({ url, operatorToken }: LocalCluster): Promise<void> {
  const headers = { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ username: 'admin', password });
  const { status } = await fetch(new URL('/api/users', url), { method: 'POST', headers, body });
  if (status >= 300) throw new Error(`no account for admin: ${String(status)}`);
}
