import { declared } from '@threekeys/mongo';
import type { ChainedLine } from '@threekeys/privacy';
import { Schema } from 'mongoose';
import type { mongo } from 'mongoose';

interface Keyed {
  readonly _id: string;
}

/** Whose it is is written later; of an erased key only when that was. */
export interface KeyDocument extends Keyed {
  readonly wrapped?: mongo.Binary;
  readonly stream?: string;
  readonly person?: string;
  readonly erasedAt?: string;
}
export type SecretDocument = Keyed & { readonly wrapped: mongo.Binary };
export type MarkDocument = Keyed & { readonly position: string };
export type PlacesDocument = Keyed & {
  /** The last place that a writer was given. */
  readonly given: number;
};

/** One line of the chain of one writer and day. */
export interface AccessDocument extends ChainedLine {
  readonly day: string;
  readonly writer: string;
  readonly month: string;
  /** Its place among all lines of the month, by which they are ordered. */
  readonly place: number;
  /** Of the record, to be found by. */
  readonly at: string;
  readonly actor: string;
  readonly caseId?: string;
}

const options = { versionKey: false, id: false, strict: 'throw' } as const;
const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const bytes = { type: Buffer, required: true } as const;

/** `_id`: the kid. */
export const keys = declared(
  'keys',
  new Schema<KeyDocument>(
    { _id: text, wrapped: { type: Buffer }, stream: String, person: String, erasedAt: String },
    options,
  ).index({ stream: 1, person: 1 }),
);

/** `_id`: the secret's name. */
export const secrets = declared(
  'secrets',
  new Schema<SecretDocument>({ _id: text, wrapped: bytes }, options),
);

/** `_id`: what is known up to that position of the log. */
export const marks = declared('marks', new Schema<MarkDocument>({ _id: text, position: text }, options));

export const accesses = declared(
  'accesses',
  new Schema<AccessDocument>(
    {
      ...{ day: text, writer: text, number: whole, record: text, hash: text },
      ...{ month: text, place: whole, at: text, actor: text, caseId: String },
    },
    options,
  )
    .index({ day: 1, writer: 1, number: 1 }, { unique: true })
    .index({ month: 1, place: 1 }, { unique: true })
    .index({ actor: 1, month: 1, place: 1 })
    .index({ caseId: 1, month: 1, place: 1 }),
);

/** `_id`: the month. */
export const accessPlaces = declared(
  'access_places',
  new Schema<PlacesDocument>({ _id: text, given: whole }, options),
);

/** What has to be in the database of the keys. */
export const keyCollections = [keys, secrets, marks];

/** What has to be in the database of the access log. */
export const accessCollections = [accesses, accessPlaces];
