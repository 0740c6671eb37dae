import type { Clock } from '@threekeys/event-store';
import { createHash, randomBytes } from 'node:crypto';

/** Signed-in browsers. */
export abstract class Sessions {
  /** A new token of 256 random bits; only its hash is kept. */
  abstract create(username: string): Promise<string>;
  /** Whose session it is; every use prolongs it. Undefined: none, or over. */
  abstract usernameOf(token: string): Promise<string | undefined>;
  /** The same, without being a use: what runs by itself keeps no session alive. */
  abstract holderOf(token: string): Promise<string | undefined>;
  abstract end(token: string): Promise<void>;
  abstract endAllOf(username: string): Promise<void>;
}

export interface StoredSession {
  readonly hash: string;
  readonly username: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export abstract class SessionRows {
  abstract find(hash: string): Promise<StoredSession | undefined>;
  abstract save(session: StoredSession): Promise<void>;
  /** A later end of one that is still there: one that somebody has ended meanwhile does not come back. */
  abstract prolong(hash: string, expiresAt: string): Promise<void>;
  abstract remove(hash: string): Promise<void>;
  abstract removeAllOf(username: string): Promise<void>;
  abstract removeExpired(now: string): Promise<void>;
}

export class MemorySessionRows extends SessionRows {
  private readonly rows = new Map<string, StoredSession>();

  find(hash: string): Promise<StoredSession | undefined> {
    return Promise.resolve(this.rows.get(hash));
  }

  save(session: StoredSession): Promise<void> {
    this.rows.set(session.hash, session);
    return Promise.resolve();
  }

  prolong(hash: string, expiresAt: string): Promise<void> {
    const session = this.rows.get(hash);
    if (session && session.expiresAt < expiresAt) this.rows.set(hash, { ...session, expiresAt });
    return Promise.resolve();
  }

  remove(hash: string): Promise<void> {
    this.rows.delete(hash);
    return Promise.resolve();
  }

  removeAllOf(username: string): Promise<void> {
    return this.removeWhere((session) => session.username === username);
  }

  removeExpired(now: string): Promise<void> {
    return this.removeWhere(({ expiresAt }) => expiresAt <= now);
  }

  private removeWhere(isOver: (session: StoredSession) => boolean): Promise<void> {
    for (const session of [...this.rows.values()].filter(isOver)) this.rows.delete(session.hash);
    return Promise.resolve();
  }
}

const lifeMs = 12 * 3_600_000;
/** A session is prolonged at most once in this time, so that reading a list writes nothing. */
const prolongAfterMs = 600_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Sessions of twelve hours after their last use. */
export class ExpiringSessions extends Sessions {
  constructor(
    private readonly rows: SessionRows,
    private readonly clock: Clock,
  ) {
    super();
  }

  async create(username: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.rows.removeExpired(this.clock.now());
    await this.rows.save({ hash: hashOf(token), username, expiresAt: this.expiry() });
    return token;
  }

  async usernameOf(token: string): Promise<string | undefined> {
    const session = await this.live(token);
    if (!session) return undefined;
    if (this.leftMs(session) < lifeMs - prolongAfterMs) await this.rows.prolong(session.hash, this.expiry());
    return session.username;
  }

  async holderOf(token: string): Promise<string | undefined> {
    return (await this.live(token))?.username;
  }

  end(token: string): Promise<void> {
    return this.rows.remove(hashOf(token));
  }

  endAllOf(username: string): Promise<void> {
    return this.rows.removeAllOf(username);
  }

  private async live(token: string): Promise<StoredSession | undefined> {
    const session = await this.rows.find(hashOf(token));
    return session && this.leftMs(session) > 0 ? session : undefined;
  }

  private leftMs({ expiresAt }: StoredSession): number {
    return Date.parse(expiresAt) - Date.parse(this.clock.now());
  }

  private expiry(): string {
    return new Date(Date.parse(this.clock.now()) + lifeMs).toISOString();
  }
}
