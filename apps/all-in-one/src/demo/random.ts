/** Numbers that look random and are the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** [0, 1) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** An integer of [from, to]. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.between(0, from.length - 1)];
    if (picked === undefined) throw new Error('pick: from nothing');
    return picked;
  }

  /** `count` different ones, in the order of the list. */
  some<T>(from: readonly T[], count: number): readonly T[] {
    const left = from.map((each, index) => ({ each, index }));
    const picked = Array.from({ length: Math.min(count, from.length) }, () =>
      left.splice(this.between(0, left.length - 1), 1),
    ).flat();
    return picked.sort((a, b) => a.index - b.index).map(({ each }) => each);
  }
}
