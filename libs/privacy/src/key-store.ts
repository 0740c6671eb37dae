/** A data key. `kid` is random and says nothing of whose it is. */
export interface DataKey {
  readonly kid: string;
  /** 32 bytes, unwrapped. */
  readonly key: Buffer;
}

/** Whose a key is: a pseudonym of one stream (subjectId, requesterId …), or the account of who spoke. */
export interface Assignment {
  readonly kid: string;
  readonly stream: string;
  readonly person: string;
}

export type KeyOwner = Pick<Assignment, 'stream' | 'person'>;

/** A key with everything that is known of it. */
export interface KeyRecord {
  readonly kid: string;
  /** 32 bytes, unwrapped. Absent: erased. */
  readonly key?: Buffer;
  /** Whose it is; absent: nobody's yet. */
  readonly owner?: KeyOwner;
  readonly erasedAt?: string;
}

/** Another secret of that name is there already. */
export class SecretTaken extends Error {
  constructor(name: string) {
    super(`there is another secret ${name} already`);
    this.name = 'SecretTaken';
  }
}

/** The key is there, and not as it was wrapped. */
export class KeyDamaged extends Error {
  constructor(kid: string) {
    super(`the key ${kid} is not as it was wrapped: the key store was altered or damaged. Restore a backup.`);
    this.name = 'KeyDamaged';
  }
}

/** Secrets are gone where they have to be, or not as they were wrapped, though the key-encryption key is right. */
export class SecretDamaged extends Error {
  constructor(readonly names: readonly string[]) {
    super(
      `of the key store, ${names.join(', ')} is gone or not as it was wrapped: the key store was altered or damaged. Restore a backup.`,
    );
    this.name = 'SecretDamaged';
  }
}

/**
 * Keys of personal data, apart from the log and wrapped by a key-encryption key. Every adapter passes `describeKeyStore`.
 */
export abstract class KeyStore {
  /** New keys that belong to nobody yet, durable when it resolves. */
  abstract makeAhead(count: number): Promise<readonly DataKey[]>;
  /** Who keys belong to. May be written late: the log says it too. A key is assigned once; the same again is no news. */
  abstract assign(assignments: readonly Assignment[]): Promise<void>;
  /** The key of a person in a stream; the same one of several, which two processes may have made. Undefined: none yet, or erased. */
  abstract byPerson(stream: string, person: string): Promise<DataKey | undefined>;
  /** Undefined: erased, or not ours. @throws KeyDamaged */
  abstract byKid(kid: string): Promise<DataKey | undefined>;
  /** Those that {@link byKid} gives, by their ids; an adapter may read them at once. @throws KeyDamaged */
  async byKids(kids: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
    const found = new Map<string, DataKey>();
    for (const kid of kids) {
      const key = await this.byKid(kid);
      if (key !== undefined) found.set(kid, key);
    }
    return found;
  }
  /** Of those of these keys that belong to somebody. */
  abstract owners(kids: readonly string[]): Promise<ReadonlyMap<string, KeyOwner>>;
  /** Whether it is written down that this key was erased; of a key that was never ours it is not. */
  abstract isErased(kid: string): Promise<boolean>;
  /** Up to which position of the log the assignments are written; set with {@link markAssigned}. */
  abstract assignedUpTo(): Promise<string | undefined>;
  abstract markAssigned(position: string): Promise<void>;
  /** A named secret of the installation (search, receipts, tracking codes), made on first use. 32 bytes. @throws SecretDamaged */
  abstract secret(name: string): Promise<Buffer>;
  /** Every key, for an installation that moves to another engine. @throws KeyDamaged */
  abstract records(): AsyncIterable<KeyRecord>;
  /** Keys of another store, wrapped anew. One that is there stays as it is. Durable when it resolves. */
  abstract take(records: readonly KeyRecord[]): Promise<void>;
  /** Every named secret. @throws SecretDamaged */
  abstract secrets(): Promise<ReadonlyMap<string, Buffer>>;
  /** A secret of another store. @throws SecretTaken */
  abstract takeSecret(name: string, secret: Buffer): Promise<void>;
  abstract close(): Promise<void>;
}
