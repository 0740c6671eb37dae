import type { MongoDatabase } from '@threekeys/mongo';
import { emptyChain, lineAfter } from '@threekeys/privacy';
import type { AccessRecord, ChainEnd } from '@threekeys/privacy';
import type { Model } from 'mongoose';
import { accesses, accessPlaces } from './collections';
import type { AccessDocument, PlacesDocument } from './collections';

/** The chain of one day, as far as it is known to be on the disk. */
interface Day {
  readonly day: string;
  readonly end: ChainEnd;
}

/** What a line says of its record, to be found by. */
export function foundBy({ at, actor, caseId }: AccessRecord) {
  const day = at.slice(0, 10);
  return { day, month: day.slice(0, 7), at, actor: actor.id, ...(caseId !== undefined && { caseId }) };
}

/**
 * Appends to the chains of one writer, one for each day: call after call. A number of a chain is there once, so what is on
 * the disk never forks, also where a write that was given up arrives late.
 */
export class AccessWriting {
  private readonly lines: Model<AccessDocument>;
  private readonly places: Model<PlacesDocument>;
  private current: Day | undefined;

  constructor(
    database: MongoDatabase,
    private readonly writer: string,
  ) {
    this.lines = database.model(accesses);
    this.places = database.model(accessPlaces);
  }

  /** Durable when it resolves. Where it rejects, some of them may be there nevertheless. */
  async append(day: string, records: readonly AccessRecord[]): Promise<void> {
    const { end } = this.current?.day === day ? this.current : await this.lastOf(day);
    // Known again once it is written.
    this.current = undefined;
    const first = await this.reserve(day.slice(0, 7), records.length);
    let last = end;
    const lines = records.map((record, i): AccessDocument => {
      const line = lineAfter(last, JSON.stringify(record));
      last = line;
      return { ...line, ...foundBy(record), writer: this.writer, place: first + i };
    });
    await this.lines.insertMany(lines, { ordered: true });
    this.current = { day, end: last };
  }

  /** What a majority has: a line that only an ending primary saw may be gone, and nothing may rest on it. */
  private async lastOf(day: string): Promise<Day> {
    const last = await this.lines
      .findOne({ day, writer: this.writer })
      .sort({ number: -1 })
      .readConcern('majority')
      .lean();
    return { day, end: last ?? emptyChain };
  }

  private async reserve(month: string, count: number): Promise<number> {
    const before = { upsert: true, returnDocument: 'before' } as const;
    const found = await this.places.findByIdAndUpdate(month, { $inc: { given: count } }, before).lean();
    return (found?.given ?? 0) + 1;
  }
}
