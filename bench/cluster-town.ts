import { EventStoreDbEventStore } from '@threekeys/event-store-eventstoredb';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../deploy/local/local-server';
import type { ServiceName } from '../deploy/local/local-cluster';
import { LocalCluster, services } from '../deploy/local/local-cluster';
import { Caller } from '../tests/support/app';
import { childWith } from './processes';
import { buildings, compounds, entrances } from '../tools/generators/community';
import { workingCopy } from '../tools/generators/generated-home';
import { Random } from '../tools/generators/random';
import { invented } from '../tools/generators/words';

const password = 'correct horse battery staple';
const waveSize = 3;
const patienceMs = 60_000;

/** A cluster of five processes and three servers on this machine, with the generated community, and its clerk in front of it. */
export class ClusterTown {
  private constructor(
    readonly cluster: LocalCluster,
    private readonly clerk: Caller,
    readonly watch: OfferWatch,
    private readonly random: Random,
  ) {}

  /** @param more of the environment of its processes */
  static async open(directory: string, more: Readonly<Record<string, string>> = {}): Promise<ClusterTown> {
    const home = await workingCopy({ cases: 200 }, join(directory, 'home'));
    const environment = { THREEKEYS_LOG: 'error', ...more };
    const own = { directory: join(directory, 'cluster'), port: await freePort(), environment };
    const cluster = await LocalCluster.prepare(own);
    try {
      await cluster.threekeys(['move', '--from', 'embedded', '--to', 'cluster'], { THREEKEYS_HOME: home });
      await cluster.start();
      await cluster.threekeys(['users', 'add', 'clerk'], { THREEKEYS_PASSWORD: password });
      const clerk = await Caller.signedIn(cluster.url, 'clerk', password);
      const watch = await OfferWatch.open(cluster.environment['THREEKEYS_ESDB_URL'] ?? '');
      return new ClusterTown(cluster, clerk, watch, new Random(1));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  get pids(): Readonly<Record<ServiceName, number | undefined>> {
    const pids = services.map((name) => [name, childWith(`apps/${name}/src/main.ts`)] as const);
    return Object.fromEntries(pids) as Record<ServiceName, number | undefined>;
  }

  /** Of the servers, which a real cluster has on other machines. */
  get servers(): Readonly<Record<string, number | undefined>> {
    return {
      kafka: childWith('kafka.Kafka'),
      mongo: childWith('LocalMongo.java'),
      eventStoreDb: childWith('tools/esdb-double/main.ts'),
    };
  }

  /** A report by somebody new. @returns the case */
  async report(): Promise<string> {
    const { random } = this;
    const { status, body } = await this.clerk.post<{ caseId: string }>('/api/cases', {
      requester: { name: invented.name(random), phone: invented.phone(random), callBack: true },
      channel: 'phone',
      place: {
        compound: random.pick(compounds),
        building: random.pick(buildings),
        entrance: random.pick(entrances),
        door: String(random.between(101, 1204)),
      },
      summary: invented.complaint(random),
    });
    if (status !== 201) throw new Error(`a report was answered with ${status}: ${JSON.stringify(body)}`);
    return body.caseId;
  }

  /** May be sent again. @returns when it was answered: the acceptance is stored */
  async accept(caseId: string): Promise<number> {
    const path = `/api/cases/${caseId}/commands/AcceptCase`;
    const acceptance = { category: 'water-leak', urgency: 'urgent' };
    const { status, body } = await this.clerk.post(path, acceptance, { 'idempotency-key': caseId });
    if (status >= 300) throw new Error(`an acceptance was answered with ${status}: ${JSON.stringify(body)}`);
    return performance.now();
  }

  /** Reports so many, accepts them at an even pace, whatever becomes of those before. @returns how long each waited, in ms */
  async acceptEvenly(count: number, casesPerSecond: number): Promise<readonly number[]> {
    const caseIds: string[] = [];
    for (let left = count; left > 0; left--) caseIds.push(await this.report());
    const startedAt = performance.now();
    const accepting = caseIds.map(async (caseId, index) => {
      await delay(Math.max(0, startedAt + (1000 * index) / casesPerSecond - performance.now()));
      return this.accept(caseId);
    });
    const accepted = await Promise.all(accepting);
    const deadline = performance.now() + patienceMs;
    while (!caseIds.every((caseId) => this.watch.hasWave(caseId)) && performance.now() < deadline)
      await delay(10);
    return caseIds.map((caseId, index) => this.watch.waveAt(caseId) - (accepted[index] ?? 0));
  }

  async close(): Promise<void> {
    await this.watch.stop();
    await this.cluster.stop();
  }
}

/** Sees each offer when it has been stored, as any process would. */
class OfferWatch {
  private readonly seen = new Map<string, number[]>();
  private readonly stopped = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  private constructor(private readonly store: EventStoreDbEventStore) {}

  static async open(connectionString: string): Promise<OfferWatch> {
    const watch = new OfferWatch(await EventStoreDbEventStore.open({ connectionString }));
    watch.watching = watch.watch((await watch.store.head()).position);
    return watch;
  }

  hasWave(caseId: string): boolean {
    return (this.seen.get(caseId)?.length ?? 0) >= waveSize;
  }

  /** When the last offer of the first wave was there; infinitely late where it never came. */
  waveAt(caseId: string): number {
    return this.seen.get(caseId)?.[waveSize - 1] ?? Infinity;
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.watching;
    await this.store.close();
  }

  private async watch(after: Awaited<ReturnType<EventStoreDbEventStore['head']>>['position']): Promise<void> {
    const offered = this.store.subscribe(after, { types: ['VolunteerOffered'] }, this.stopped.signal);
    for await (const { stream } of offered) {
      const caseId = stream.slice('case-'.length);
      const times = this.seen.get(caseId) ?? [];
      if (times.length < waveSize) this.seen.set(caseId, [...times, performance.now()]);
    }
  }
}
