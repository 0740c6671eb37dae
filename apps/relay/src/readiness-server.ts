import type { Readiness } from '@threekeys/runtime';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReadinessServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The two health routes that every process of the product answers, and nothing else. */
export async function serveReadiness(
  readiness: Readiness,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ReadinessServer> {
  const server = createServer((request, response) => {
    answer(readiness, request, response).catch(() => response.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening');
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
  { method, url }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [status, body] = await answerTo(readiness, method, url);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function answerTo(
  readiness: Readiness,
  method: string | undefined,
  url: string | undefined,
): Promise<readonly [number, unknown]> {
  if (method !== 'GET') return [405, { status: 405 }];
  if (url === '/api/health/live') return [200, { live: true }];
  if (url !== '/api/health/ready') return [404, { status: 404 }];
  const now = await readiness.now();
  return [now.ready ? 200 : 503, now];
}
