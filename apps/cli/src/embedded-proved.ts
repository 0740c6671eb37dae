import { isAltered } from '@threekeys/event-store';
import { notedLoss, SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import { join } from 'node:path';
import type { AccessMonth } from './access-proof';
import { verifyAccess, verifyAccessAgainstLog } from './embedded-access';
import { unfitKeys } from './embedded-key-proof';
import { openKeysToVerify } from './embedded-keys';
import { CommandFailed, exitCodes } from './exit';
import { assertWhole } from './proved';
import type { Proof, Proving } from './proved';

const undecided = {
  zh: '有一次认可的损失尚未记入日志：请先执行 threekeys recover --accept-loss。',
  en: 'A loss that was accepted is not recorded yet: give threekeys recover --accept-loss first.',
};

/**
 * Before a home is moved; nothing is written.
 * @throws CommandFailed where its history is broken, its keys are not those of its log, or a decision about it not recorded;
 *   KeyEncryptionKeyUnfit
 */
export async function assertProved(home: string, { onProgress, language }: Proving): Promise<void> {
  if (notedLoss(home) !== undefined) throw new CommandFailed(exitCodes.unavailable, undecided[language]);
  const log = await verifyLog(join(home, 'log.sqlite'), join(home, 'anchor.log'), { onProgress });
  const access = await verifyAccess(home);
  const against = isAltered(log.problems) ? {} : await provedAgainstLog(home, access);
  assertWhole({ log, access, ...against }, language);
}

async function provedAgainstLog(
  home: string,
  access: readonly AccessMonth[],
): Promise<Pick<Proof, 'accessContradicted' | 'unfitKeys'>> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  try {
    const { accessContradicted } = await verifyAccessAgainstLog(home, store, access);
    const keys = await openKeysToVerify(home);
    try {
      return { accessContradicted, unfitKeys: await unfitKeys(home, keys, store) };
    } finally {
      await keys.close();
    }
  } finally {
    await store.close();
  }
}
