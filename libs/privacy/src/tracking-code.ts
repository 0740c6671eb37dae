import { createHmac } from 'node:crypto';

// Crockford's base 32 without Z: no I, L, O, U, so that nobody mishears or mistypes it, and no Z, which is written like 2.
// 31 characters, a prime: a weighted sum modulo 31 sees every single mistake and every exchange of neighbours.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const length = 8;

const shape = new RegExp(`^([${alphabet}]{4}-[${alphabet}]{4})-([${alphabet}])$`);

/** Σ (value × place) modulo 31, places counted from 1. */
function checkOf(code: string): string {
  const sum = Array.from(code).reduce(
    (total, character, index) => total + alphabet.indexOf(character) * (index + 1),
    0,
  );
  return alphabet.charAt(sum % alphabet.length);
}

/**
 * Eight characters of an HMAC-SHA256 of the requester's id, and a check character: `7F3K-Q2VD-X`. The same on a repeat;
 * without the secret nobody can tell one from a random one (31⁸ ≈ 8.5 × 10¹¹).
 */
export function trackingCode(secret: Buffer, requesterId: string): string {
  const digest = createHmac('sha256', secret).update(`tracking|${requesterId}`).digest();
  const code = Array.from({ length }, (_, index) =>
    // 16 bits for each character: the bias is below 1 in 2,000.
    alphabet.charAt(digest.readUInt16BE(index * 2) % alphabet.length),
  ).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}-${checkOf(code)}`;
}

/** Reads what people type: any case, O for 0, I and L for 1, Z for 2, with or without dashes and spaces. */
export function normalisedTrackingCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('Z', '2')
    .replace(/[ -]/g, '');
  return `${code.slice(0, length / 2)}-${code.slice(length / 2, length)}-${code.slice(length)}`;
}

export function isTrackingCode(typed: string): boolean {
  const [, code = '', check = ''] = shape.exec(normalisedTrackingCode(typed)) ?? [];
  return check !== '' && checkOf(code.replace('-', '')) === check;
}
