import { hash } from 'node:crypto';

const hex32 = /^[0-9a-f]{32}$/;
const zero = /^0+$/;

/** The trace of everything with this correlation id: the UUID without its hyphens. What is no UUID is hashed. */
export function traceIdOf(correlationId: string): string {
  const digits = correlationId.replaceAll('-', '').toLowerCase();
  return hex32.test(digits) && !zero.test(digits)
    ? digits
    : hash('sha256', correlationId, 'hex').slice(0, 32);
}

/** The span of a recorded event: the first 8 bytes of the SHA-256 of its id. */
export function spanIdOf(eventId: string): string {
  return hash('sha256', eventId, 'hex').slice(0, 16);
}

/** The `traceparent` of a request that is passed on and began its trace here (W3C Trace Context, section 3.2). */
export const traceParentFrom = (requestId: string): string =>
  `00-${traceIdOf(requestId)}-${spanIdOf(requestId)}-01`;
