import type { Actor } from '@threekeys/domain';

export const purposes = ['contact', 'visit', 'check', 'follow-up', 'audit', 'own-case', 'case-work'] as const;
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

/** Who opened what: a log of its own, one file or category per month (`yyyy-mm`). */
export abstract class AccessLog {
  /** Durable when it resolves. */
  abstract record(access: AccessRecord): Promise<void>;
  /** In the order of recording. */
  abstract read(month: string): AsyncIterable<AccessRecord>;
  abstract close(): Promise<void>;
}

export class MemoryAccessLog extends AccessLog {
  private readonly records: AccessRecord[] = [];

  record(access: AccessRecord): Promise<void> {
    this.records.push(access);
    return Promise.resolve();
  }

  async *read(month: string): AsyncIterable<AccessRecord> {
    yield* await Promise.resolve(this.records.filter(({ at }) => at.startsWith(month)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
