import { Problem, same } from './problem';

/** A form of words: two thousand characters of Chinese are eighteen thousand bytes on the wire. */
export const formBytesMax = 64 * 1024;
const fieldsMax = 40;

/**
 * The fields of a form (application/x-www-form-urlencoded), line ends as everywhere else; of a name that comes twice the last.
 * @throws Problem `body-too-complex`
 */
export function parseFormBody(body: Buffer): Readonly<Record<string, string>> {
  const fields = [...new URLSearchParams(body.toString('utf8'))];
  if (fields.length > fieldsMax) {
    throw new Problem('body-too-complex', {
      errors: [{ pointer: '', expected: same(`≤ ${fieldsMax}`), got: same(String(fields.length)) }],
    });
  }
  return Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
}
