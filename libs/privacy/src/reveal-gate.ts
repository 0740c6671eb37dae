import type { Actor } from '@threekeys/domain';

export type Purpose = 'contact' | 'visit' | 'check' | 'follow-up' | 'audit' | 'own-case' | 'case-work';

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

/** Who opened what: a log of its own. If it cannot record, nothing leaves. */
export abstract class AccessLog {
  /** Durable when it resolves. */
  abstract record(access: AccessRecord): Promise<void>;
  abstract read(month: string): AsyncIterable<AccessRecord>;
  abstract close(): Promise<void>;
}
