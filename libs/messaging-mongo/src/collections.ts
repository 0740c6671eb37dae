import { declared } from '@threekeys/mongo';
import type { Lease, ParkedMessage, SkippedMessage, StreamProgress } from '@threekeys/messaging';
import { Schema } from 'mongoose';
import type { mongo } from 'mongoose';

interface Keyed {
  readonly _id: string;
}

export type CheckpointDocument = Keyed & { readonly position: string };
export type RevisionDocument = Keyed & StreamProgress & { readonly consumer: string };
export type ParkedDocument = Keyed & Omit<ParkedMessage, 'bytes'> & { readonly bytes: mongo.Binary };
export type SkippedDocument = Keyed & SkippedMessage;
export type LeaseDocument = Keyed & Omit<Lease, 'name'>;

const options = { versionKey: false, id: false, strict: 'throw' } as const;
const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const place = { consumer: text, stream: text, revision: whole } as const;

/** One a consumer; `_id` is its name. */
export const checkpoints = declared(
  'consumer_checkpoints',
  new Schema<CheckpointDocument>({ _id: text, position: text }, options),
);

/** One a consumer and stream, which `_id` joins. */
export const revisions = declared(
  'consumer_revisions',
  new Schema<RevisionDocument>({ _id: text, ...place }, options).index({ stream: 1 }),
);

/** One a consumer, stream and revision, which `_id` joins. */
export const parkedMessages = declared(
  'parked_messages',
  new Schema<ParkedDocument>(
    {
      ...{ _id: text, ...place, position: text, type: text, bytes: { type: Buffer, required: true } },
      ...{ because: text, error: { type: String }, attempts: whole, parkedAt: text },
    },
    options,
  ).index({ consumer: 1, stream: 1, revision: 1 }),
);

/** What was given up at one instant; `_id` joins the place and the instant. */
export const skippedMessages = declared(
  'skipped_messages',
  new Schema<SkippedDocument>(
    { _id: text, ...place, type: text, reason: text, by: text, skippedAt: text },
    options,
  ).index({ consumer: 1, skippedAt: 1 }),
);

/** One a name, which is its `_id`. */
export const leases = declared(
  'leases',
  new Schema<LeaseDocument>({ _id: text, holder: text, term: whole, until: text }, options),
);

/** What has to be there before anything here is used. */
export const messagingCollections = [checkpoints, revisions, parkedMessages, skippedMessages, leases];
