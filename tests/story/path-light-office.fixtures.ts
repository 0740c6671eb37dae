import { runAllInOne } from '@threekeys/all-in-one';
import type { RunningAllInOne } from '@threekeys/all-in-one';
import type { InstallationPlan } from '@threekeys/engine';
import { openLogs } from '@threekeys/runtime';
import { demoAccounts } from '../../apps/all-in-one/src/demo';
import { demoPlan } from '../../apps/all-in-one/src/demo/plan';
import { SimulatedClock } from '../../apps/all-in-one/src/demo/simulated-clock';
import { Caller, password, removeHome, temporaryHome } from '../support/app';
import { CaseAtWork, Changes, done } from './path-light.fixtures';
import type { Reported } from './path-light.fixtures';

/** A Monday, nine in the morning in the community. */
const opensAt = '2026-03-02T01:00:00.000Z';
const endsAt = '2027-03-02T01:00:00.000Z';
const minuteMs = 60_000;
const settleWithinMs = 60_000;

interface Opening {
  /** False: they fire only in {@link Office.passTo}. */
  readonly withTimers: boolean;
  /** Who can sign in from the first day. */
  readonly accounts: readonly string[];
  readonly plan: Omit<InstallationPlan, 'opened'>;
}

/** The real application of the invented community, without its volunteers and cases, under a clock that is set by hand. */
export class Office {
  private constructor(
    readonly home: string,
    readonly clock: SimulatedClock,
    private running: RunningAllInOne,
    private changes: Changes,
    private readonly opening: Opening,
  ) {}

  static async open({
    withTimers = false,
    accounts = Object.keys(demoAccounts),
    plan = demoPlan(endsAt),
  }: Partial<Opening> = {}): Promise<Office> {
    const home = temporaryHome();
    const clock = new SimulatedClock(opensAt);
    const opening = { withTimers, accounts, plan };
    const running = await run(home, clock, opening);
    return new Office(home, clock, running, await Changes.follow({ url: running.url, home }), opening);
  }

  get url(): string {
    return this.running.url;
  }

  /** May do what clerk, dispatcher, secretary, auditor and administrator may. */
  get staff(): Caller {
    return Caller.operator({ url: this.url, home: this.home });
  }

  signedIn(username: string): Promise<Caller> {
    return Caller.signedIn(this.url, username);
  }

  /** Every process ends and starts again on the same files; so much time has passed in between. */
  async restart({ minutes = 0 } = {}): Promise<void> {
    await this.stop();
    this.pass(minutes);
    this.running = await run(this.home, this.clock, this.opening);
    this.changes = await Changes.follow({ url: this.url, home: this.home });
  }

  async close(): Promise<void> {
    await this.stop();
    removeHome(this.home);
  }

  /** Reported and accepted at once. */
  async light(summary: string): Promise<CaseAtWork> {
    const reported = await done(
      this.staff.post<Reported>('/api/cases', {
        ...{ channel: 'phone', summary, requester: { name: '王桂英', phone: '19912345678' } },
        place: { compound: 'dawn-lane', building: '5', spot: 'path' },
        accept: { category: 'lighting' },
      }),
    );
    await this.settle();
    return this.caseAt(reported.caseId);
  }

  /** Looked at through the process that runs now. */
  caseAt(caseId: string): CaseAtWork {
    return new CaseAtWork(caseId, this.changes, this.staff);
  }

  pass(minutes: number): void {
    this.clock.set(new Date(Date.parse(this.clock.now()) + minutes * minuteMs).toISOString());
  }

  /** Lets time pass, firing each timer at its own time. */
  async passTo(instant: string): Promise<void> {
    const { wheel } = this.running.engine;
    for (;;) {
      const due = await wheel.nextDueAt();
      if (due === undefined || due > instant) break;
      this.clock.set(due);
      await wheel.fireDue(this.clock.now());
      await this.settle();
    }
    this.clock.set(instant);
  }

  /** How many events are stored. */
  async size(): Promise<number> {
    return (await this.running.engine.stores.store.head()).size;
  }

  /** Until nobody has anything left to say: every view and every consumer is at the head, and the head stays. */
  async settle(): Promise<void> {
    const { stores, projector, messaging } = this.running.engine;
    for (;;) {
      const { size, position } = await stores.store.head();
      if (position !== undefined && !(await projector.waitFor(position, settleWithinMs)))
        throw new Error('the views did not catch up');
      await messaging.settled();
      if ((await stores.store.head()).size === size) return;
    }
  }

  private async stop(): Promise<void> {
    this.changes.close();
    await this.running.close();
  }
}

function run(
  home: string,
  clock: SimulatedClock,
  { withTimers, accounts, plan }: Opening,
): Promise<RunningAllInOne> {
  const config = { port: 0, host: '127.0.0.1', home, language: 'en', logLevel: 'silent' } as const;
  return runAllInOne(config, openLogs(config), {
    ...{ clock, withTimers, plan: { ...plan, opened: { clock: 'simulated', until: endsAt } } },
    accounts: { names: accounts, password },
  });
}
