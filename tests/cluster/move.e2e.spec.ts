import type { ClusterStores } from '@threekeys/cluster';
import { clusterConfigFrom, openClusterStores } from '@threekeys/cluster';
import type { EventStore, RecordedEvent } from '@threekeys/event-store';
import { contentOf, SystemClock } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import type { ParkedMessage } from '@threekeys/messaging';
import { SqliteConsumerState } from '@threekeys/messaging-sqlite';
import { Projector, projections } from '@threekeys/read-models';
import type { ReadModels } from '@threekeys/read-models';
import { MongoReadModels } from '@threekeys/read-models-mongo';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import type { CaseDetail, CasePage } from '@threekeys/reporting';
import { holdLock, openDatabase } from '@threekeys/sqlite';
import { timers } from '@threekeys/timers';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { whyNoServers } from '../../deploy/local/jars';
import { LocalCluster } from '../../deploy/local/local-cluster';
import { freePort } from '../../deploy/local/local-server';
import { commandLine } from '../cli/command-line';
import type { Ended } from '../cli/command-line';
import type { Reported } from '../story/path-light.fixtures';
import { done } from '../story/path-light.fixtures';
import { Caller, password, removeHome, startApp, temporaryHome } from '../support/app';
import { metricsOf, readinessOf, settled, totalOf, until } from './processes';

// One installation with a month behind it, from a home to a cluster and from there to another home.

const describeWithServers = whyNoServers() === undefined ? describe : describe.skip;
const consumers = ['intake', 'dispatch', 'volunteer-matching'];
const report = {
  channel: 'phone',
  place: { compound: 'dawn-lane', building: '5', spot: 'path' },
  summary: '井盖松动',
  requester: { name: '孔令仪', phone: '19955556666' },
};

