import { KeyEncryptionKeyUnfit, kekFrom, recoverySecretOf } from '@threekeys/privacy';
import { SqliteKeyStore } from '@threekeys/privacy-sqlite';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
