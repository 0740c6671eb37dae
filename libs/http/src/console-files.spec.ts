import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveConsole } from './console-files';

const hashed = '/assets/index-DA4LgXBX.js';
const unhashed = '/assets/words.js';
const html = { accept: 'text/html' };

let directory: string;
let server: FastifyInstance;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'threekeys-console-'));
  mkdirSync(join(directory, 'assets'));
  for (const file of ['index.html', 'favicon.svg', hashed, unhashed])
    writeFileSync(join(directory, file), file);
  server = fastify();
  await serveConsole(server, directory);
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

const keptFor = async (url: string, headers = {}) => {
  const { statusCode, headers: answered } = await server.inject({ url, headers });
  expect(statusCode).toBe(200);
  return answered['cache-control'];
};

describe('a file of the console', () => {
  it('is kept for ever where its name has the hash of what it holds', async () =>
    expect(await keptFor(hashed)).toBe('public, max-age=31536000, immutable'));

  it.each(['/favicon.svg', unhashed, '/index.html'])('is asked for anew where it has not: %s', async (url) =>
    expect(await keptFor(url)).toBe('no-cache'),
  );

  it.each(['/', '/cases/2026-000001', '/assets/none-DA4LgXBX.js'])(
    'is the page at every other address, asked for anew: %s',
    async (url) => expect(await keptFor(url, html)).toBe('no-cache'),
  );

  it('is none where an asset is not there', async () =>
    expect((await server.inject({ url: '/assets/none-DA4LgXBX.js' })).statusCode).toBe(404));
});
