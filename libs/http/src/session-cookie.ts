import type { FastifyRequest } from 'fastify';

export const sessionCookie = 'threekeys_session';

/** The session's token in the request's cookies (RFC 6265 §5.4), if there is one. */
export function sessionTokenOf({ headers }: FastifyRequest): string | undefined {
  for (const pair of headers.cookie?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === sessionCookie) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/**
 * `Set-Cookie` with a token, or, without one, what ends the session in the browser. Secure where the request came by TLS: to
 * this process, or to a proxy that is trusted to say so.
 */
export function sessionSetCookie(token: string | undefined, { protocol }: FastifyRequest): string {
  const isSecure = protocol === 'https';
  return [
    `${sessionCookie}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure ? ['Secure'] : []),
    ...(token === undefined ? ['Max-Age=0'] : []),
  ].join('; ');
}
