import type { Readiness } from '@threekeys/runtime';
import { listenFailure } from '@threekeys/runtime';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics';

export interface OperationsServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * What those who run a process ask it: `/api/health/live`, `/api/health/ready`, `/metrics`, and nothing else. Without login:
 * it shows ids, codes and numbers, and belongs on a network of its own.
 * @throws AddressInUse
 */
export async function operationsServer(
  readiness: Readiness,
  metrics: Pick<Metrics, 'text' | 'contentType'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<OperationsServer> {
  const server = createServer((request, response) => {
    answer(readiness, metrics, { request, response }).catch(() => response.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw listenFailure(error, { host, port });
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(
  readiness: Readiness,
  metrics: Pick<Metrics, 'text' | 'contentType'>,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const path = (request.url ?? '').split('?')[0];
  const { status, type, body } = await answerTo(readiness, metrics, { method: request.method, path });
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

async function answerTo(
  readiness: Readiness,
  metrics: Pick<Metrics, 'text' | 'contentType'>,
  { method, path }: { method: string | undefined; path: string | undefined },
): Promise<Answer> {
  if (method !== 'GET') return json(405, { status: 405 });
  if (path === '/api/health/live') return json(200, { live: true });
  if (path === '/metrics') return { status: 200, type: metrics.contentType, body: await metrics.text() };
  if (path !== '/api/health/ready') return json(404, { status: 404 });
  const now = await readiness.now();
  return json(now.ready ? 200 : 503, now);
}

function json(status: number, content: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(content) };
}