describeWithServers('an installation that moves', () => {
  const folder = temporaryHome();
  const [home, other, back] = [join(folder, 'home'), join(folder, 'other'), join(folder, 'back')];
  let cluster: LocalCluster;
  let atHome: Log;
  let parked: ParkedMessage;
  let reported: Reported;

  const threekeys = (at: string, ...words: string[]): Promise<Ended> =>
    commandLine({ home: at, environment: { THREEKEYS_DEMO_PASSWORD: password } }, [...words, '--json']);
  const onServers = (at: string, words: readonly string[], cut: Cut = {}): Promise<Ended> =>
    commandLine({ home: at, environment: cluster.environment }, [...words, '--json'], cut.at, cut.by);
  const toCluster = (at: string, cut?: Cut) =>
    onServers(at, ['move', '--from', 'embedded', '--to', 'cluster'], cut);
  const fromCluster = (at: string, cut?: Cut) =>
    onServers(at, ['move', '--from', 'cluster', '--to', 'embedded'], cut);
  const stores = (): Promise<ClusterStores> =>
    openClusterStores(clusterConfigFrom(cluster.environment), new SystemClock());

  beforeAll(async () => {
    await Promise.all([
      LocalCluster.prepare({
        ...{ directory: join(folder, 'cluster'), port: await freePort() },
        log: join(folder, 'processes.log'),
      }).then((prepared) => (cluster = prepared)),
      // Up to now, so that no timer is due before it has moved.
      startApp({ home, demo: true }).then(async (app) => expect(await app.stop()).toBe(0)),
    ]);
    parked = await park(home);
    atHome = await logOf(await SqliteEventStore.open(home, { readOnly: true }));
  });
  afterAll(async () => {
    await cluster.stop();
    removeHome(folder);
  });

  it('is refused while its home runs', async () => {
    const lock = holdLock(join(home, 'lock.sqlite'));
    const { code, stderr } = await toCluster(home);
    lock.release();
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringMatching(/lock|use|runs/) as string });
  });

  it('is refused where its home is not what its witness has seen, and nothing is written there', async () => {
    const altered = join(folder, 'altered');
    cpSync(home, altered, { recursive: true });
    const log = openDatabase(join(altered, 'log.sqlite'), 'log');
    log.exec('DROP TRIGGER events_are_never_deleted');
    log.exec('DELETE FROM events WHERE position = (SELECT max(position) FROM events)');
    log.close();
    const { code, stderr } = await toCluster(altered);
    expect([code, stderr]).toEqual([3, expect.stringContaining('nothing was moved') as string]);
    const there = await stores();
    expect((await there.ports.store.head()).size).toBe(0);
    await there.close();
  });

  it('stops at once on Ctrl-C, says how to go on, and leaves what does not start', async () => {
    const { ended, afterMs } = await cutShort(toCluster, home, 'SIGINT');
    expect(ended).toMatchObject({
      code: 130,
      stderr: expect.stringContaining('same command again') as string,
    });
    expect(afterMs).toBeLessThan(4000);
    const lonely = cluster.launch('intake');
    const { operations } = cluster.placeOf('intake');
    await lonely.until(async () =>
      JSON.stringify((await readinessOf(operations))?.checks ?? '').includes('NotNow'),
    );
    expect(await lonely.stop()).toBe(0);
  });

  it('comes to the cluster whole, also where the move is killed half-way and given again', async () => {
    const killed = await toCluster(home, { at: /move [2-8]\d %/, by: 'SIGKILL' });
    expect(killed.code).toBeNull();
    const moved = await toCluster(home);
    expect(moved).toMatchObject({
      code: 0,
      json: { events: atHome.leaves.length, root: atHome.root, parked: 1 },
    });
    expect((moved.json as { accounts: number }).accounts).toBeGreaterThanOrEqual(10);
    const there = await stores();
    expect(await logOf(there.ports.store, false)).toEqual(atHome);
    expect(await progressOf(there.consumers, atHome)).toEqual(await homeProgress(home, atHome));
    await there.close();
  });

  it('does not move into a target that holds something else', async () => {
    const small = await startApp({ home: other });
    expect(await small.stop()).toBe(0);
    for (const refused of [await toCluster(other), await fromCluster(other)])
      expect(refused).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('the target is not empty: it holds events') as string,
      });
  });

  it('goes on in the cluster where it was: nothing is done twice, everybody signs in, names are opened', async () => {
    await cluster.start();
    await settled(cluster);
    for (const name of ['dispatch', 'volunteer-matching'] as const)
      expect(totalOf(await metricsOf(cluster.placeOf(name).operations), 'threekeys_commands_total')).toBe(0);
    const there = await stores();
    expect(await onlyTimersSince(atHome, there.ports.store)).toEqual([]);
    await there.close();
    const operator = Caller.bearer(cluster.url, cluster.operatorToken);
    expect(await done(operator.get<{ parked: unknown[] }>('/api/parked'))).toMatchObject({
      parked: [{ consumer: parked.consumer, stream: parked.stream, revision: parked.revision }],
    });
    const clerk = await Caller.signedIn(cluster.url, 'clerk');
    const before = await numbersSeenBy(clerk);
    reported = await done(clerk.post<Reported>('/api/cases', report));
    expect(before.every((number) => number < reported.number)).toBe(true);
    expect(await openedName(clerk, reported.caseId)).toBe(report.requester.name);
    const opened = atHome.cases.slice(0, 10).map((caseId) => openedName(clerk, caseId));
    expect(await Promise.all(opened)).toContainEqual(expect.stringMatching(/./));
    await done(clerk.post(`/api/cases/${reported.caseId}/commands/AcceptCase`, { category: 'lighting' }));
    await until('offers', async () => {
      const { body } = await clerk.get<CaseDetail>(`/api/cases/${reported.caseId}`);
      return body.orders.some(({ offers }) => offers.length > 0);
    });
    await settled(cluster);
    expect(await onServers(home, ['verify'])).toMatchObject({ code: 0, json: { ok: true, views: 'equal' } });
  });

  it('does not leave a cluster of which any process runs', async () => {
    await cluster.stopServices();
    const lonely = await cluster.startOne('intake');
    expect(await fromCluster(back)).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/^The cluster runs: somebody has the lease intake\/1 /m) as string,
    });
    expect(await lonely.stop()).toBe(0);
  });

  it('does not leave a cluster whose history is broken, and nothing is written at home', async () => {
    const there = await stores();
    const accesses = there.databases.access.collection('accesses');
    const [first] = await accesses.find().sort({ _id: 1 }).limit(1).toArray();
    await accesses.deleteOne({ _id: first!._id });
    const { code, stderr } = await fromCluster(back);
    await accesses.insertOne(first!);
    await there.close();
    expect([code, stderr]).toEqual([3, expect.stringContaining('nothing was moved') as string]);
    expect(existsSync(back)).toBe(false);
  });

  it('leaves a home that does not start where it is interrupted on its way back', async () => {
    const { ended } = await cutShort(fromCluster, back, 'SIGINT');
    expect(ended.code).toBe(130);
    await expect(startApp({ home: back })).rejects.toThrow(/filled in part/);
  });

  it('comes back to a home whole, and its views are the same there, row by row', async () => {
    const there = await stores();
    const inCluster = await logOf(there.ports.store, false);
    const moved = await fromCluster(back);
    expect(moved).toMatchObject({
      code: 0,
      json: { events: inCluster.leaves.length, root: inCluster.root, parked: 1 },
    });
    const store = await SqliteEventStore.open(back, { readOnly: true });
    expect(await logOf(store, false)).toEqual(inCluster);
    expect(await homeProgress(back, inCluster)).toEqual(await progressOf(there.consumers, inCluster));
    const views = await SqliteReadModels.open(join(folder, 'views.sqlite'));
    const projector = new Projector({ store, models: views }, allViews);
    await projector.start();
    await projector.stop();
    const inMongo = MongoReadModels.on(there.databases.main, { readOnly: true });
    await inMongo.prepare(allViews);
    let rows = 0;
    for (const { name } of allViews) {
      const expected = await rowsOf(views, name);
      expect({ name, rows: await rowsOf(inMongo, name) }).toEqual({ name, rows: expected });
      rows += expected.length;
    }
    expect(rows).toBeGreaterThan(100);
    await views.close();
    await store.close();
    await there.close();
  });

  it('goes on at home where it was in the cluster', async () => {
    const before = await logOf(await SqliteEventStore.open(back, { readOnly: true }));
    const app = await startApp({ home: back });
    try {
      const clerk = await Caller.signedIn(app.url, 'clerk');
      const operator = Caller.operator(app);
      await until('settled', async () => {
        const { body } = await operator.get<{ checks: { facts?: { behind?: number } }[] }>(
          '/api/health/ready',
        );
        return body.checks.every(({ facts }) => (facts?.behind ?? 0) === 0);
      });
      const store = await SqliteEventStore.open(back, { readOnly: true });
      expect(await onlyTimersSince(before, store)).toEqual([]);
      await store.close();
      expect(await openedName(clerk, reported.caseId)).toBe(report.requester.name);
      const next = await done(clerk.post<Reported>('/api/cases', report));
      expect(next.number > reported.number).toBe(true);
      expect(await done(operator.get<{ parked: unknown[] }>('/api/parked'))).toMatchObject({
        parked: [{ stream: parked.stream }],
      });
    } finally {
      expect(await app.stop()).toBe(0);
    }
    expect(await threekeys(back, 'verify')).toMatchObject({ code: 0, json: { ok: true, views: 'equal' } });
  });
});

