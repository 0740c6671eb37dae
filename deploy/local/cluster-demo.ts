import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalCluster } from './local-cluster';
import { run } from './local-cluster';

export interface ClusterDemo {
  /** Keeps the home that it is played in, as long as that is needed. */
  readonly directory: string;
  /** Everybody's. */
  readonly password: string;
  readonly log?: string;
}

/** The community that `npm start` invents, played on the embedded engine and moved to a cluster whose processes do not run. */
export async function moveDemoInto(
  cluster: LocalCluster,
  { directory, password, log }: ClusterDemo,
): Promise<void> {
  const home = join(directory, 'demo');
  const environment = { THREEKEYS_HOME: home, THREEKEYS_DEMO_PASSWORD: password };
  const main = 'apps/cli/src/main.ts';
  await run({ name: 'threekeys demo', main, arguments: ['demo'], environment, log });
  await cluster.threekeys(['move', '--from', 'embedded', '--to', 'cluster'], { THREEKEYS_HOME: home });
  rmSync(home, { recursive: true, force: true });
}
