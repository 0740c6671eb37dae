import { receiptDays, Receipts } from '@threekeys/auth';
import type { BodyHmac, NothingNew } from '@threekeys/auth';
import type { Clock } from '@threekeys/event-store';
import { isDuplicateKey, reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import { nothingNew, receipts } from './collections';
import type { NothingNewDocument, ReceiptDocument } from './collections';

const keptMs = receiptDays * 86_400_000;

/** After a part of the log was lost: what was answered from it is decided anew. */
export async function forgetNothingNew(database: MongoDatabase): Promise<void> {
  await database.model(nothingNew).deleteMany({});
}

/** {@link Receipts} that several processes share: whichever hears an id first, all say the same of it for 30 days. */
export class MongoReceipts extends Receipts {
  private readonly bodies: Model<ReceiptDocument>;
  private readonly answers: Model<NothingNewDocument>;

  private constructor(
    database: MongoDatabase,
    private readonly clock: Clock,
  ) {
    super();
    this.bodies = database.model(receipts);
    this.answers = database.model(nothingNew);
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase, clock: Clock): MongoReceipts {
    return reachable(new MongoReceipts(database, clock));
  }

  async remember(commandId: string, bodyHmac: BodyHmac): Promise<'new' | 'same' | 'different'> {
    const at = this.now();
    const hmac = await bodyHmac();
    const said = { $set: { at, hmac } };
    for (;;) {
      const write = this.bodies.updateOne({ _id: commandId, ...forgottenAt(at) }, said, { upsert: true });
      if (await isFirst(write)) return 'new';
      const known = await this.bodies.findOne({ _id: commandId, ...keptAt(at) }).lean();
      if (known) return known.hmac === hmac ? 'same' : 'different';
    }
  }

  async rememberNothingNew(commandId: string, answer: NothingNew): Promise<NothingNew> {
    const at = this.now();
    const { revision, leafHash, position } = answer;
    const said = { $set: { at, revision, leafHash, position } };
    for (;;) {
      const write = this.answers.updateOne({ _id: commandId, ...forgottenAt(at) }, said, { upsert: true });
      if (await isFirst(write)) return answer;
      const known = await this.answered(commandId, at);
      if (known) return known;
    }
  }

  nothingNew(commandId: string): Promise<NothingNew | undefined> {
    return this.answered(commandId, this.now());
  }

  private async answered(commandId: string, at: Date): Promise<NothingNew | undefined> {
    const known = await this.answers.findOne({ _id: commandId, ...keptAt(at) }).lean();
    return known
      ? { revision: known.revision, leafHash: known.leafHash, position: known.position }
      : undefined;
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}

const lastForgotten = (now: Date): Date => new Date(now.getTime() - keptMs);
const forgottenAt = (now: Date) => ({ at: { $lte: lastForgotten(now) } });
const keptAt = (now: Date) => ({ at: { $gt: lastForgotten(now) } });

/** It is there already, and not yet forgotten, where the insert meets it. */
async function isFirst(write: PromiseLike<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
