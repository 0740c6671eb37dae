/** Numbers in order, from 1, with gaps; none is given twice. */
export abstract class Sequences {
  abstract next(name: string): Promise<number>;
  /** The next number will be at least this. */
  abstract atLeast(name: string, value: number): Promise<void>;
}

/** Where sequences lie. */
export abstract class SequenceRows {
  /** First of `count` numbers that nobody else is given; durable when it resolves. */
  abstract reserve(name: string, count: number): Promise<number>;
  abstract atLeast(name: string, value: number): Promise<void>;
}

export class MemorySequenceRows extends SequenceRows {
  private readonly nextOf = new Map<string, number>();

  reserve(name: string, count: number): Promise<number> {
    const first = this.nextOf.get(name) ?? 1;
    this.nextOf.set(name, first + count);
    return Promise.resolve(first);
  }

  atLeast(name: string, value: number): Promise<void> {
    this.nextOf.set(name, Math.max(value, this.nextOf.get(name) ?? 1));
    return Promise.resolve();
  }
}

const block = 100;

interface Block {
  next: number;
  end: number;
}

/** Reserves a hundred at a time, so that no command waits for the disk; a restart leaves a gap. */
export class BlockSequences extends Sequences {
  private readonly blocks = new Map<string, Promise<Block>>();

  constructor(private readonly rows: SequenceRows) {
    super();
  }

  async next(name: string): Promise<number> {
    for (;;) {
      const reserving = this.blocks.get(name) ?? this.reserve(name);
      const current = await reserving;
      if (current.next < current.end) return current.next++;
      if (this.blocks.get(name) === reserving) this.blocks.delete(name);
    }
  }

  async atLeast(name: string, value: number): Promise<void> {
    const current = await this.blocks.get(name);
    if (current && current.next >= value) return;
    await this.rows.atLeast(name, value);
    // Also a block that somebody reserved meanwhile: it may lie below.
    this.blocks.delete(name);
  }

  private reserve(name: string): Promise<Block> {
    const reserving = this.rows.reserve(name, block).then((next) => ({ next, end: next + block }));
    this.blocks.set(name, reserving);
    reserving.catch(() => this.blocks.delete(name));
    return reserving;
  }
}