const allViews = [...projections, timers];

/** Where a move is cut off: when it says this, by that. */
interface Cut {
  readonly at?: RegExp;
  readonly by?: NodeJS.Signals;
}

/** @returns with how long it went on afterwards */
async function cutShort(move: (home: string, cut: Cut) => Promise<Ended>, home: string, by: NodeJS.Signals) {
  let cutAtMs = NaN;
  const at = new (class extends RegExp {
    override test(said: string): boolean {
      const isSaid = super.test(said);
      if (isSaid) cutAtMs = performance.now();
      return isSaid;
    }
  })(/move [2-8]\d %/);
  const ended = await move(home, { at, by });
  return { ended, afterMs: performance.now() - cutAtMs };
}

interface Log {
  readonly root: string;
  readonly leaves: readonly string[];
  readonly streams: readonly string[];
  readonly cases: readonly string[];
}

/** Every leaf in the order of the log. */
async function logOf(store: EventStore, isOurs = true): Promise<Log> {
  const leaves: string[] = [];
  const streams = new Set<string>();
  for await (const { stream, revision, leafHash } of store.readAll()) {
    leaves.push(`${stream}@${String(revision)} ${leafHash}`);
    streams.add(stream);
  }
  const { root } = await store.head();
  if (isOurs) await store.close();
  const cases = [...streams].filter((each) => each.startsWith('case-')).map((each) => each.slice(5));
  return { root, leaves, streams: [...streams], cases };
}

