import { AddressInUse, Readiness } from '@threekeys/runtime';
import { Metrics, operationsServer } from './index';

describe('the operations server', () => {
  let phase: Readiness;
  let metrics: Metrics;
  let server: Awaited<ReturnType<typeof operationsServer>>;
  const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

  beforeEach(async () => {
    phase = new Readiness([{ name: 'log', run: () => Promise.resolve({ ok: true, facts: { events: 3 } }) }]);
    metrics = new Metrics('intake');
    server = await operationsServer(phase, metrics, { host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    await server.close();
    metrics.close();
  });

  it('says that the process lives, and whether it wants requests', async () => {
    expect(await (await get('/api/health/live')).json()).toEqual({ live: true });
    expect((await get('/api/health/ready')).status).toBe(503);
    phase.enter('running');
    const ready = await get('/api/health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, phase: 'running', checks: [{ name: 'log', ok: true, facts: { events: 3 } }] },
    ]);
  });

  it('shows the metrics in the format of Prometheus', async () => {
    const answer = await get('/metrics?from=prometheus');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await answer.text()).toMatch(/^process_start_time_seconds\{service="intake"\} \d+$/m);
  });

  it('answers nothing else', async () => {
    expect((await get('/api/cases')).status).toBe(404);
    expect((await get('/metrics', { method: 'POST' })).status).toBe(405);
  });

  it('says that its address is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(operationsServer(phase, metrics, { host: '127.0.0.1', port })).rejects.toThrow(AddressInUse);
  });
});
