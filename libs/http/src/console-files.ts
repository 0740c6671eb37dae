import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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
  const setHeaders = (reply: FastifyReply, path: string) =>
    void reply.header('cache-control', keptFor(relative(directory, path)));
  const served = { root: directory, wildcard: false, index: false, cacheControl: false } as const;
  await server.register(fastifyStatic, { ...served, setHeaders });
  const page = (request: FastifyRequest, reply: FastifyReply) =>
    isForPage(request)
      ? reply.header('content-security-policy', policy).sendFile('index.html')
      : reply.callNotFound();
  server.get('/', page);
  server.get('/*', page);
}

/** A name with the hash of what it holds never means anything else; every other file is asked for anew. */
function keptFor(path: string): string {
  const [folder = '', name = ''] = path.split(sep);
  const isHashed = folder === 'assets' && /-[\w-]{8}\.\w+$/.test(name);
  return isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isForPage({ url, headers }: FastifyRequest): boolean {
  const isApi = url === '/api' || url.startsWith('/api/');
  return !isApi && !isPage({ url }) && (headers.accept ?? '').includes('text/html');
}
