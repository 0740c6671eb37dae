import type { MongoDatabase } from '@threekeys/mongo';
import { isDuplicateKey } from '@threekeys/mongo';
import type { CheckedQuery, Counts, Projection, RowChange, StoredRow, Value } from '@threekeys/read-models';
import { everyRow, isAbsent } from '@threekeys/read-models';
import type { mongo } from 'mongoose';
import mongoose from 'mongoose';
import { isDeepStrictEqual } from 'node:util';
import { orderedText, plainText } from './ordered-text';
import type { RowDocument, WrittenDocument } from './row-document';
import { columnsOf, documentOf, rowOf, storedRow } from './row-document';
import { field, filterOf, pageFilterOf, sortOf } from './row-filter';
import { indexesOf } from './row-indexes';

type Operation = mongo.AnyBulkWriteOperation<RowDocument>;

export interface KeyedTokens {
  readonly key: string;
  readonly tokens: readonly string[];
}

const scannedAtOnce = 1000;

/**
 * The rows of one build of a view: one document each. The driver's own collection, not a model: each build of each
 * projection has another one, and there is nothing for a schema to cast.
 */
export class BuildRows {
  private readonly collection: mongo.Collection<RowDocument>;

  constructor(
    database: MongoDatabase,
    name: string,
    private readonly projection: Projection,
  ) {
    this.collection = database.collection(name) as unknown as mongo.Collection<RowDocument>;
  }

  /** Empty, so at once. */
  async create(): Promise<void> {
    await this.collection.createIndexes(indexesOf(this.projection).map(({ name, key }) => ({ name, key })));
  }

  async drop(): Promise<void> {
    await this.collection.drop();
  }

  /** Writes them in any order: each row guards itself. Several changes of one row come one after the other. */
  async apply(documents: readonly WrittenDocument[]): Promise<void> {
    for (const round of rounds(documents)) await this.applyRound(round);
  }

  /** @throws Error where a row breaks its projection's promise: before anything is written */
  documents(changes: readonly RowChange[]): readonly WrittenDocument[] {
    return changes.map((change) => documentOf(this.projection, change));
  }

  async index(entries: readonly KeyedTokens[]): Promise<void> {
    const operations = entries.map(({ key, tokens }) => ({
      updateOne: {
        filter: { _id: orderedText(key), gone: false },
        update: { $set: { tokens: [...new Set(tokens)] } },
      },
    }));
    if (operations.length > 0) await this.collection.bulkWrite(operations, { ordered: false });
  }

  async rows(keys: readonly string[]): Promise<ReadonlyMap<string, RowDocument>> {
    const found = new Map<string, RowDocument>();
    if (keys.length === 0) return found;
    for await (const each of this.collection.find({ _id: { $in: keys.map(orderedText) } }))
      found.set(plainText(each._id), each);
    return found;
  }

  async row(key: string): Promise<RowDocument | null> {
    return this.collection.findOne({ _id: orderedText(key), gone: false });
  }

  async keysOf(stream: string): Promise<readonly string[]> {
    const found = await this.collection.find({ stream }, { projection: { _id: 1 } }).toArray();
    return found.map(({ _id }) => plainText(_id));
  }

  /** One more than the page has, where there are more. */
  async page(query: CheckedQuery): Promise<readonly RowDocument[]> {
    const max = query.limit + 1;
    return this.collection
      .find(pageFilterOf(query), { projection: { columns: 0, tokens: 0 } })
      .sort(sortOf(query))
      .limit(max)
      .batchSize(max)
      .toArray();
  }

  async count(
    column: string | undefined,
    query: Pick<CheckedQuery, 'conditions' | 'tokens'>,
  ): Promise<Counts> {
    const name = column === undefined ? undefined : field(column);
    const isSet = column !== undefined && this.projection.columns[column] === 'text[]';
    const counted = await this.collection
      .aggregate<{ _id: Value | null; rows: number }>([
        { $match: filterOf(query) },
        ...(isSet ? [{ $unwind: `$${name ?? ''}` }] : []),
        { $group: { _id: name === undefined ? null : `$${name}`, rows: { $sum: 1 } } },
      ])
      .toArray();
    const counts = counted.map(({ _id, rows }) => [plainValue(_id ?? everyRow), rows] as const);
    return new Map(counts.filter(([value]) => !isAbsent(value)));
  }

  /** All rows in order of their keys, tombstones too. */
  async *scan(): AsyncIterable<RowDocument> {
    yield* this.collection.find().sort({ _id: 1 }).batchSize(scannedAtOnce);
  }

  /** Keys of rows with other columns than the row says. */
  async misfiled(): Promise<readonly string[]> {
    const found: string[] = [];
    for await (const { _id, row, gone, columns } of this.scan()) {
      const expected = row === null ? {} : columnsOf(this.projection, rowOf(row));
      if (gone !== (row === null) || !isDeepStrictEqual(columns, expected)) found.push(plainText(_id));
    }
    return found;
  }

  async size(): Promise<number> {
    return this.collection.countDocuments({ gone: false });
  }

  private async applyRound(documents: readonly WrittenDocument[]): Promise<void> {
    const taken = await this.write(documents.map((each) => guarded(each, { upsert: true })));
    // Stale, or somebody else was first to write a row at all: now that it is there, its guard tells.
    const again = taken.flatMap((at) => documents[at] ?? []);
    if (again.length > 0) await this.write(again.map((each) => guarded(each, { upsert: false })));
  }

  /** @returns which of them found their key taken */
  private async write(operations: Operation[]): Promise<readonly number[]> {
    try {
      await this.collection.bulkWrite(operations, { ordered: false });
      return [];
    } catch (error) {
      return takenIn(error);
    }
  }
}

/** A row as the view says it, by its key. */
export function keyedRow(document: RowDocument): StoredRow & { readonly key: string } {
  return { key: plainText(document._id), ...storedRow(document) };
}

function guarded({ _id, ...fields }: WrittenDocument, { upsert }: { upsert: boolean }): Operation {
  const filter = { _id, revision: { $lt: fields.revision } };
  const update = {
    $set: fields,
    ...(upsert && fields.tokens === undefined ? { $setOnInsert: { tokens: [] } } : {}),
  };
  return { updateOne: { filter, update, upsert } };
}

/** The n-th round has the n-th change of each row that has so many. */
function rounds(documents: readonly WrittenDocument[]): readonly (readonly WrittenDocument[])[] {
  const of: WrittenDocument[][] = [];
  const changes = new Map<string, number>();
  for (const each of documents) {
    const nth = changes.get(each._id) ?? 0;
    changes.set(each._id, nth + 1);
    (of[nth] ??= []).push(each);
  }
  return of;
}

/** @throws the error where it says anything else */
function takenIn(error: unknown): readonly number[] {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
  const refused = [error.writeErrors].flat();
  const isOnlyTaken = refused.length > 0 && refused.every(isDuplicateKey);
  if (!isOnlyTaken || error.result.getWriteConcernError() !== undefined) throw error;
  return refused.map(({ index }) => index);
}

const plainValue = (value: Value): Value => (typeof value === 'string' ? plainText(value) : value);
