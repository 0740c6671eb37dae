import type { Clock } from '@threekeys/event-store';

const jumpMs = 3_600_000;
const holdMs = 120_000;

/**
 * The wall clock, distrusted. It never goes back; where it jumps ahead by more than an hour against the monotonic clock
 * (a wrong time server, a machine that slept), what cannot be taken back waits two minutes for a correction.
 */
export class WallTime {
  private last: { readonly now: number; readonly elapsed: number } | undefined;
  private jumpedAt: number | undefined;

  constructor(
    private readonly clock: Clock,
    /** Milliseconds of a clock that nobody sets. */
    private readonly elapsedMs: () => number,
  ) {}

  read(): { readonly now: string; readonly doubtful: boolean } {
    const wall = Date.parse(this.clock.now());
    const elapsed = this.elapsedMs();
    if (this.isDoubtful(wall, elapsed)) return { now: new Date(wall).toISOString(), doubtful: true };
    const now = Math.max(wall, this.last?.now ?? wall);
    this.last = { now, elapsed };
    this.jumpedAt = undefined;
    return { now: new Date(now).toISOString(), doubtful: false };
  }

  private isDoubtful(wall: number, elapsed: number): boolean {
    if (!this.last) return false;
    const expected = this.last.now + (elapsed - this.last.elapsed);
    if (wall - expected <= jumpMs) return false;
    this.jumpedAt ??= elapsed;
    return elapsed - this.jumpedAt < holdMs;
  }
}
