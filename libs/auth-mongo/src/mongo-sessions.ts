import { SessionRows } from '@threekeys/auth';
import type { StoredSession } from '@threekeys/auth';
import { reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import { sessions } from './collections';
import type { SessionDocument } from './collections';

/** Sessions that several processes share: one that was ended in one of them is over in all. */
export class MongoSessionRows extends SessionRows {
  private readonly sessions: Model<SessionDocument>;

  private constructor(database: MongoDatabase) {
    super();
    this.sessions = database.model(sessions);
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase): MongoSessionRows {
    return reachable(new MongoSessionRows(database));
  }

  async find(hash: string): Promise<StoredSession | undefined> {
    const found = await this.sessions.findById(hash).lean();
    return found ? { hash, username: found.username, expiresAt: found.expiresAt } : undefined;
  }

  async save({ hash, username, expiresAt }: StoredSession): Promise<void> {
    await this.sessions.updateOne({ _id: hash }, { $set: { username, expiresAt } }, { upsert: true });
  }

  async prolong(hash: string, expiresAt: string): Promise<void> {
    await this.sessions.updateOne({ _id: hash }, { $max: { expiresAt } });
  }

  async remove(hash: string): Promise<void> {
    await this.sessions.deleteOne({ _id: hash });
  }

  async removeAllOf(username: string): Promise<void> {
    await this.sessions.deleteMany({ username });
  }

  async removeExpired(now: string): Promise<void> {
    await this.sessions.deleteMany({ expiresAt: { $lte: now } });
  }
}
