import { hash } from 'node:crypto';

/** Our namespace. Stored for ever: with another one, a repeat would no longer be known as a repeat. */
const namespace = '98a8a15a-98c6-41d2-aa2e-3a2ec459b070';
const namespaceBytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');

/**
 * UUID version 5 (RFC 9562, section 5.5) in our namespace over the parts joined by `|`.
 * The same parts give the same id, on every machine and for ever.
 */
export function derivedId(...parts: string[]): string {
  const digest = hash('sha1', Buffer.concat([namespaceBytes, Buffer.from(parts.join('|'), 'utf8')]), 'hex');
  const variant = ((parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
