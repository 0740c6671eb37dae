import { AccountRows } from '@threekeys/auth';
import type { StoredAccount } from '@threekeys/auth';
import { isDuplicateKey, reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import { accounts } from './collections';
import type { AccountDocument } from './collections';

const accountOf = ({ _id: username, password, disabled }: AccountDocument): StoredAccount => ({
  username,
  password,
  disabled,
});

/** Accounts that several processes share. */
export class MongoAccountRows extends AccountRows {
  private readonly accounts: Model<AccountDocument>;

  private constructor(database: MongoDatabase) {
    super();
    this.accounts = database.model(accounts);
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase): MongoAccountRows {
    return reachable(new MongoAccountRows(database));
  }

  async find(username: string): Promise<StoredAccount | undefined> {
    const found = await this.accounts.findById(username).lean();
    return found ? accountOf(found) : undefined;
  }

  async insert({ username, password, disabled }: StoredAccount): Promise<boolean> {
    try {
      await this.accounts.create({ _id: username, password, disabled });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async update(
    username: string,
    change: Partial<Pick<StoredAccount, 'password' | 'disabled'>>,
  ): Promise<boolean> {
    return (await this.accounts.findByIdAndUpdate(username, { $set: change }).lean()) !== null;
  }

  async all(): Promise<readonly StoredAccount[]> {
    return (await this.accounts.find().sort({ _id: 1 }).lean()).map(accountOf);
  }
}
