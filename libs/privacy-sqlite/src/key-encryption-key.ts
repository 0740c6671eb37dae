import { makePrivateFile, syncDirectory } from '@threekeys/sqlite';
import { createHash, randomBytes } from 'node:crypto';
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

const keyBytes = 32;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The key-encryption key is missing or unfit; without it no personal data can be opened. */
export class KeyEncryptionKeyUnfit extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyEncryptionKeyUnfit';
  }
}

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
    const kek = randomBytes(keyBytes);
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

/** @throws KeyEncryptionKeyUnfit */
export function kekFrom(base64: string, where: string): Buffer {
  const kek = Buffer.from(base64.trim(), 'base64');
  if (kek.length !== keyBytes)
    throw new KeyEncryptionKeyUnfit(`${where} is not a key of ${String(keyBytes)} bytes in base64`);
  return kek;
}

const checkOf = (kek: Buffer) => createHash('sha256').update('recovery|').update(kek).digest().subarray(0, 3);

/** RFC 4648 base 32 without padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** Makes the file again, from what `kekFromRecoverySecret` gives. @throws where one is there */
export function saveKek(file: string, kek: Buffer): void {
  if (existsSync(file)) throw new KeyEncryptionKeyUnfit(`${file} is there already`);
  writeDurably(file, `${kek.toString('base64')}\n`);
}

/** The key as words of four letters to write down, with a check: what `restore` takes where the file is lost. */
export function recoverySecretOf(kek: Buffer): string {
  return (base32(Buffer.concat([kek, checkOf(kek)])).match(/.{1,4}/g) ?? []).join('-');
}

/** @throws KeyEncryptionKeyUnfit where it was mistyped */
export function kekFromRecoverySecret(text: string): Buffer {
  const letters = text.toUpperCase().replace(/[^A-Z2-7]/g, '');
  const bytes = fromBase32(letters);
  const kek = bytes.subarray(0, keyBytes);
  if (kek.length !== keyBytes || !checkOf(kek).equals(bytes.subarray(keyBytes, keyBytes + 3))) {
    throw new KeyEncryptionKeyUnfit('This is not a recovery secret; please check it letter by letter.');
  }
  return kek;
}
