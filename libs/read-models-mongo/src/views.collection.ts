import type { GlobalPosition } from '@threekeys/event-store';
import { declared } from '@threekeys/mongo';
import { Schema } from 'mongoose';

/** A collection that holds a view as some version makes it. */
export interface RegisteredBuild {
  readonly number: number;
  readonly version: number;
  readonly description: string;
  readonly checkpoint?: GlobalPosition;
}

/** A view: what answers, and what is built beside it. One document, so that what is one step is one write. */
export interface RegisteredView {
  readonly _id: string;
  /** Counts the changes of which builds there are: whoever has seen another count changes nothing. */
  readonly turn: number;
  readonly standing?: RegisteredBuild;
  readonly building?: RegisteredBuild;
}

const build = new Schema<RegisteredBuild>(
  {
    number: { type: Number, required: true },
    version: { type: Number, required: true },
    description: { type: String, required: true },
    checkpoint: String,
  },
  { _id: false, versionKey: false, id: false },
);

export const views = declared<RegisteredView>(
  'views',
  new Schema<RegisteredView>(
    { _id: String, turn: { type: Number, required: true }, standing: build, building: build },
    { versionKey: false, id: false },
  ),
);
