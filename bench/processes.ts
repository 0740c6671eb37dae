import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Processor seconds that a process has used so far, of all its threads (Linux). */
export function cpuSecondsOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // The name in brackets may hold spaces; after it, the 12th and 13th are user and system.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** The child process of this one that was started with these words. */
export function childWith(words: string): number | undefined {
  return readdirSync('/proc')
    .map(Number)
    .find((pid) => pid > 0 && isChildWith(pid, words));
}

function isChildWith(pid: number, words: string): boolean {
  try {
    const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words);
  } catch {
    // It has ended meanwhile.
    return false;
  }
}

export type Shares = Readonly<Record<string, number>>;

/**
 * Does some work. @returns how long it took, and how much of a core each process used meanwhile; `here` is this one
 */
export async function shared(
  pids: Readonly<Record<string, number | undefined>>,
  work: () => Promise<unknown>,
): Promise<{ readonly seconds: number; readonly coresUsed: Shares }> {
  const all = Object.entries({ here: process.pid, ...pids });
  const before = all.map(([, pid]) => cpuSecondsOf(pid));
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const shares = all.map(([name, pid], index) => {
    const used = (cpuSecondsOf(pid) - (before[index] ?? 0)) / seconds;
    return [name, Number(used.toFixed(3))] as const;
  });
  return { seconds, coresUsed: Object.fromEntries(shares) };
}

const cores = 2;

/**
 * What the same processes would do on two cores that nobody else uses: no faster than the busiest of them on one core, nor
 * than all of them on both. A clock on the wall says little of a machine that others use; where processes wait for each
 * other and not for a core, this is more than they would do.
 */
export function rateAlone(
  operations: number,
  { seconds, coresUsed }: { readonly seconds: number; readonly coresUsed: Shares },
): number {
  const used = Object.values(coresUsed);
  const total = used.reduce((sum, each) => sum + each, 0);
  return operations / seconds / Math.max(...used, total / cores);
}
