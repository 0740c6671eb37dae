import type { Leases } from '@threekeys/messaging';
import { halfMovedLease, Leadership, moveLease } from '@threekeys/messaging';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandFailed, exitCodes } from './exit';

const leaseMs = 10_000;
const lookAgainMs = 250;
/** As good as for ever. */
const untilDoneMs = 100 * 365 * 24 * 3_600_000;
/** Who goes on with a move is no other than who has begun it. */
const mover = 'move';

/** What keeps a cluster from running while it is moved, and one that is moved in part from being started. */
export class ClusterMoveLeases {
  private isBegun = false;

  private constructor(
    private readonly leases: Leases,
    private readonly leadership: Leadership,
  ) {}

  /** First it says that it moves, then it looks who lives. @throws CommandFailed where the cluster runs, or somebody else moves it */
  static async take(leases: Leases): Promise<ClusterMoveLeases> {
    const found = new ClusterMoveLeases(leases, await takeMove(leases));
    const other = (await leases.held()).find(({ name }) => name !== moveLease && name !== halfMovedLease);
    if (other === undefined) return found;
    await found.giveBack();
    throw new CommandFailed(
      exitCodes.unavailable,
      `The cluster runs: somebody has the lease ${other.name} until ${other.until}. Stop every process, wait so long, and try again.`,
    );
  }

  /** Somebody else may move it from now on: this move ends. */
  get lost(): AbortSignal {
    return this.leadership.signal;
  }

  /** From now on it is filled in part, and no process starts on it. */
  async begin(): Promise<void> {
    this.isBegun = (await this.leases.take(halfMovedLease, mover, untilDoneMs))?.term !== undefined;
  }

  /** It is whole. */
  async complete(): Promise<void> {
    if (this.isBegun) await this.leases.giveBack(halfMovedLease, mover);
  }

  async giveBack(): Promise<void> {
    await this.leadership.end();
  }
}

/** A move that was killed is waited for: it cannot say that it is over. */
async function takeMove(leases: Leases): Promise<Leadership> {
  const wish = { name: moveLease, holder: randomUUID(), forMs: leaseMs };
  const deadline = performance.now() + leaseMs + 10 * lookAgainMs;
  for (;;) {
    const leadership = await Leadership.take(leases, wish);
    if (leadership) return leadership;
    if (performance.now() > deadline)
      throw new CommandFailed(exitCodes.unavailable, 'Somebody else moves this cluster at this moment.');
    await pause(lookAgainMs);
  }
}
