/** One thing that has to hold before requests are welcome. */
export interface Check {
  readonly name: string;
  /** Rejects where it does not hold. The facts are shown: ids, codes and numbers only. */
  run(): Promise<{
    readonly ok: boolean;
    readonly facts?: Readonly<Record<string, string | number | boolean>>;
  }>;
}

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

export type Phase = 'starting' | 'running' | 'stopping';

/** Whether this process wants requests now. */
export class Readiness {
  private phase: Phase = 'starting';

  constructor(private checks: readonly Check[] = []) {}

  /** From now on these have to hold, and no others. */
  watch(checks: readonly Check[]): void {
    this.checks = checks;
  }

  enter(phase: Phase): void {
    this.phase = phase;
  }

  get isStopping(): boolean {
    return this.phase === 'stopping';
  }

  async now(): Promise<{ ready: boolean; phase: Phase; checks: readonly CheckResult[] }> {
    const checks = await Promise.all(this.checks.map(outcome));
    return { ready: this.phase === 'running' && checks.every(({ ok }) => ok), phase: this.phase, checks };
  }
}

async function outcome(check: Check): Promise<CheckResult> {
  try {
    return { name: check.name, ...(await check.run()) };
  } catch (error) {
    return { name: check.name, ok: false, facts: { error: error instanceof Error ? error.name : 'unknown' } };
  }
}
