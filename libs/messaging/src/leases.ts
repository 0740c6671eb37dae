/** That one process leads for a while. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Grows whenever the holder changes: who has a lower one was overtaken. */
  readonly term: number;
  /** Over at this instant, unless it is taken again before. */
  readonly until: string;
}

/** Who leads where only one may: the relay. Every adapter passes `describeLeases`. What a promise has answered is durable. */
export abstract class Leases {
  /** Takes it where it is free or over; prolongs it where it is one's own already. Undefined: somebody else holds it. */
  abstract take(name: string, holder: string, forMs: number): Promise<Lease | undefined>;
  /** Gives it back before its end. Nothing happens where somebody else holds it. */
  abstract giveBack(name: string, holder: string): Promise<void>;
  /** As it stands: it may be over. */
  abstract current(name: string): Promise<Lease | undefined>;
  /** All that are not over, by their names. */
  abstract held(): Promise<readonly Lease[]>;
}
