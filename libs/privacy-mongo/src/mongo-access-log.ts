import { reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import { accessCursor, accessIn, AccessLog, emptyChain, follows } from '@threekeys/privacy';
import type { AccessPage, AccessQuery, AccessRecord, ChainEnd } from '@threekeys/privacy';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { AccessWriting, foundBy } from './access-writing';
import { accesses } from './collections';
import type { AccessDocument } from './collections';

interface Waiting {
  readonly access: AccessRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A line that does not follow from those before it in its chain. */
export interface BrokenLine {
  readonly writer: string;
  readonly day: string;
  readonly number: number;
}

/**
 * Who opened what: append-only, a chain for each writer and day, a writer being one of these in one process. The lines of
 * all writers have their places in one order. What waits together is written together.
 */
export class MongoAccessLog extends AccessLog {
  private readonly lines: Model<AccessDocument>;
  private readonly writing: AccessWriting;
  private waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  private closed = false;

  private constructor(database: MongoDatabase) {
    super();
    this.lines = database.model(accesses);
    this.writing = new AccessWriting(database, randomUUID());
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase): MongoAccessLog {
    return reachable(new MongoAccessLog(database));
  }

  record(access: AccessRecord): Promise<void> {
    if (this.closed) return Promise.reject(new Error('the access log is closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ access, resolve, reject });
      this.working ??= this.work();
    });
  }

  async *texts(month: string): AsyncIterable<string> {
    for await (const { record } of this.lines.find({ month }).sort({ place: 1 }).lean().cursor())
      yield record;
  }

  async page(query: AccessQuery): Promise<AccessPage> {
    const { limit } = query;
    // One more than asked for says whether there is another page.
    const found = await this.lines
      .find(filterOf(query))
      .sort({ month: -1, place: -1 })
      .limit(limit + 1)
      .lean();
    const last = found[limit - 1];
    return {
      records: found.slice(0, limit).map(({ record }) => JSON.parse(record) as AccessRecord),
      ...(last && found.length > limit ? { next: `${last.month}.${last.place}` } : {}),
    };
  }

  /** The months in which something was opened, the oldest first. */
  async months(): Promise<readonly string[]> {
    return (await this.lines.distinct('month')).sort();
  }

  /** The first line of a month that does not follow from those before it, or is found by what its record does not say. */
  async firstBroken(month: string): Promise<BrokenLine | undefined> {
    let chain = '';
    let end: ChainEnd = emptyChain;
    const ordered = this.lines
      .find({ day: daysOf(month) })
      .sort({ day: 1, writer: 1, number: 1 })
      .lean();
    for await (const line of ordered.cursor()) {
      const { writer, day } = line;
      if (chain !== `${day} ${writer}`) end = emptyChain;
      chain = `${day} ${writer}`;
      if (!follows(end, line) || !isFoundBy(line)) return { writer, day, number: end.number + 1 };
      end = line;
    }
    return undefined;
  }

  /** When what waits is written. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
  }

  private async work(): Promise<void> {
    // What is recorded in the same turn is written together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      for (const day of new Set(batch.map(dayOf)))
        await this.write(
          day,
          batch.filter((each) => dayOf(each) === day),
        );
    }
    this.working = undefined;
  }

  private async write(day: string, lines: readonly Waiting[]): Promise<void> {
    try {
      await this.writing.append(
        day,
        lines.map(({ access }) => access),
      );
      for (const { resolve } of lines) resolve();
    } catch (error) {
      for (const { reject } of lines) reject(error);
    }
  }
}

const dayOf = ({ access }: Waiting): string => access.at.slice(0, 10);

function filterOf({ caseId, actor, from = '', to = '~', cursor }: AccessQuery) {
  const [, month, place] = accessCursor.exec(cursor ?? '') ?? [];
  return {
    ...(caseId !== undefined && { caseId }),
    ...(actor !== undefined && { actor }),
    month: { $gte: from.slice(0, 7), $lte: to.slice(0, 7) },
    at: { $gte: from, $lt: to },
    ...(month !== undefined && {
      $or: [{ month: { $lt: month } }, { month, place: { $lt: Number(place) } }],
    }),
  };
}

const daysOf = (month: string) => ({ $gte: `${month}-01`, $lte: `${month}-31` });

function isFoundBy({ record, ...line }: AccessDocument): boolean {
  const access = accessIn(record);
  if (access === undefined) return false;
  const said = foundBy(access);
  return (['day', 'month', 'at', 'actor', 'caseId'] as const).every((name) => line[name] === said[name]);
}
