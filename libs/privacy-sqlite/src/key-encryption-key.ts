import { kekBytes, kekFrom, KeyEncryptionKeyUnfit } from '@threekeys/privacy';
import { makePrivateFile, syncDirectory } from '@threekeys/sqlite';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The key that wraps all others: 32 bytes in base64 in a file of mode 0600, made on first use; on disk before it is used,
 * because what it has wrapped can never be opened without it.
 * @param keysFile what it wraps: where that is there already, a new one could open nothing, so none is made
 * @throws KeyEncryptionKeyUnfit where others may read it, it is not 32 bytes, or it is missing beside the keys it wrapped
 */
export function loadOrCreateKek(
  file: string,
  keysFile = join(dirname(file), 'keys.sqlite'),
): { readonly kek: Buffer; readonly created: boolean } {
  if (!existsSync(file)) {
    if (existsSync(keysFile)) throw new KeyEncryptionKeyUnfit(missing(file, keysFile));
    const kek = randomBytes(kekBytes);
    writeDurably(file, `${kek.toString('base64')}\n`);
    return { kek, created: true };
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new KeyEncryptionKeyUnfit(`${file} may be read by others; run: chmod 600 ${file}`);
  }
  return { kek: kekFrom(readFileSync(file, 'utf8'), file), created: false };
}

const missing = (file: string, keysFile: string) =>
  `${file} is missing, and ${keysFile} was wrapped by it. Put it back, or make it again from its recovery secret.`;

/** Whole or not at all, also after a power cut. */
function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  makePrivateFile(unfinished);
  const descriptor = openSync(unfinished, 'w');
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
  syncDirectory(dirname(file));
}

/** Makes the file again, from what `kekFromRecoverySecret` gives. @throws where one is there */
export function saveKek(file: string, kek: Buffer): void {
  if (existsSync(file)) throw new KeyEncryptionKeyUnfit(`${file} is there already`);
  writeDurably(file, `${kek.toString('base64')}\n`);
}
