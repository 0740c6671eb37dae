import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isPage } from './pages/html-page';

const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the console's built files, and its page at every address that is not the API's: the URL is the state. */
export async function serveConsole(server: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) return;
  await server.register(fastifyStatic, { root: directory, wildcard: false, index: false, maxAge: 0 });
  const page = (request: FastifyRequest, reply: FastifyReply) =>
    isForPage(request)
      ? reply
          .header('content-security-policy', policy)
          .header('cache-control', 'no-cache')
          .sendFile('index.html')
      : reply.callNotFound();
  server.get('/', page);
  server.get('/*', page);
}

function isForPage({ url, headers }: FastifyRequest): boolean {
  const isApi = url === '/api' || url.startsWith('/api/');
  return !isApi && !isPage({ url }) && (headers.accept ?? '').includes('text/html');
}
