import type { EventStore } from '@threekeys/event-store';
import { findBeyond } from '@threekeys/messaging';
import type { ProgressBeyond } from '@threekeys/messaging';
import type { MongoDatabase } from '@threekeys/mongo';
import type { Model } from 'mongoose';
import { checkpoints, parkedMessages, revisions } from './collections';

type Furthest = ReadonlyMap<string, number>;

/** Compares what consumers have written down with a log that may have lost its tail. Changes nothing. */
export async function progressBeyond(database: MongoDatabase, store: EventStore): Promise<ProgressBeyond> {
  const found = await database.model(checkpoints).find().lean();
  const done = await furthestOf(database.model(revisions));
  const waiting = await furthestOf(database.model(parkedMessages));
  const furthest = [...new Set([...done.keys(), ...waiting.keys()])].sort().map((stream) => ({
    stream,
    revision: Math.max(done.get(stream) ?? -1, waiting.get(stream) ?? -1),
  }));
  const written = found.map(({ _id, position }) => ({ consumer: _id, position }));
  return findBeyond({ checkpoints: written, furthest }, store);
}

/**
 * Takes every consumer back to the end of the log, while none runs. New events will be given the places of lost ones: a
 * consumer that believed to have handled those would pass over these. What a crash leaves undone is found by the next call.
 */
export async function takeBackProgress(database: MongoDatabase, store: EventStore): Promise<ProgressBeyond> {
  const beyond = await progressBeyond(database, store);
  const position = await store.end();
  for (const { stream, lastRevision } of beyond.streams) {
    const isBeyond = { stream, revision: { $gt: lastRevision } };
    await database.model(parkedMessages).deleteMany(isBeyond);
    if (lastRevision < 0) await database.model(revisions).deleteMany({ stream });
    else await database.model(revisions).updateMany(isBeyond, { $set: { revision: lastRevision } });
  }
  const lost = { _id: { $in: [...beyond.consumers] } };
  if (position === undefined) await database.model(checkpoints).deleteMany(lost);
  else await database.model(checkpoints).updateMany(lost, { $set: { position } });
  return beyond;
}

async function furthestOf(places: Pick<Model<never>, 'aggregate'>): Promise<Furthest> {
  const byStream = await places.aggregate<{ _id: string; revision: number }>([
    { $group: { _id: '$stream', revision: { $max: '$revision' } } },
  ]);
  return new Map(byStream.map(({ _id, revision }) => [_id, revision]));
}
