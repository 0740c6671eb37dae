import type { ClusterStores } from '@threekeys/cluster';
import { eventSchemas } from '@threekeys/domain';
import { isAltered, verifyStore, SystemClock } from '@threekeys/event-store';
import { BigramIndexer, checkKeys, isWhole, Opener, searchSecretName } from '@threekeys/privacy';
import type { DataKey } from '@threekeys/privacy';
import { Projector, projections } from '@threekeys/read-models';
import type { ProjectorPorts, Verification } from '@threekeys/read-models';
import { timers } from '@threekeys/timers';
import { accessesAgainstLog } from './access-proof';
import type { AccessMonth } from './access-proof';
import type { HomeReport } from './embedded-verify';
import type { OnProgress } from './home-folder';
import type { Proof } from './proved';

/**
 * As {@link verifyHome}, of the installation on the servers that the environment names. There is no witness here: what was
 * removed as a whole, a stream or the end of the log, is known only to those who kept a receipt.
 * @throws ConfigInvalid, EventStoreError, CollectionsMissing, KeyEncryptionKeyUnfit
 */
export async function verifyCluster(
  environment: Readonly<Record<string, string | undefined>>,
  onProgress: OnProgress,
): Promise<HomeReport> {
  const { clusterConfigFrom, openClusterStores } = await import('@threekeys/cluster');
  const { MongoReadModels } = await import('@threekeys/read-models-mongo');
  const { THREEKEYS_HOME: _home, ...servers } = environment;
  const stores = await openClusterStores(clusterConfigFrom(servers), new SystemClock());
  try {
    const { store, keys } = stores.ports;
    const models = MongoReadModels.on(stores.databases.main, { readOnly: true });
    const proof = await proofOf(stores, onProgress);
    if (isAltered(proof.log.problems)) return proof;
    const opener = new Opener(keys);
    const onKey = (key: DataKey): void => opener.remember(key);
    const checked = await checkKeys(keys, store, { schemas: eventSchemas, onKey });
    const indexer = isWhole(checked)
      ? new BigramIndexer(opener, await keys.secret(searchSecretName))
      : undefined;
    const views = await verified({ store, models, ...(indexer && { indexer }) });
    return { ...proof, keys: checked, ...(views && { views }) };
  } finally {
    await stores.close();
  }
}

/** The log, who opened what, and whether both fit together. */
export async function proofOf(
  { ports: { store }, accessLog }: ClusterStores,
  onProgress: OnProgress,
): Promise<Proof & Pick<HomeReport, 'restores' | 'accessTimes'>> {
  const log = { ...(await verifyStore(store, onProgress)), anchor: 'none' } as const;
  const access = await brokenMonths(accessLog);
  if (isAltered(log.problems)) return { log, access };
  return { log, access, ...(await accessesAgainstLog(accessLog, store, access)) };
}

/** Undefined: there are no views of this version; whoever keeps them builds them. */
async function verified(ports: ProjectorPorts): Promise<Verification | undefined> {
  try {
    return await new Projector(ports, [...projections, timers]).verify();
  } catch (error) {
    if (error instanceof Error && error.name === 'ViewsOutdated') return undefined;
    throw error;
  }
}

interface CheckedAccessLog {
  months(): Promise<readonly string[]>;
  firstBroken(month: string): Promise<{ writer: string; day: string; number: number } | undefined>;
}

async function brokenMonths(log: CheckedAccessLog): Promise<readonly AccessMonth[]> {
  const months: AccessMonth[] = [];
  for (const month of await log.months()) {
    const broken = await log.firstBroken(month);
    const problems = broken
      ? [`line ${broken.number} of ${broken.writer} on ${broken.day} does not follow`]
      : [];
    months.push({ month, problems, isReadable: true });
  }
  return months;
}
