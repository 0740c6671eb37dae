import type { DueTimer } from './due-timers';

const pauseMostMs = 86_400_000;
const rememberedMax = 10_000;

/** Timers that have been tried and are left alone for a while: each time twice as long, a day at most. */
export class Pauses {
  private readonly tried = new Map<string, { readonly times: number; readonly notBefore: number }>();

  constructor(
    /** Milliseconds of a clock that nobody sets. */
    private readonly elapsedMs: () => number,
  ) {}

  areOver(due: DueTimer): boolean {
    const tried = this.tried.get(nameOf(due));
    return !tried || tried.notBefore <= this.elapsedMs();
  }

  begin(due: DueTimer, firstMs: number): void {
    const name = nameOf(due);
    const times = (this.tried.get(name)?.times ?? 0) + 1;
    const pauseMs = Math.min(pauseMostMs, firstMs * 2 ** (times - 1));
    this.tried.set(name, { times, notBefore: this.elapsedMs() + pauseMs });
    if (this.tried.size > rememberedMax) this.forgetOldest();
  }

  private forgetOldest(): void {
    const [oldest] = this.tried.keys();
    if (oldest !== undefined) this.tried.delete(oldest);
  }
}

function nameOf({ key, timer }: DueTimer): string {
  return `${key}|${timer.generation}`;
}
