import { once } from 'node:events';
import { Leadership } from './leadership';
import type { Leases } from './leases';
import { NotNow } from './messaging';
import { sleep } from './retrying';

/** Held by who moves an installation, while that lasts. */
export const moveLease = 'move';
/** Held from the beginning of a move into this installation until its end, over interruptions of whatever length. */
export const halfMovedLease = 'half-moved';

export interface Announced {
  readonly leases: Leases;
  /** What kind of process it is. */
  readonly name: string;
  /** Who it is, another at each start. */
  readonly holder: string;
  readonly forMs?: number;
}

const leaseMs = 15_000;
const againAfterMs = 1000;

/** A process that says that it lives: it has the first lease that is free of `intake/1`, `intake/2`, … as long as it does. */
export class Presence {
  private readonly stopping = new AbortController();
  private readonly kept: Promise<void>;

  private constructor(
    private readonly announced: Announced,
    first: Leadership,
  ) {
    this.kept = this.keep(first);
  }

  /**
   * First it says so, and then it looks whether somebody moves the installation, who does it the other way round: one of
   * both sees the other.
   * @throws NotNow while somebody moves it, and where a move into it has not come to its end
   */
  static async announce(announced: Announced): Promise<Presence> {
    const first = await firstFree(announced);
    const held = await announced.leases.held();
    const isMoved = held.some(({ name }) => name === moveLease || name === halfMovedLease);
    if (!isMoved) return new Presence(announced, first);
    await first.end();
    throw new NotNow('this installation is being moved, or was moved in part: give the same move again');
  }

  async end(): Promise<void> {
    this.stopping.abort();
    await this.kept;
  }

  /** Where the store was away for longer than a lease, another one is had. */
  private async keep(first: Leadership): Promise<void> {
    for (let present: Leadership | undefined = first; present !== undefined; present = await this.again()) {
      const over = AbortSignal.any([this.stopping.signal, present.signal]);
      if (!over.aborted) await once(over, 'abort');
      await present.end();
    }
  }

  private async again(): Promise<Leadership | undefined> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        return await firstFree(this.announced);
      } catch {
        // The store is still away, which every other part of the process says.
        await sleep(againAfterMs, signal);
      }
    }
    return undefined;
  }
}

async function firstFree({ leases, name, holder, forMs = leaseMs }: Announced): Promise<Leadership> {
  for (let number = 1; ; number++) {
    const found = await Leadership.take(leases, { name: `${name}/${String(number)}`, holder, forMs });
    if (found) return found;
  }
}
