import { hash } from 'node:crypto';

/** Our namespace. Stored for ever: with another one, a repeat would no longer be known as a repeat. */
const namespace = '98a8a15a-98c6-41d2-aa2e-3a2ec459b070';
const namespaceBytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');

/** The namespace, and room for a name behind it: ids are made all the time, and most names are short. */
const scratch = Buffer.concat([namespaceBytes, Buffer.alloc(1024)]);
const lettersMax = 1024 / 3;
const variants = ['8', '9', 'a', 'b'];

/**
 * UUID version 5 (RFC 9562, section 5.5) in our namespace over the parts joined by `|`.
 * The same parts give the same id, on every machine and for ever.
 */
export function derivedId(...parts: string[]): string {
  const digest = hash('sha1', inNamespace(parts.join('|')), 'hex');
  const variant = variants[parseInt(digest.charAt(16), 16) & 0x3] ?? '';
  const [low, mid, high] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16)];
  return `${low}-${mid}-5${high}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** @returns bytes that hold until the next name */
function inNamespace(name: string): Buffer {
  if (name.length > lettersMax) return Buffer.concat([namespaceBytes, Buffer.from(name, 'utf8')]);
  const written = scratch.write(name, namespaceBytes.length, 'utf8');
  return scratch.subarray(0, namespaceBytes.length + written);
}
