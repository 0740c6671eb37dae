import { TokenRows } from '@threekeys/auth';
import type { StoredToken } from '@threekeys/auth';
import { isDuplicateKey, reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import { tokens } from './collections';
import type { TokenDocument } from './collections';

const tokenOf = ({ _id: name, ...token }: TokenDocument): StoredToken => ({ name, ...token });

/** Tokens of scripts that several processes share. */
export class MongoTokenRows extends TokenRows {
  private readonly tokens: Model<TokenDocument>;

  private constructor(database: MongoDatabase) {
    super();
    this.tokens = database.model(tokens);
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase): MongoTokenRows {
    return reachable(new MongoTokenRows(database));
  }

  async find(hash: string): Promise<StoredToken | undefined> {
    const found = await this.tokens.findOne({ hash }).lean();
    return found ? tokenOf(found) : undefined;
  }

  async insert({ name, ...token }: StoredToken): Promise<boolean> {
    try {
      await this.tokens.create({ _id: name, ...token });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async remove(name: string): Promise<boolean> {
    return (await this.tokens.deleteOne({ _id: name })).deletedCount === 1;
  }

  async removeAllOf(account: string): Promise<void> {
    await this.tokens.deleteMany({ account });
  }

  async all(): Promise<readonly StoredToken[]> {
    return (await this.tokens.find().sort({ _id: 1 }).lean()).map(tokenOf);
  }
}
