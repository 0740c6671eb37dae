import type { LocalCluster } from '../../deploy/local/local-cluster';
import { services } from '../../deploy/local/local-cluster';
import { setTimeout as pause } from 'node:timers/promises';

export interface Ready {
  readonly ready: boolean;
  readonly phase: string;
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly facts?: Readonly<Record<string, string | number | boolean>>;
  }[];
}

/** What a process says of itself; undefined: it does not answer. */
export async function readinessOf(operations: string): Promise<Ready | undefined> {
  try {
    return (await (await fetch(`${operations}/api/health/ready`)).json()) as Ready;
  } catch {
    // It does not listen yet, or any longer.
    return undefined;
  }
}

/** Samples of Prometheus, by name and labels as they are printed. */
export async function metricsOf(operations: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${operations}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))] as const;
    }),
  );
}

/** Everything that is counted under a name. */
export const totalOf = (metrics: ReadonlyMap<string, number>, name: string): number =>
  [...metrics]
    .filter(([sample]) => sample === name || sample.startsWith(`${name}{`))
    .reduce((sum, [, value]) => sum + value, 0);

/** @throws Error with what was asked for where it does not come to hold within so long */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 180_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${String(withinMs)} ms: ${what}`);
    await pause(100);
  }
}

/** Until every process is ready, and relay, reactions and views are done with the whole log, twice in a row. */
export async function settled(
  cluster: LocalCluster,
  operations = services.map((name) => cluster.placeOf(name).operations),
): Promise<void> {
  let quiet = 0;
  let last: readonly (Ready | undefined)[] = [];
  const isQuiet = async () => {
    last = await Promise.all(operations.map(readinessOf));
    const isDone = last.every(
      (each) => each?.ready === true && each.checks.every(({ facts }) => (facts?.['behind'] ?? 0) === 0),
    );
    quiet = isDone ? quiet + 1 : 0;
    return quiet >= 3;
  };
  try {
    await until('settled', isQuiet, 180_000);
  } catch (error) {
    throw new Error(`not settled: ${JSON.stringify(last)}`, { cause: error });
  }
}
