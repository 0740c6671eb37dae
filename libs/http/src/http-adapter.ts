import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CalledRequest } from './call';
import { formBytesMax, parseFormBody } from './form-body';
import { bodyBytesMax, parseJsonBody } from './json-body';
import type { Language } from './language';
import { isPage } from './pages/html-page';
import { Problem } from './problem';
import { traceParentOf } from './trace-parent';

const requestTimeoutMs = 15_000;
const connectionTimeoutMs = 60_000;
const keepAliveTimeoutMs = 65_000;

/**
 * Fastify with our own reading of bodies: JSON, and forms on pages alone, bounded in size and shape before they are parsed,
 * never compressed.
 * @param trustedProxies addresses and networks whose X-Forwarded-For and -Proto are believed; of others they say nothing
 */
export function httpAdapter(language: Language, trustedProxies: readonly string[] = []): FastifyAdapter {
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: connectionTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    genReqId: ({ headers }: IncomingMessage) => traceParentOf(headers)?.correlationId ?? randomUUID(),
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
      else parsed(() => parseJsonBody(body), done);
    },
  );
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: formBytesMax },
    (request: FastifyRequest, body: Buffer, done: (error: Error | null, body?: unknown) => void) => {
      // Any site can send a form: the API takes none.
      if (isPage(request)) parsed(() => parseFormBody(body), done);
      else done(new Problem('unsupported-media-type'));
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

function parsed(parse: () => unknown, done: (error: Error | null, body?: unknown) => void): void {
  let value: unknown;
  try {
    value = parse();
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, value);
}
