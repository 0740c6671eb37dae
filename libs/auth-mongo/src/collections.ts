import type { NothingNew, StoredAccount, StoredSession, StoredToken } from '@threekeys/auth';
import { receiptDays } from '@threekeys/auth';
import { declared } from '@threekeys/mongo';
import { Schema } from 'mongoose';

interface Keyed {
  readonly _id: string;
}

export type AccountDocument = Keyed & Omit<StoredAccount, 'username'>;
export type SessionDocument = Keyed & Omit<StoredSession, 'hash'>;
export type TokenDocument = Keyed & Omit<StoredToken, 'name'>;
export type SequenceDocument = Keyed & {
  /** The last number that somebody was given. */
  readonly given: number;
};
interface Dated {
  /** When it was first said. */
  readonly at: Date;
}
export type ReceiptDocument = Keyed & Dated & { readonly hmac: string };
export type NothingNewDocument = Keyed & Dated & NothingNew;

const options = { versionKey: false, id: false, strict: 'throw' } as const;
const text = { type: String, required: true } as const;
const whole = { type: Number, required: true } as const;
const instant = { type: Date, required: true } as const;
/** MongoDB removes what is older, so that nothing grows for ever. Whether it has done so yet changes no answer. */
const forgotten = { expireAfterSeconds: (receiptDays + 1) * 86_400 } as const;

/** `_id`: the username. */
export const accounts = declared(
  'accounts',
  new Schema<AccountDocument>(
    { _id: text, password: text, disabled: { type: Boolean, required: true } },
    options,
  ),
);

/** `_id`: the hash of the session's token. */
export const sessions = declared(
  'sessions',
  new Schema<SessionDocument>({ _id: text, username: text, expiresAt: text }, options)
    .index({ username: 1 })
    .index({ expiresAt: 1 }),
);

/** `_id`: the token's name. */
export const tokens = declared(
  'tokens',
  new Schema<TokenDocument>(
    { _id: text, account: text, createdAt: text, createdBy: String, hash: text },
    options,
  ).index({ hash: 1 }, { unique: true }),
);

/** `_id`: the sequence's name. */
export const sequences = declared(
  'sequences',
  new Schema<SequenceDocument>({ _id: text, given: whole }, options),
);

/** `_id`: the command's id. */
export const receipts = declared(
  'receipts',
  new Schema<ReceiptDocument>({ _id: text, at: instant, hmac: text }, options).index({ at: 1 }, forgotten),
);

/** `_id`: the command's id. */
export const nothingNew = declared(
  'nothing_new',
  new Schema<NothingNewDocument>(
    { _id: text, at: instant, revision: whole, leafHash: text, position: text },
    options,
  ).index({ at: 1 }, forgotten),
);

/** What has to be there before anything here is used. */
export const authCollections = [accounts, sessions, tokens, sequences, receipts, nothingNew];
