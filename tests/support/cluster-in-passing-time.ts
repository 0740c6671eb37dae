import { clusterConfigFrom, openClusterStores } from '@threekeys/cluster';
import type { ClusterStores } from '@threekeys/cluster';
import type { Policy } from '@threekeys/domain';
import { StoredRules } from '@threekeys/event-store';
import { timers } from '@threekeys/timers';
import { join } from 'node:path';
import type { LocalCluster } from '../../deploy/local/local-cluster';
import { DueTimers } from '../../libs/timers/src/due-timers';
import { settled, until } from '../cluster/processes';
import { cluster, clusterAt } from './cluster-app';
import { root } from './constants';
import type { Environment, PassingTime, TestEngine } from './engine';
import { MovedClock, movedClockVariable } from './moved-clock';

/** A Monday, nine in the morning in the community: as where the stories are told in one process. */
const opensAt = '2026-03-02T01:00:00.000Z';

/** Five processes on real engines, as they are, under a clock that the spec moves forward. */
export const clusterInPassingTime: TestEngine = {
  ...cluster,
  start: async (options) => {
    const file = join(options.home, 'clock');
    const clock = MovedClock.startingAt(opensAt, file);
    const environment = { ...options.environment, ...environmentUnder(file) };
    const app = await cluster.start({ ...options, environment });
    const time = new ClusterTime(clusterAt(options.home), clock);
    const closed = async <T>(end: () => Promise<T>) => {
      await time.close();
      return end();
    };
    return { ...app, time, stop: () => closed(app.stop), kill: () => closed(app.kill) };
  },
};

/** Of every process of ours; the engines keep the machine's clock. */
function environmentUnder(file: string): Environment {
  const preloaded = ['tools/source.cjs', 'tests/support/under-moved-clock.ts'];
  const options = preloaded.map((path) => `--require=${JSON.stringify(join(root, path))}`);
  return {
    [movedClockVariable]: file,
    NODE_OPTIONS: [process.env['NODE_OPTIONS'] ?? '', ...options].join(' ').trim(),
  };
}

interface Waiting {
  readonly stores: ClusterStores;
  readonly due: DueTimers;
  readonly rules: StoredRules;
}

/** Time passes as it does in one process: each timer fires at its own time, and what follows from it comes before the next. */
class ClusterTime implements PassingTime {
  private opened: Promise<Waiting> | undefined;

  constructor(
    private readonly running: LocalCluster,
    private readonly clock: MovedClock,
  ) {}

  now(): string {
    return this.clock.now();
  }

  /** @throws Error where what is due is not fired, or the services do not come to rest, within three minutes */
  async passTo(instant: string): Promise<void> {
    await settled(this.running);
    for (;;) {
      const due = await this.nextDueAt();
      if (due === undefined || due > instant) break;
      this.clock.moveTo(due);
      await until(`what is due at ${due} is fired`, () => this.isFired());
      await settled(this.running);
    }
    this.clock.moveTo(instant);
  }

  /** The stores that it looked into; the cluster goes on. */
  async close(): Promise<void> {
    const opened = await this.opened;
    this.opened = undefined;
    await opened?.stores.close();
  }

  private async nextDueAt(): Promise<string | undefined> {
    const { due } = await this.waiting();
    const now = this.now();
    return due.next(await this.policy(), ({ dueAt }) => dueAt > now);
  }

  private async isFired(): Promise<boolean> {
    const { due } = await this.waiting();
    const late = await due.by(this.now(), await this.policy(), { max: 1, passes: () => true });
    return late.length === 0;
  }

  private async policy(): Promise<Policy> {
    const { rules } = await this.waiting();
    return (await rules.current()).policy;
  }

  private waiting(): Promise<Waiting> {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open(): Promise<Waiting> {
    const stores = await openClusterStores(clusterConfigFrom(this.running.environment), this.clock);
    const { store, models } = stores.ports;
    await models.prepare([timers]);
    return { stores, due: new DueTimers(models), rules: new StoredRules(store) };
  }
}
