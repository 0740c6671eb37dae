import { accessCursor } from '@threekeys/privacy';
import type { AccessQuery, AccessRecord } from '@threekeys/privacy';
import type { Database } from '@threekeys/sqlite';
import { readdirSync } from 'node:fs';

/** A line of the access log, and where it stands. */
export interface Found {
  readonly month: string;
  readonly number: number;
  readonly record: AccessRecord;
}

const fileName = /^access-(\d{4}-\d{2})\.sqlite$/;

/** The months in which there can be something, newest first. */
export function monthsOf(
  home: string,
  { from = '', to = '~', cursor }: Pick<AccessQuery, 'from' | 'to' | 'cursor'>,
): readonly string[] {
  const newest = accessCursor.exec(cursor ?? '')?.[1] ?? '~';
  return readdirSync(home)
    .flatMap((name) => fileName.exec(name)?.[1] ?? [])
    .filter((month) => month <= newest && month >= from.slice(0, 7) && month <= to)
    .sort()
    .reverse();
}

/** Those of one month, newest first. Nothing is indexed: a month is read until there are enough. */
export function linesOf(database: Database, month: string, query: AccessQuery): readonly Found[] {
  const { caseId = null, actor = null, from = null, to = null, cursor = '', limit } = query;
  const [, cursorMonth, number] = accessCursor.exec(cursor) ?? [];
  const before = cursorMonth === month ? Number(number) : Number.MAX_SAFE_INTEGER;
  const lines = database
    .prepare<[Record<string, string | number | null>], { number: number; record: string }>(
      `SELECT number, record FROM access WHERE number < @before
        AND (@caseId IS NULL OR json_extract(record, '$.caseId') = @caseId)
        AND (@actor IS NULL OR json_extract(record, '$.actor.id') = @actor)
        AND (@from IS NULL OR json_extract(record, '$.at') >= @from)
        AND (@to IS NULL OR json_extract(record, '$.at') < @to)
       ORDER BY number DESC LIMIT @limit`,
    )
    .all({ before, caseId, actor, from, to, limit });
  return lines.map((line) => ({
    month,
    number: line.number,
    record: JSON.parse(line.record) as AccessRecord,
  }));
}
