import { SequenceRows } from '@threekeys/auth';
import { reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import { sequences } from './collections';
import type { SequenceDocument } from './collections';

/** Sequences that several processes share. A reservation whose answer is lost leaves a gap. */
export class MongoSequenceRows extends SequenceRows {
  private readonly sequences: Model<SequenceDocument>;

  private constructor(database: MongoDatabase) {
    super();
    this.sequences = database.model(sequences);
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase): MongoSequenceRows {
    return reachable(new MongoSequenceRows(database));
  }

  async reserve(name: string, count: number): Promise<number> {
    const reserved = { $inc: { given: count } };
    const before = { upsert: true, returnDocument: 'before' } as const;
    const found = await this.sequences.findByIdAndUpdate(name, reserved, before).lean();
    return (found?.given ?? 0) + 1;
  }

  async atLeast(name: string, value: number): Promise<void> {
    await this.sequences.updateOne({ _id: name }, { $max: { given: value - 1 } }, { upsert: true });
  }
}
