import { EventStoreError } from '@threekeys/event-store';
import type { Database } from '@threekeys/sqlite';
import { metaOf, metaProblems, schemaProblemsOf, storedHead, storedMilestones } from './schema';

/** A row before the first event: of no root, no count and no view. */
export interface Outside {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
}

/** What a log says of itself as of one moment, before any of it is trusted. */
export interface LogStart {
  /** Undefined: it is damaged, which is one of the problems. */
  readonly stored: { readonly size: number; readonly root: string } | undefined;
  readonly milestones: ReadonlyMap<number, string>;
  readonly wasAnchored: boolean;
  readonly last: number;
  /** The first few. */
  readonly outside: readonly Outside[];
  readonly problems: readonly string[];
}

const outsideMax = 20;

export function startOf(database: Database): LogStart {
  return database.transaction(() => {
    const { stored, problems } = headIn(database);
    return {
      stored,
      milestones: storedMilestones(database),
      wasAnchored: metaOf(database, 'anchored') === 'yes',
      last: database.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0,
      outside: outsideOf(database),
      problems: [...schemaProblemsOf(database), ...metaProblems(database), ...problems],
    };
  })();
}

function headIn(database: Database): Pick<LogStart, 'stored' | 'problems'> {
  try {
    return { stored: storedHead(database), problems: [] };
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    return { stored: undefined, problems: [error.message] };
  }
}

function outsideOf(database: Database): readonly Outside[] {
  const sql = `SELECT position, stream, revision FROM events WHERE position < 1 ORDER BY position LIMIT ${outsideMax}`;
  return database.prepare<[], Outside>(sql).all();
}
