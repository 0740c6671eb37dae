import type { TopicPartitionOffset } from 'kafkajs';

interface Ticket {
  readonly offset: number;
  done: boolean;
}

/** How far each partition is done: work ends in any order, what is committed has nothing undone before it. */
export class Offsets {
  private readonly partitions = new Map<string, PartitionOffsets>();

  /** Call in the order of delivery, the result when the work is done. The same offset again is the same work. */
  begin(topic: string, partition: number, offset: number): () => void {
    const key = `${topic}\n${partition}`;
    const own = this.partitions.get(key) ?? new PartitionOffsets(topic, partition);
    this.partitions.set(key, own);
    return own.begin(offset);
  }

  /** After a rebalance: partitions that others have now are theirs to commit. */
  keep(assigned: Readonly<Record<string, readonly number[]>>): void {
    for (const [key, { topic, partition }] of this.partitions) {
      if (!assigned[topic]?.includes(partition)) this.partitions.delete(key);
    }
  }

  forget(): void {
    this.partitions.clear();
  }

  /** What may be committed and is not: the next offset to be read, by partition. */
  uncommitted(): TopicPartitionOffset[] {
    return [...this.partitions.values()].flatMap(({ topic, partition, next, committed }) =>
      next > committed ? [{ topic, partition, offset: String(next) }] : [],
    );
  }

  committed(offsets: readonly TopicPartitionOffset[]): void {
    for (const { topic, partition, offset } of offsets) {
      const own = this.partitions.get(`${topic}\n${partition}`);
      if (own) own.committed = Math.max(own.committed, Number(offset));
    }
  }
}

class PartitionOffsets {
  /** Ascending; none before the first is undone. */
  private readonly tickets: Ticket[] = [];
  next = 0;
  committed = 0;

  constructor(
    readonly topic: string,
    readonly partition: number,
  ) {}

  begin(offset: number): () => void {
    if (offset < this.next) return () => undefined;
    const ticket = this.ticketOf(offset);
    return () => {
      ticket.done = true;
      this.pass();
    };
  }

  private ticketOf(offset: number): Ticket {
    const before = this.tickets.findLastIndex((each) => each.offset <= offset);
    const found = this.tickets[before];
    if (found?.offset === offset) return found;
    const ticket = { offset, done: false };
    this.tickets.splice(before + 1, 0, ticket);
    return ticket;
  }

  private pass(): void {
    const open = this.tickets.findIndex(({ done }) => !done);
    const passed = this.tickets.splice(0, open < 0 ? this.tickets.length : open);
    const last = passed.at(-1);
    if (last) this.next = last.offset + 1;
  }
}
