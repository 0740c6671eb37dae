import { KeyEncryptionKeyUnfit, kekFrom, recoverySecretOf, SecretDamaged } from '@threekeys/privacy';
import { SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { DatabaseRefused, sqliteCode } from '@threekeys/sqlite';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, exitCodes } from './exit';

/**
 * The keys of personal data of a home that exists; makes neither keys nor a key-encryption key.
 * @throws KeyEncryptionKeyUnfit where the key-encryption key is missing or another one
 */
export function openKeys(
  home: string,
  options: { readonly readOnly?: boolean } = {},
): Promise<SqliteKeyStore> {
  return SqliteKeyStore.open(join(home, 'keys.sqlite'), kekIn(home), options);
}

const damage = /^SQLITE_(CORRUPT|NOTADB|READONLY|ERROR)/;

/**
 * A home that has the key-encryption key has keys: where they cannot be read as such, that is not another time's matter.
 * @throws CommandFailed `integrityBroken`; KeyEncryptionKeyUnfit where the key-encryption key is another one
 */
export async function openKeysToVerify(home: string): Promise<SqliteKeyStore> {
  try {
    return await openKeys(home, { readOnly: true });
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw new CommandFailed(
      exitCodes.integrityBroken,
      `keys.sqlite is missing or damaged (${(error as Error).message}): no personal data can be opened. Restore a backup.`,
    );
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof SecretDamaged ||
  (error instanceof DatabaseRefused && error.code === 'missing') ||
  damage.test(sqliteCode(error) ?? '');

/** @throws KeyEncryptionKeyUnfit where the key-encryption key is missing or not one */
export function recoverySecretIn(home: string): string {
  return recoverySecretOf(kekIn(home));
}

function kekIn(home: string): Buffer {
  const file = join(home, 'kek');
  if (!existsSync(file))
    throw new KeyEncryptionKeyUnfit(
      `${file} is missing: without the key-encryption key no personal data can be opened. Put it back, mode 0600.`,
    );
  return kekFrom(readFileSync(file, 'utf8'), file);
}
