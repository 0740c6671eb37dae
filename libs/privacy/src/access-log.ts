import type { Actor } from '@threekeys/domain';

export const purposes = [
  ...(['contact', 'visit', 'check', 'follow-up', 'audit', 'own-case', 'case-work'] as const),
  /** Of accounts: whoever gives one a password or a token can act as it. */
  'administration',
] as const;
export type Purpose = (typeof purposes)[number];

/** One opening of personal data. Names of fields, never their values. */
export interface AccessRecord {
  readonly at: string;
  readonly actor: Actor;
  readonly caseId?: string;
  readonly stream: string;
  readonly fields: readonly string[];
  readonly purpose: Purpose;
  /** HMAC of the query, where it was a search for a person. */
  readonly queryHmac?: string;
}

/** Of all that was recorded; what is not given is not asked. */
export interface AccessQuery {
  readonly caseId?: string | undefined;
  /** Id of who opened it. */
  readonly actor?: string | undefined;
  /** Instants: from ≤ at < to. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What `next` of the page before was. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface AccessPage {
  readonly records: readonly AccessRecord[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** The form of a cursor: a month, and a number of its log. */
export const accessCursor = /^(\d{4}-\d{2})\.(\d{1,15})$/;

/** Who opened what: a log of its own, one file or category per month (`yyyy-mm`). */
export abstract class AccessLog {
  /** Durable when it resolves. */
  abstract record(access: AccessRecord): Promise<void>;
  /** The text that is stored of each, in the order of recording. */
  abstract texts(month: string): AsyncIterable<string>;
  /** In the order of recording. */
  async *read(month: string): AsyncIterable<AccessRecord> {
    for await (const text of this.texts(month)) yield JSON.parse(text) as AccessRecord;
  }
  /** In which something was recorded, the oldest first. */
  abstract months(): Promise<readonly string[]>;
  /** Newest first. What is recorded between two pages is on neither. */
  abstract page(query: AccessQuery): Promise<AccessPage>;
  abstract close(): Promise<void>;
}

export class MemoryAccessLog extends AccessLog {
  private readonly records: AccessRecord[] = [];

  record(access: AccessRecord): Promise<void> {
    this.records.push(access);
    return Promise.resolve();
  }

  page({ caseId, actor, from = '', to = '~', cursor, limit }: AccessQuery): Promise<AccessPage> {
    const before = Number(accessCursor.exec(cursor ?? '')?.[2] ?? Infinity);
    const found = this.records
      .map((record, index) => ({ record, number: index + 1 }))
      .filter(({ record, number }) => number < before && record.at >= from && record.at < to)
      .filter(({ record }) => caseId === undefined || record.caseId === caseId)
      .filter(({ record }) => actor === undefined || record.actor.id === actor)
      .reverse();
    const last = found[limit - 1];
    return Promise.resolve({
      records: found.slice(0, limit).map(({ record }) => record),
      ...(last && found.length > limit ? { next: `${last.record.at.slice(0, 7)}.${last.number}` } : {}),
    });
  }

  months(): Promise<readonly string[]> {
    return Promise.resolve([...new Set(this.records.map(({ at }) => at.slice(0, 7)))].sort());
  }

  async *texts(month: string): AsyncIterable<string> {
    const those = this.records.filter(({ at }) => at.startsWith(month));
    yield* await Promise.resolve(those.map((record) => JSON.stringify(record)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
