import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { whyNoServers } from '../../deploy/local/jars';
import type { ServiceName } from '../../deploy/local/local-cluster';
import { LocalCluster, services } from '../../deploy/local/local-cluster';
import type { EngineName } from '../../deploy/local/local-engines';
import { engineNames } from '../../deploy/local/local-engines';
import type { LocalProcess } from '../../deploy/local/local-process';
import { freePort } from '../../deploy/local/local-server';
import { commandLine } from '../cli/command-line';
import { expectEnded, found, Ledger, Load, sendAgain } from '../crash/kill-the-app';
import { Caller, removeHome, temporaryHome } from '../support/app';
import { expectOnce, patiently, storedIn, wordsOfLoad } from './load';
import { readinessOf, settled, until } from './processes';

const keyboards = 3;

type Target = ServiceName | EngineName;
const targets: readonly Target[] = [...services, ...engineNames];
const isEngine = (target: Target): target is EngineName => engineNames.some((each) => each === target);

/** One cluster under load, of which one part after the other is killed, each so often. */
export function describeFaults(kills: number): void {
  const describeWithServers = whyNoServers() === undefined ? describe : describe.skip;
  describeWithServers(`a cluster of which each part is killed ${String(kills)} times under load`, () => {
    const home = temporaryHome();
    const log = join(home, 'processes.log');
    const ledger = new Ledger();
    const running = new Map<ServiceName, LocalProcess>();
    let cluster: LocalCluster;
    let operator: Caller;
    let isOver = false;
    let isGone = false;
    let load: Promise<void> = Promise.resolve();

    beforeAll(async () => {
      cluster = await LocalCluster.prepare({ directory: home, port: await freePort(), log });
      await Promise.all(services.map(async (name) => running.set(name, await cluster.startOne(name))));
      operator = Caller.bearer(cluster.url, cluster.operatorToken);
      await found(operator);
      load = new Load(operator, ledger, {
        patiently: (act) => patiently(act, () => isGone),
        isOver: () => isOver,
      }).run(keyboards);
      // Said below, where it is awaited.
      load.catch(() => undefined);
    });
    afterAll(async () => {
      [isOver, isGone] = [true, true];
      await cluster.kill();
      removeHome(home);
    });

    for (const target of targets) {
      it(
        `goes on after kill -9 of ${target}`,
        async () => {
          for (let kill = 0; kill < kills; kill++) {
            const before = ledger.accepted.size;
            await until(
              `somebody is answered before ${target} is killed`,
              () => ledger.accepted.size > before + keyboards,
            );
            await killAndStart(target);
          }
          expect(endedThemselves()).toEqual([]);
        },
        60_000 + kills * 60_000,
      );
    }

    it('has lost nothing, done nothing twice and booked nobody twice', async () => {
      isOver = true;
      await load;
      await settled(cluster);
      const again = sendAgain(operator, ledger, (act) => patiently(act, () => isGone));
      expect(await again).toEqual([]);
      await settled(cluster);
      const stored = await storedIn(cluster);
      expect(ledger.accepted.size).toBeGreaterThan(kills * targets.length * keyboards);
      expectOnce(stored, ledger);
      expectEnded(stored);
    });

    it('has views that are what its log says, and parked nothing', async () => {
      const { body } = await operator.get<{ parked: unknown[] }>('/api/parked');
      expect(body.parked).toEqual([]);
      const environment = cluster.environment;
      const verified = await commandLine({ home, environment }, ['verify', '--json']);
      expect(verified).toMatchObject({ code: 0, json: { ok: true, views: 'equal' } });
    });

    it('has logged no word of what was reported', () => {
      const said = readFileSync(log, 'utf8');
      expect(wordsOfLoad.filter((word) => said.includes(word))).toEqual([]);
      expect(said).not.toContain(cluster.operatorToken);
    });

    async function killAndStart(target: Target): Promise<void> {
      await pause(Math.random() * 500);
      if (isEngine(target)) {
        await cluster.engines.kill(target);
        await pause(Math.random() * 1000);
        return cluster.engines.startOne(target);
      }
      await running.get(target)?.stop('SIGKILL');
      const launched = cluster.launch(target);
      running.set(target, launched);
      // Not until it is ready: the next kill may find it while its group still waits for the one that is dead.
      const { operations } = cluster.placeOf(target);
      await launched.until(async () => (await readinessOf(operations))?.phase === 'running');
    }

    /** Nobody killed them. */
    const endedThemselves = () => [...running].filter(([, { hasEnded }]) => hasEnded).map(([name]) => name);
  });
}