/** Events since then that no timer recorded, whose hour has come meanwhile. */
async function onlyTimersSince({ leaves }: Log, store: EventStore): Promise<readonly string[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  const contents = events.slice(leaves.length).map(contentOf);
  const ofTimers = new Set(contents.filter(({ actor }) => actor['id'] === 'timers').map(({ id }) => id));
  return contents
    .filter(({ id, causationId = '' }) => !ofTimers.has(id) && !ofTimers.has(causationId))
    .map(({ stream, type }) => `${stream} ${type}`);
}

/** An event of dispatch that waits for an operator. */
async function park(home: string): Promise<ParkedMessage> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  let last: RecordedEvent | undefined;
  for await (const event of store.readAll()) if (event.stream.startsWith('case-')) last = event;
  await store.close();
  if (last === undefined) throw new Error('the demo has no case');
  const { stream, revision, position, type, bytes } = last;
  const message: ParkedMessage = {
    ...{ consumer: 'dispatch', stream, revision, position, type, bytes, because: 'failed' },
    ...{ error: 'planted', attempts: 3, parkedAt: '2026-01-01T00:00:00.000Z' },
  };
  const operations = openDatabase(join(home, 'ops.sqlite'), 'operations');
  await SqliteConsumerState.open(operations).park(message);
  operations.close();
  return message;
}

type Consumers = Pick<ClusterStores['consumers'], 'lastRevision' | 'parked' | 'checkpoint'>;

/** How far each consumer is in each stream, and what waits. */
async function progressOf(state: Consumers, { streams }: Log): Promise<unknown> {
  const progress: unknown[] = [];
  for (const consumer of consumers) {
    for (const stream of streams)
      progress.push([consumer, stream, await state.lastRevision(consumer, stream)]);
    for (const { position: _elsewhere, ...message } of await state.parked(consumer))
      progress.push({ ...message, bytes: message.bytes.toString('hex') });
    progress.push([consumer, (await state.checkpoint(consumer)) !== undefined]);
  }
  return progress;
}

async function homeProgress(home: string, log: Log): Promise<unknown> {
  const operations = openDatabase(join(home, 'ops.sqlite'), 'operations', { readOnly: true });
  try {
    return await progressOf(SqliteConsumerState.open(operations), log);
  } finally {
    operations.close();
  }
}

/** What a view keeps, but for where its events stand in the log, which each engine says in its own way. */
async function rowsOf(models: ReadModels, view: string): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for await (const each of models.scan(view)) rows.push(withoutPositions(each));
  return rows;
}

const withoutPositions = (row: unknown): unknown =>
  JSON.parse(JSON.stringify(row, (name, value: unknown) => (name === 'position' ? undefined : value)));

const numbersSeenBy = async (by: Caller): Promise<readonly string[]> =>
  (await done(by.get<CasePage>('/api/cases?limit=200'))).cases.map(({ number }) => number);

async function openedName(by: Caller, caseId: string): Promise<string | undefined> {
  const { fields } = await done(
    by.post<{ fields: { name: string; value: string }[] }>(`/api/cases/${caseId}/reveal`, {
      ...{ fields: ['requesters'], purpose: 'contact' },
    }),
  );
  return fields.find(({ name }) => name === 'requesters/0/name')?.value;
}
