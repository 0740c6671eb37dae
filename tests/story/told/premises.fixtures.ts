import { starterPlan } from '@threekeys/engine';
import { removeHome, runsInProcess, startApp } from '../../support/app';
import type { RunningApp } from '../../support/app';
import { Changes } from '../path-light.fixtures';
import { Office } from '../path-light-office.fixtures';

/** An installation that nobody has set up yet, and how its time passes. */
export interface Premises {
  readonly url: string;
  /** Holds `operator.token`. */
  readonly home: string;
  /** False: the clock is the server's own, and nobody can make time pass. */
  readonly movesTime: boolean;
  now(): string;
  /** Lets time pass, firing each timer at its own time. */
  passTo(instant: string): Promise<void>;
  /** The answer, once it passes the check: people act, and services answer in their own time. What stays wrong fails as the check does. */
  once<T>(ask: () => Promise<T>, check: (answer: T) => void): Promise<T>;
  close(): Promise<void>;
}

/** In this process under a clock that is set by hand; on a cluster of processes under theirs, which a spec may move. */
export const openPremises = (): Promise<Premises> =>
  runsInProcess() ? OwnPremises.open() : ServedPremises.open();

/** Everything in this process: it is known when nobody has anything left to say, so one look is enough. */
class OwnPremises implements Premises {
  readonly movesTime = true;

  private constructor(private readonly office: Office) {}

  static async open(): Promise<Premises> {
    return new OwnPremises(await Office.open({ plan: starterPlan, accounts: [] }));
  }

  get url(): string {
    return this.office.url;
  }

  get home(): string {
    return this.office.home;
  }

  now(): string {
    return this.office.clock.now();
  }

  async passTo(instant: string): Promise<void> {
    await this.office.settle();
    await this.office.passTo(instant);
  }

  async once<T>(ask: () => Promise<T>, check: (answer: T) => void): Promise<T> {
    await this.office.settle();
    const answer = await ask();
    check(answer);
    return answer;
  }

  close(): Promise<void> {
    return this.office.close();
  }
}

/** Processes of their own: looks again after each change that they tell of. */
class ServedPremises implements Premises {
  private constructor(
    private readonly app: RunningApp,
    private readonly changes: Changes,
  ) {}

  static async open(): Promise<Premises> {
    const app = await startApp();
    return new ServedPremises(app, await Changes.follow(app));
  }

  get url(): string {
    return this.app.url;
  }

  get home(): string {
    return this.app.home;
  }

  get movesTime(): boolean {
    return this.app.time !== undefined;
  }

  now(): string {
    return this.app.time?.now() ?? new Date().toISOString();
  }

  async passTo(instant: string): Promise<void> {
    if (!this.app.time)
      throw new Error(`nobody can make time pass to ${instant} here: the clock is the server's`);
    await this.app.time.passTo(instant);
  }

  async once<T>(ask: () => Promise<T>, check: (answer: T) => void): Promise<T> {
    let wrong: unknown;
    const passes = (answer: T) => {
      try {
        check(answer);
        return true;
      } catch (error) {
        wrong = error;
        return false;
      }
    };
    try {
      return await this.changes.until(ask, passes);
    } catch (error) {
      throw wrong ?? error;
    }
  }

  async close(): Promise<void> {
    this.changes.close();
    await this.app.stop();
    removeHome(this.app.home);
  }
}
