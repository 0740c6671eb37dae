/**
 * What may befall a call.
 * - `silence`: no answer, ever; `cut`: the call ends with UNAVAILABLE, as where the connection is lost.
 *   `after-commit`: it was written before; `before-commit`: it was not.
 * - `delay`: everything happens, so many milliseconds later.
 * - `not-ready`, `access-denied`: the server says so. `timeout`: it says so of a write that was written.
 * - `stall`: a read sends so many events and then nothing more; `break`: and is then cut.
 */
export type Fault =
  | { readonly is: 'silence' | 'cut'; readonly when: 'before-commit' | 'after-commit' }
  | { readonly is: 'delay'; readonly delayMs: number }
  | { readonly is: 'not-ready' | 'access-denied' | 'timeout' }
  | { readonly is: 'stall' | 'break'; readonly afterEvents: number };

export type Call = 'append' | 'read' | 'subscribe';

/** Faults that are planned for the next calls of a kind, each met once. */
export class Faults {
  private readonly planned: { call: Call; fault: Fault }[] = [];

  plan(call: Call, fault: Fault, times = 1): void {
    for (let i = 0; i < times; i++) this.planned.push({ call, fault });
  }

  take(call: Call): Fault | undefined {
    const index = this.planned.findIndex((each) => each.call === call);
    return index < 0 ? undefined : this.planned.splice(index, 1)[0]?.fault;
  }

  /** How many are planned and not met. */
  get left(): number {
    return this.planned.length;
  }

  clear(): void {
    this.planned.length = 0;
  }
}
