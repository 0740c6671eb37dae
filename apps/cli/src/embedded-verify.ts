import { eventSchemas } from '@threekeys/domain';
import { isAltered } from '@threekeys/event-store';
import { SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import type { LogReport } from '@threekeys/event-store-sqlite';
import { checkKeys, isWhole } from '@threekeys/privacy';
import type { KeyReport, KeyStore } from '@threekeys/privacy';
import { checkKeyFile } from '@threekeys/privacy-sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessesChecked, AccessMonth } from './access-proof';
import { verifyAccess, verifyAccessAgainstLog } from './embedded-access';
import { openKeysToVerify } from './embedded-keys';
import { keyMarkProblems, progressProblems } from './embedded-known-places';
import { verifyViews } from './embedded-verify-views';
import type { ViewsReport } from './embedded-verify-views';
import { assertHome } from './home-folder';
import type { OnProgress } from './home-folder';
import type { Restore } from './installation-facts';

export interface HomeReport extends ViewsReport {
  readonly log: LogReport;
  /** Months of the access log, each by itself. */
  readonly access: readonly AccessMonth[];
  /** Absent: the log is broken. Months of it that no longer begin with what the log has witnessed. */
  readonly accessContradicted?: AccessesChecked['accessContradicted'];
  /** Absent: the log is broken. What cannot have been opened when it says. */
  readonly accessTimes?: AccessesChecked['accessTimes'];
  /** Absent: the log is broken. The backups that it went on from. */
  readonly restores?: readonly Restore[];
  /** Absent: the log is broken. What lies beside it and knows of more than it holds. */
  readonly beyond?: readonly string[];
  /** Absent: the log is broken. What of the tables of the key store is not as it was made. */
  readonly keyFile?: readonly string[];
  /** Absent: the key-encryption key is not here, as beside a backup; so keys and search tokens were not compared. */
  readonly keys?: KeyReport;
}

/**
 * Every stored byte against its hash, chain, root and witness, and what else knows how far the log had come; who opened what
 * against the log; every key of personal data against its commitment, and every sealed value under it; then every row of every
 * view, and what it is found by, against a fold of the log. Where the log is altered nothing else is looked at but the chains of who opened what.
 * @throws CommandFailed where there is no home or no key store; KeyEncryptionKeyUnfit where the kek is another one
 */
export async function verifyHome(home: string, onProgress: OnProgress): Promise<HomeReport> {
  assertHome(home);
  const log = await verifyLog(join(home, 'log.sqlite'), join(home, 'anchor.log'), { onProgress });
  const access = await verifyAccess(home);
  if (isAltered(log.problems)) return { log, access };
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const open: { keys?: KeyStore } = {};
  try {
    if (existsSync(join(home, 'kek'))) open.keys = await openKeysToVerify(home);
    const checked = await verifyAccessAgainstLog(home, store, access);
    const beyond = [
      ...(await progressProblems(home, store, true)),
      ...(open.keys ? await keyMarkProblems(open.keys, store) : []),
    ];
    const words = await verifyWords(home, store, open.keys);
    const keyFile = checkKeyFile(join(home, 'keys.sqlite'));
    return { log, access, ...checked, beyond, keyFile, ...words };
  } finally {
    await open.keys?.close();
    await store.close();
  }
}

/** Where a key is broken, words are not opened any further. */
async function verifyWords(
  home: string,
  store: SqliteEventStore,
  opened: KeyStore | undefined,
): Promise<Pick<HomeReport, 'keys'> & ViewsReport> {
  const keys = opened && (await checkKeys(opened, store, { schemas: eventSchemas }));
  const toOpenWords = keys && isWhole(keys) ? opened : undefined;
  return { ...(keys && { keys }), ...(await verifyViews(home, store, toOpenWords)) };
}
