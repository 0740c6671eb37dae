/** A data key of one person in one stream. `kid` is random and says nothing of whose it is. */
export interface DataKey {
  readonly kid: string;
  readonly stream: string;
  /** Case-bound pseudonym (subjectId, requesterId …), or account id of a speaker. */
  readonly person: string;
  /** 32 bytes, unwrapped. */
  readonly key: Buffer;
  /** Hex SHA-256("kc/v1|" ‖ kid ‖ key). */
  readonly commitment: string;
}

/** Keys of personal data, apart from the log and wrapped by a key-encryption key. Every adapter passes `describeKeyStore`. */
export abstract class KeyStore {
  /** Keys made ahead and durable, belonging to nobody yet. */
  abstract makeAhead(count: number): Promise<readonly Pick<DataKey, 'kid' | 'key'>[]>;
  /** Who keys belong to. May be written late: the log says it too (its events hold kid and pseudonym side by side). */
  abstract assign(assignments: readonly Pick<DataKey, 'kid' | 'stream' | 'person'>[]): Promise<void>;
  abstract byPerson(stream: string, person: string): Promise<DataKey | undefined>;
  /** Undefined: erased, or not ours. */
  abstract byKid(kid: string): Promise<DataKey | undefined>;
  /** A named secret of the installation (search, receipts, tracking codes), made on first use. 32 bytes. */
  abstract secret(name: string): Promise<Buffer>;
  abstract close(): Promise<void>;
}
