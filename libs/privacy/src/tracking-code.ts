import { createHmac } from 'node:crypto';

// Crockford's base 32: no I, L, O, U, so that nobody mishears or mistypes it.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** Weighted sum modulo 31 (a prime): any one wrong character, and any two exchanged neighbours, show. */
function checkOf(code: string): string {
  const sum = [...code].reduce(
    (total, character, index) => total + alphabet.indexOf(character) * (index + 1),
    0,
  );
  return alphabet.charAt(sum % 31);
}

/** Eight characters of an HMAC of the requester's id, and a check character: `7F3K-Q2ZD-X`. The same on a repeat. */
export function trackingCode(secret: Buffer, requesterId: string): string {
  const digest = createHmac('sha256', secret).update(`tracking|${requesterId}`).digest();
  const code = [...digest.subarray(0, length)].map((byte) => alphabet.charAt(byte % 31)).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}-${checkOf(code)}`;
}

/** Reads what people type: any case, O for 0, I and L for 1, with or without dashes. */
export function normalisedTrackingCode(typed: string): string {
  const code = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1').replace(/[ -]/g, '');
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

export function isTrackingCode(typed: string): boolean {
  const [, code = '', check = ''] =
    /^([0-9A-Z]{4}-[0-9A-Z]{4})-([0-9A-Z])$/.exec(normalisedTrackingCode(typed)) ?? [];
  return check !== '' && checkOf(code.replace('-', '')) === check;
}
