import type { Sealed } from '@threekeys/domain';
import { createCipheriv, createDecipheriv, hash, randomFillSync } from 'node:crypto';
import type { DataKey } from './key-store';

// Stored for ever (docs/decisions/0003). AES-256-GCM (NIST SP 800-38D), 96-bit random IV, 128-bit tag.

const ivBytes = 12;
const tagBytes = 16;
const blockBytes = 32;

/** Where a value stands; without it the value cannot be opened. */
export interface ValuePlace {
  readonly eventId: string;
  /** JSON pointer within the event's data. */
  readonly pointer: string;
}

const authenticated = ({ eventId, pointer }: ValuePlace, kid: string) =>
  Buffer.from(`${eventId}|${pointer}|${kid}`);

/** ISO/IEC 7816-4: one byte 0x80, then zeros, to a multiple of 32 bytes: the length of a name does not show. */
function padded(text: string): Buffer {
  const plain = Buffer.from(text, 'utf8');
  const whole = Buffer.alloc(Math.ceil((plain.length + 1) / blockBytes) * blockBytes);
  plain.copy(whole);
  whole[plain.length] = 0x80;
  return whole;
}

function unpadded(whole: Buffer): string {
  const end = whole.lastIndexOf(0x80);
  if (end < 0 || whole.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error('a sealed value is padded wrongly');
  return whole.toString('utf8', 0, end);
}

const randomness = Buffer.alloc(256 * ivBytes);
let unused = 0;

/** Random bytes that were never given out before; asked of the system for many at once, which costs a tenth. */
function newIv(): Buffer {
  if (unused === 0) unused = randomFillSync(randomness).length;
  unused -= ivBytes;
  return Buffer.from(randomness.subarray(unused, unused + ivBytes));
}

/** ct = base64url(iv ‖ ciphertext ‖ tag) */
export function sealText(text: string, { kid, key }: DataKey, place: ValuePlace): Sealed {
  const iv = newIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(authenticated(place, kid));
  const body = Buffer.concat([iv, cipher.update(padded(text)), cipher.final(), cipher.getAuthTag()]);
  return { $pii: { kid, ct: body.toString('base64url') } };
}

/** @throws Error where the value was moved, altered, or sealed under another key */
export function openText({ $pii: { kid, ct } }: Sealed, { key }: DataKey, place: ValuePlace): string {
  const body = Buffer.from(ct, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, ivBytes)).setAAD(
    authenticated(place, kid),
  );
  decipher.setAuthTag(body.subarray(body.length - tagBytes));
  return unpadded(
    Buffer.concat([decipher.update(body.subarray(ivBytes, body.length - tagBytes)), decipher.final()]),
  );
}

/** Hex SHA-256("kc/v1|" ‖ kid ‖ key). AES-GCM does not commit to its key: without it one ciphertext could say two things. */
export function commitmentOf({ kid, key }: DataKey): string {
  return hash('sha256', Buffer.concat([Buffer.from(`kc/v1|${kid}`), key]), 'hex');
}
