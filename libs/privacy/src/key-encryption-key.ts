import { createHash } from 'node:crypto';

export const kekBytes = 32;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The key-encryption key is missing or unfit; without it no personal data can be opened. */
export class KeyEncryptionKeyUnfit extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyEncryptionKeyUnfit';
  }
}

/** @throws KeyEncryptionKeyUnfit */
export function kekFrom(base64: string, where: string): Buffer {
  const kek = Buffer.from(base64.trim(), 'base64');
  if (kek.length !== kekBytes)
    throw new KeyEncryptionKeyUnfit(`${where} is not a key of ${String(kekBytes)} bytes in base64`);
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

/** The key as words of four letters to write down, with a check: what `restore` takes where the file is lost. */
export function recoverySecretOf(kek: Buffer): string {
  return (base32(Buffer.concat([kek, checkOf(kek)])).match(/.{1,4}/g) ?? []).join('-');
}

/** @throws KeyEncryptionKeyUnfit where it was mistyped */
export function kekFromRecoverySecret(text: string): Buffer {
  const letters = text.toUpperCase().replace(/[^A-Z2-7]/g, '');
  const bytes = fromBase32(letters);
  const kek = bytes.subarray(0, kekBytes);
  if (kek.length !== kekBytes || !checkOf(kek).equals(bytes.subarray(kekBytes, kekBytes + 3))) {
    throw new KeyEncryptionKeyUnfit('This is not a recovery secret; please check it letter by letter.');
  }
  return kek;
}
