import { allRoutes } from '@threekeys/all-in-one';
import type { OpenApiDocument } from '@threekeys/http';
import type { CaseDetail } from '@threekeys/reporting';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { whyNoServers } from '../../deploy/local/jars';
import type { ServiceName } from '../../deploy/local/local-cluster';
import { LocalCluster, services } from '../../deploy/local/local-cluster';
import type { LocalProcess } from '../../deploy/local/local-process';
import { freePort } from '../../deploy/local/local-server';
import { expectEnded, found, Ledger, Load, sendAgain } from '../crash/kill-the-app';
import type { Reported } from '../story/path-light.fixtures';
import { done } from '../story/path-light.fixtures';
import { Caller, removeHome, temporaryHome } from '../support/app';
import { expectOnce, patiently, storedIn, wordsOfLoad } from './load';
import { metricsOf, readinessOf, settled, totalOf, until } from './processes';

// What an operator may do to a cluster, and what the network does to it.

const describeWithServers = whyNoServers() === undefined ? describe : describe.skip;
const report = {
  ...{ channel: 'phone', summary: '路灯不亮', requester: { name: '王桂英', phone: '19912345678' } },
  place: { compound: 'dawn-lane', building: '1', spot: 'path' },
};

describeWithServers('a cluster', () => {
  const home = temporaryHome();
  const log = join(home, 'processes.log');
  const running = new Map<ServiceName, LocalProcess>();
  let cluster: LocalCluster;
  let operator: Caller;

  const operations = (name: ServiceName) => cluster.placeOf(name).operations;
  const process_ = (name: ServiceName): LocalProcess => {
    const found_ = running.get(name);
    if (!found_) throw new Error(`${name} does not run`);
    return found_;
  };
  const checksOf = async (name: ServiceName) => {
    const { ready, checks } = (await readinessOf(operations(name))) ?? { ready: false, checks: [] };
    return { ready, missing: checks.filter(({ ok }) => !ok).map((each) => each.name) };
  };

  beforeAll(async () => {
    const environment = { THREEKEYS_LOG: 'debug' };
    cluster = await LocalCluster.prepare({ directory: home, port: await freePort(), environment, log });
    operator = Caller.bearer(cluster.url, cluster.operatorToken);
    await cluster.engines.stop();
  });
  afterAll(async () => {
    await cluster.kill();
    removeHome(home);
  });

  it('whose engines are not there waits for them, and says so', async () => {
    for (const name of services) running.set(name, cluster.launch(name));
    for (const name of services)
      await until(`${name} says what is missing`, async () => (await checksOf(name)).missing.length > 0);
    for (const name of services)
      expect({ name, ...(await checksOf(name)) }).toEqual({ name, ready: false, missing: ['engines'] });
  });

  it('is ready when they come, one after the other', async () => {
    for (const engine of ['kafka', 'esdb', 'mongo'] as const) {
      expect((await Promise.all(services.map(checksOf))).filter(({ ready }) => ready)).toEqual([]);
      await cluster.engines.startOne(engine);
    }
    for (const name of services) await until(`${name} is ready`, async () => (await checksOf(name)).ready);
    expect([...running.values()].filter(({ hasEnded }) => hasEnded)).toEqual([]);
    await found(operator);
  });

  it('says what each of its processes does, in numbers', async () => {
    const ofServices = [
      'threekeys_append_duration_seconds_count',
      'threekeys_http_request_duration_seconds_count',
    ];
    const expected: Readonly<Record<ServiceName, readonly string[]>> = {
      relay: ['threekeys_relay_lag_events', 'threekeys_relay_leading'],
      intake: [...ofServices, 'threekeys_commands_total', 'threekeys_command_duration_seconds_count'],
      'volunteer-matching': ['threekeys_consumer_lag_events', 'threekeys_consumer_parked'],
      dispatch: ['threekeys_consumer_lag_events', 'threekeys_consumer_parked'],
      reporting: ['threekeys_http_request_duration_seconds_count'],
    };
    for (const name of services) {
      const samples = [...(await metricsOf(operations(name))).keys()];
      const missing = [...expected[name], 'process_cpu_seconds_total'].filter(
        (each) => !samples.some((sample) => sample.startsWith(`${each}{`)),
      );
      expect({ name, missing }).toEqual({ name, missing: [] });
      expect(samples.every((sample) => sample.includes(`service="${name}"`))).toBe(true);
    }
  });

  it('documents the whole API at its one address, whoever answers', async () => {
    const document = await done(operator.get<OpenApiDocument>('/api/openapi.json'));
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(documented.sort()).toEqual(allRoutes.map(({ method, path }) => `${method} ${path}`).sort());
    const page = await (await fetch(`${cluster.url}/api/docs`)).text();
    for (const { method, path } of allRoutes)
      expect(page).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
  });

  it('takes reports while the broker is away, and reacts when it is back', async () => {
    await cluster.engines.kill('kafka');
    const { caseId } = await done(operator.post<Reported>('/api/cases', report));
    await done(
      operator.post(`/api/cases/${caseId}/commands/AcceptCase`, { category: 'lighting', urgency: 'urgent' }),
    );
    await until('dispatch says that it hears nothing', async () =>
      (await checksOf('dispatch')).missing.includes('reactions'),
    );
    expect([await checksOf('intake'), await checksOf('reporting')]).toEqual([
      { ready: true, missing: [] },
      { ready: true, missing: [] },
    ]);
    const now = async () => (await operator.get<CaseDetail>(`/api/cases/${caseId}`)).body;
    expect((await now()).orders).toEqual([]);
    await cluster.engines.startOne('kafka');
    await until('somebody is asked', async () =>
      (await now()).orders.some(({ offers }) => offers.length > 0),
    );
    await settled(cluster);
  });

  it('answers what is under way when a process is told to stop, and that ends in order', async () => {
    for (const name of ['reporting', 'intake'] as const) {
      const slow = slowReport(cluster.placeOf(name).environment['PORT'] ?? '', cluster.operatorToken);
      await slow.begun;
      const ended = process_(name).stop();
      await until(`${name} says that it stops`, async () => {
        const { phase } = (await readinessOf(operations(name))) ?? {};
        return phase === 'stopping';
      });
      slow.end();
      expect(await slow.status).toBe(201);
      expect(await ended).toBe(0);
      running.set(name, await cluster.startOne(name));
    }
  });

  it('says once that a service is away, and once that it is back', async () => {
    const before = readFileSync(log, 'utf8').length;
    const said = (upstream: string) =>
      readFileSync(log, 'utf8')
        .slice(before)
        .split('\n')
        .filter((line) => line.includes(`"upstream":"${upstream}"`));
    expect(await process_('intake').stop()).toBe(0);
    for (let sent = 0; sent < 5; sent++) expect((await operator.post('/api/cases', report)).status).toBe(503);
    expect((await operator.get('/api/openapi.json')).status).toBe(503);
    expect(said('intake')).toHaveLength(1);
    running.set('intake', await cluster.startOne('intake'));
    for (let sent = 0; sent < 2; sent++) expect((await operator.post('/api/cases', report)).status).toBe(201);
    expect(said('intake').map((line) => (JSON.parse(line) as { level: number }).level)).toEqual([40, 30]);
    expect(readFileSync(log, 'utf8').slice(before)).not.toContain('request failed');
  });

  it('shares the work among two of each, and goes on when one of each is killed', async () => {
    const others = new Map<ServiceName, Awaited<ReturnType<LocalCluster['startAnother']>>>();
    await Promise.all(services.map(async (name) => others.set(name, await cluster.startAnother(name))));
    const other = (name: ServiceName) => others.get(name)!;
    const ledger = new Ledger();
    const state = { isOver: false, isSecondGone: false };
    const second = Caller.bearer(
      `http://127.0.0.1:${other('reporting').environment['PORT'] ?? ''}`,
      cluster.operatorToken,
    );
    const loadOf = (by: Caller, isGone: () => boolean) =>
      new Load(by, ledger, {
        patiently: (act) => patiently(act, isGone),
        isOver: () => state.isOver || isGone(),
      }).run(2);
    const loads = [loadOf(operator, () => false), loadOf(second, () => state.isSecondGone)];
    const commandsOf = async (at: string) => totalOf(await metricsOf(at), 'threekeys_commands_total');
    await until('both of dispatch work', async () => {
      const [one, two] = [
        await commandsOf(operations('dispatch')),
        await commandsOf(other('dispatch').operations),
      ];
      return Math.min(one, two) > 5;
    });
    // Whom the first address forwards to stays; of each pair one goes.
    for (const name of ['relay', 'dispatch', 'volunteer-matching', 'intake'] as const) {
      await other(name).process.stop('SIGKILL');
      const before = ledger.accepted.size;
      await until('people are answered', () => ledger.accepted.size > before + 5);
    }
    await other('reporting').process.stop('SIGKILL');
    state.isSecondGone = true;
    await Promise.allSettled([loads[1]]);
    state.isOver = true;
    await loads[0];
    await settled(cluster);
    const again = sendAgain(operator, ledger, (act) => patiently(act, () => false));
    expect(await again).toEqual([]);
    await settled(cluster);
    const stored = await storedIn(cluster);
    expectOnce(stored, ledger);
    expectEnded(stored);
  });

  it('stops in order, each process with 0', async () => {
    expect(await Promise.all([...running.values()].map((each) => each.stop()))).toEqual(
      services.map(() => 0),
    );
  });

  it('has logged no word of what was reported, although it logged all it does', () => {
    const said = readFileSync(log, 'utf8');
    expect(said.length).toBeGreaterThan(10_000);
    expect(wordsOfLoad.filter((word) => said.includes(word))).toEqual([]);
    expect(said).not.toContain(cluster.operatorToken);
  });
});

/** A report whose second half comes when it is told to. */
function slowReport(port: string, token: string) {
  const body = Buffer.from(JSON.stringify(report));
  const sent = request({
    ...{ host: '127.0.0.1', port, method: 'POST', path: '/api/cases', agent: false },
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': body.length,
      'idempotency-key': randomUUID(),
    },
  });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once('error', reject);
  });
  const begun = new Promise<void>((resolve) => sent.write(body.subarray(0, 20), () => resolve())).then(() =>
    pause(200),
  );
  return { begun, status, end: () => void sent.end(body.subarray(20)) };
}
