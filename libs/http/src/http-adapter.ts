import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { CalledRequest } from './call';
import { bodyBytesMax, parseJsonBody } from './json-body';
import type { Language } from './language';
import { Problem } from './problem';

const requestTimeoutMs = 15_000;
const connectionTimeoutMs = 60_000;
const keepAliveTimeoutMs = 65_000;

/**
 * Fastify with our own reading of bodies: only JSON, bounded in size and shape before it is parsed, never compressed.
 * @param trustedProxies addresses and networks whose X-Forwarded-For and -Proto are believed; of others they say nothing
 */
export function httpAdapter(language: Language, trustedProxies: readonly string[] = []): FastifyAdapter {
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: connectionTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    genReqId: () => randomUUID(),
    exposeHeadRoutes: false,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  });
  const server = adapter.getInstance();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: bodyBytesMax },
    (_request: FastifyRequest, body: Buffer, done: (error: Error | null, body?: unknown) => void) => {
      // DELETE and the like may name the type of a body that is not there.
      if (body.length === 0) done(null, undefined);
      else parsed(body, done);
    },
  );
  server.addHook('onRequest', (request, reply, done) => {
    (request as CalledRequest).defaultLanguage = language;
    void reply.header('x-correlation-id', request.id);
    void reply.header('x-content-type-options', 'nosniff');
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    const encoded = request.headers['content-encoding'] !== undefined;
    done(encoded ? new Problem('unsupported-media-type') : undefined);
  });
  return adapter;
}

function parsed(body: Buffer, done: (error: Error | null, body?: unknown) => void): void {
  let value: unknown;
  try {
    value = parseJsonBody(body);
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, value);
}
