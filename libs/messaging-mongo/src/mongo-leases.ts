import type { Clock } from '@threekeys/event-store';
import { Leases } from '@threekeys/messaging';
import type { Lease } from '@threekeys/messaging';
import { isDuplicateKey, reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import { leases } from './collections';
import type { LeaseDocument } from './collections';

/** {@link Leases} among processes: one document a name, which nobody else changes before its end. */
export class MongoLeases extends Leases {
  private readonly leases: Model<LeaseDocument>;

  private constructor(
    database: MongoDatabase,
    private readonly clock: Clock,
  ) {
    super();
    this.leases = database.model(leases);
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase, clock: Clock): MongoLeases {
    return reachable(new MongoLeases(database, clock));
  }

  async take(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    const now = this.clock.now();
    const wanted = { name, holder, until: new Date(Date.parse(now) + forMs).toISOString() };
    // The last: where two calls of one holder meet, the second finds what the first has taken.
    return (await this.prolong(wanted)) ?? (await this.seize(wanted, now)) ?? (await this.prolong(wanted));
  }

  async giveBack(name: string, holder: string): Promise<void> {
    await this.leases.updateOne({ _id: name, holder }, { $set: { until: this.clock.now() } });
  }

  async current(name: string): Promise<Lease | undefined> {
    return leaseOf(await this.leases.findById(name).lean());
  }

  async held(): Promise<readonly Lease[]> {
    const found = await this.leases
      .find({ until: { $gt: this.clock.now() } })
      .sort({ _id: 1 })
      .lean();
    return found.flatMap((each) => leaseOf(each) ?? []);
  }

  private async prolong({ name, holder, until }: Wanted): Promise<Lease | undefined> {
    const change = { $set: { until } };
    const after = { returnDocument: 'after' } as const;
    return leaseOf(await this.leases.findOneAndUpdate({ _id: name, holder }, change, after).lean());
  }

  /** Where it is over or nobody ever had it: else the insert meets the document that is there. */
  private async seize({ name, holder, until }: Wanted, now: string): Promise<Lease | undefined> {
    const isOver = { _id: name, until: { $lte: now } };
    const change = { $set: { holder, until }, $inc: { term: 1 } };
    try {
      const taken = { upsert: true, returnDocument: 'after' } as const;
      return leaseOf(await this.leases.findOneAndUpdate(isOver, change, taken).lean());
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }
}

type Wanted = Omit<Lease, 'term'>;

function leaseOf(document: LeaseDocument | null): Lease | undefined {
  if (document === null) return undefined;
  const { _id: name, holder, term, until } = document;
  return { name, holder, term, until };
}
