import { ConsumerState } from '@threekeys/messaging';
import type { ParkedMessage, SkippedMessage, StreamProgress } from '@threekeys/messaging';
import { Gathered, reachable } from '@threekeys/mongo';
import type { MongoDatabase } from '@threekeys/mongo';
import { mongo } from 'mongoose';
import type { Model } from 'mongoose';
import { checkpoints, parkedMessages, revisions, skippedMessages } from './collections';
import type { CheckpointDocument, ParkedDocument, RevisionDocument, SkippedDocument } from './collections';

const writesMax = 1000;

const keyOf = (...parts: readonly (string | number)[]): string => parts.join('|');

/**
 * {@link ConsumerState} that several processes share. Where one call writes two documents, the order is such that a crash
 * between them leaves what the same call, given again, completes: progress before the checkpoint that rests on it, and
 * before what is parked is taken away.
 */
export class MongoConsumerState extends ConsumerState {
  private readonly checkpoints: Model<CheckpointDocument>;
  private readonly revisions: Model<RevisionDocument>;
  /** The same of the driver: what mongoose does with each write of a bulk costs more than the bulk. */
  private readonly progress: mongo.Collection<RevisionDocument>;
  private readonly waiting: Model<ParkedDocument>;
  private readonly givenUp: Model<SkippedDocument>;
  /** Of streams that are handled side by side. */
  private readonly lastRevisions = new Gathered((keys) => this.revisionsOf(keys), -1);
  private readonly parkedStreams = new Gathered((keys) => this.parkedAmong(keys), false);

  private constructor(database: MongoDatabase) {
    super();
    this.checkpoints = database.model(checkpoints);
    this.revisions = database.model(revisions);
    this.progress = this.revisions.collection as unknown as mongo.Collection<RevisionDocument>;
    this.waiting = database.model(parkedMessages);
    this.givenUp = database.model(skippedMessages);
  }

  /** Who opened the database closes it. Calls reject with DatabaseUnavailable where it is not there. */
  static open(database: MongoDatabase): MongoConsumerState {
    return reachable(new MongoConsumerState(database));
  }

  async checkpoint(consumer: string): Promise<string | undefined> {
    return (await this.checkpoints.findById(consumer).lean())?.position;
  }

  lastRevision(consumer: string, stream: string): Promise<number> {
    return this.lastRevisions.get(keyOf(consumer, stream));
  }

  async advance(
    consumer: string,
    progress: readonly StreamProgress[],
    checkpoint: string | undefined,
  ): Promise<void> {
    for (let from = 0; from < progress.length; from += writesMax) {
      const writes = progress.slice(from, from + writesMax).map((each) => done(consumer, each));
      await this.progress.bulkWrite(writes, { ordered: false });
    }
    if (checkpoint === undefined) return;
    const position = { $set: { position: checkpoint } };
    await this.checkpoints.updateOne({ _id: consumer }, position, { upsert: true });
  }

  async park(message: ParkedMessage): Promise<void> {
    const { because, error, attempts, parkedAt, bytes, ...fixed } = message;
    const said = { because, error, attempts, parkedAt };
    const first = { ...fixed, bytes: new mongo.Binary(bytes) };
    await this.waiting.updateOne(
      { _id: keyOf(fixed.consumer, fixed.stream, fixed.revision) },
      { $set: said, $setOnInsert: first },
      { upsert: true },
    );
  }

  isParked(consumer: string, stream: string): Promise<boolean> {
    return this.parkedStreams.get(keyOf(consumer, stream));
  }

  async parked(consumer?: string, stream?: string): Promise<readonly ParkedMessage[]> {
    const which = { ...(consumer !== undefined && { consumer }), ...(stream !== undefined && { stream }) };
    const found = await this.waiting.find(which).sort({ consumer: 1, stream: 1, revision: 1 }).lean();
    return found.map(({ _id, bytes, ...message }) => ({ ...message, bytes: Buffer.from(bytes.buffer) }));
  }

  async unpark(consumer: string, stream: string, revision: number): Promise<void> {
    await this.advance(consumer, [{ stream, revision }], undefined);
    await this.waiting.deleteOne({ _id: keyOf(consumer, stream, revision) });
  }

  async skip(message: SkippedMessage): Promise<void> {
    const { consumer, stream, revision, skippedAt } = message;
    const _id = keyOf(consumer, stream, revision, skippedAt);
    await this.givenUp.updateOne({ _id }, { $setOnInsert: message }, { upsert: true });
    await this.unpark(consumer, stream, revision);
  }

  private async revisionsOf(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await this.revisions.find({ _id: { $in: keys } }).lean();
    return new Map(found.map(({ _id, revision }) => [_id, revision]));
  }

  private async parkedAmong(keys: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
    const parts = keys.map((key) => key.split('|'));
    const [consumers, streams] = [0, 1].map((at) => [...new Set(parts.map((each) => each[at] ?? ''))]);
    const among = { consumer: { $in: consumers ?? [] }, stream: { $in: streams ?? [] } };
    const found = await this.waiting.find(among, { consumer: 1, stream: 1 }).lean();
    return new Map(found.map((each) => [keyOf(each.consumer, each.stream), true]));
  }

  async skipped(consumer?: string): Promise<readonly SkippedMessage[]> {
    const which = consumer === undefined ? {} : { consumer };
    const found = await this.givenUp.find(which).sort({ skippedAt: 1, _id: 1 }).lean();
    return found.map(({ _id, ...message }) => message);
  }
}

/** MongoDB itself tries an upsert again that met another's insert of the same `_id`. */
function done(consumer: string, { stream, revision }: StreamProgress) {
  const filter = { _id: keyOf(consumer, stream) };
  const update = { $max: { revision }, $setOnInsert: { consumer, stream } };
  return { updateOne: { filter, update, upsert: true } };
}
