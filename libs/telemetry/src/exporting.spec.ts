import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { originOf } from './notebook.fixtures';

const root = join(__dirname, '..', '..', '..');

/** A process that records one event and stops. @returns what it printed */
async function record(endpoint: string): Promise<string> {
  const source = ['--conditions=@threekeys/source', '-r', join(root, 'tools/source.cjs')];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...source, join(__dirname, 'exporting.fixtures.ts')],
    { cwd: root, env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } },
  );
  return stdout;
}

// Each starts a process.
describe('an endpoint for traces', () => {
  const received: { url: string | undefined; body: string }[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ url: request.url, body });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  let endpoint = '';
  beforeAll(async () => {
    collector.listen(0, '127.0.0.1');
    await once(collector, 'listening');
    endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  });
  beforeEach(() => received.splice(0));

  it('is sent the spans over OTLP, at the latest when the process stops', async () => {
    expect(await record(endpoint)).toBe('');
    expect(received.map(({ url }) => url)).toEqual(['/v1/traces']);
    expect(received[0]?.body).toContain(originOf('exported').correlationId.replaceAll('-', ''));
    expect(received[0]?.body).toContain('"threekeys-intake"');
  });

  it('is not there where none is set: nothing goes out', async () => {
    expect(await record('')).toBe('');
    expect(received).toEqual([]);
  });

  it('that is away is told of, and holds up nobody for long', async () => {
    collector.close();
    await once(collector, 'close');
    // It ends by itself: the client would try again for as long as it runs.
    expect(await record(endpoint)).not.toBe('');
  });
});
