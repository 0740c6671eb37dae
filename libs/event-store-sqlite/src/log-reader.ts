import type { Filter, GlobalPosition, RecordedEvent, StreamName, StreamRange } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import type { Database, Statement } from '@threekeys/sqlite';

type Row = readonly [number, string, number, string, string, string, string, Buffer];

/** Events after one number up to another, of which at most a page is read at once. */
export interface Section {
  readonly after: number;
  readonly upTo: number;
  readonly filter: Filter;
}

export interface Page {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here has been looked at, whether it passed the filter or not. */
  readonly scannedTo: number;
}

/** Rows of one page; read in one go, so that no cursor stays open while somebody waits. */
export const pageMax = 128;

/** No row outside the tree is an event. `+`: looked up by its stream all the same. */
const isInLog = '+position BETWEEN 1 AND (SELECT size FROM frontier)';

const columns = 'position, stream, revision, id, type, recorded_at, leaf_hash, bytes';

/** Reads pages of events. Each page is one statement, and so one consistent view. */
export class LogReader {
  private readonly sections = new Map<string, Statement<(number | string)[], Row>>();
  private readonly stored: Statement<[], number>;
  private readonly lastRevision: Statement<[StreamName], number>;
  private readonly upwards: Statement<[StreamName, number, number, number], Row>;
  private readonly downwards: Statement<[StreamName, number, number, number], Row>;

  constructor(
    private readonly database: Database,
    private readonly positionOf: (number: number) => GlobalPosition,
  ) {
    const ofStream = `SELECT ${columns} FROM events WHERE stream = ? AND revision BETWEEN ? AND ? AND ${isInLog} ORDER BY revision`;
    this.stored = database.prepare<[], number>('SELECT size FROM frontier').pluck();
    this.lastRevision = database
      .prepare<[StreamName], number>(
        `SELECT revision FROM events WHERE stream = ? AND ${isInLog} ORDER BY revision DESC LIMIT 1`,
      )
      .pluck();
    this.upwards = database.prepare<[StreamName, number, number, number], Row>(`${ofStream} LIMIT ?`).raw();
    this.downwards = database
      .prepare<[StreamName, number, number, number], Row>(`${ofStream} DESC LIMIT ?`)
      .raw();
  }

  /** How many events the log holds, without its root, which takes a hash for each bit of their number. */
  size(): number {
    const size = this.stored.get();
    if (size === undefined) throw new EventStoreError('StoreUnavailable', 'log.sqlite has no frontier');
    return size;
  }

  lastRevisionOf(stream: StreamName): number | undefined {
    return this.lastRevision.get(stream);
  }

  page(section: Section, max: number): Page {
    const { after, upTo, filter } = section;
    const limit = Math.min(pageMax, max);
    const listed = [...(filter.categories ?? []), ...(filter.types ?? [])];
    const events = this.sectionOf(filter)
      .all(after, upTo, ...listed, limit)
      .map(this.recorded);
    const cutShort = events.length === limit;
    return { events, scannedTo: cutShort ? this.numberOfLast(events, after) : upTo };
  }

  /** Revisions of a stream from the lower to the higher one, or the other way round. At most a page. */
  revisions(stream: StreamName, from: number, to: number): readonly RecordedEvent[] {
    const rows =
      from <= to
        ? this.upwards.all(stream, from, to, pageMax)
        : this.downwards.all(stream, to, from, pageMax);
    return rows.map(this.recorded);
  }

  private sectionOf({ categories, types }: Filter): Statement<(number | string)[], Row> {
    const key = `${categories?.length ?? ''}/${types?.length ?? ''}`;
    const known = this.sections.get(key);
    if (known) return known;
    const conditions = [...listedIn('category', categories), ...listedIn('type', types)].join('');
    const sql = `SELECT ${columns} FROM events WHERE position > ? AND position <= ?${conditions} ORDER BY position LIMIT ?`;
    const statement = this.database.prepare<(number | string)[], Row>(sql).raw();
    this.sections.set(key, statement);
    return statement;
  }

  private numberOfLast(events: readonly RecordedEvent[], otherwise: number): number {
    const last = events.at(-1);
    return last === undefined ? otherwise : Number(last.position.slice(-16));
  }

  private readonly recorded = (row: Row): RecordedEvent => {
    const [position, stream, revision, id, type, recordedAt, leafHash, bytes] = row;
    return { bytes, leafHash, id, stream, revision, type, recordedAt, position: this.positionOf(position) };
  };
}

/** Where to begin in a stream that ends with a revision, and how many there are to read. */
export function revisionsIn(range: StreamRange, last: number): { next: number; left: number } {
  const { direction, from, max = Infinity } = range;
  const next = direction === 'backwards' ? Math.min(from ?? last, last) : Math.max(from ?? 0, 0);
  return { next, left: Math.min(max, direction === 'backwards' ? next + 1 : last - next + 1) };
}

function listedIn(column: string, values: readonly string[] | undefined): string[] {
  return values ? [` AND ${column} IN (${values.map(() => '?').join(', ')})`] : [];
}
