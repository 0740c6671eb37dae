/** How to reach a server, and how patient to be. */
export interface EventStoreDbOptions {
  /** `esdb://…` or `esdb+discover://…`, credentials included. */
  readonly connectionString: string;
  /** Put before the name of every stream, so that several logs can share a server. Default: none. */
  readonly prefix?: string;
  /** An append without an answer for so long is of unknown outcome. Default 5000. */
  readonly appendDeadlineMs?: number;
  /** A read that brings nothing for so long has failed. Default 10000. */
  readonly readSilenceMaxMs?: number;
  /** A subscription that brings nothing for so long is begun anew from where it was. Default 30000. */
  readonly idleMaxMs?: number;
  /** Pauses before a broken read or subscription is begun anew. Default 50 to 5000. */
  readonly backOffMs?: { readonly first: number; readonly max: number };
  /** Told how far each subscription has looked, also where nothing passed its filter. What it throws is left alone. */
  readonly onCheckpoint?: (position: string) => void;
}

export type Settings = Required<Omit<EventStoreDbOptions, 'connectionString'>>;

/** With the defaults of what is not given. */
export function settingsOf(options: EventStoreDbOptions): Settings {
  const { prefix = '', appendDeadlineMs = 5_000, readSilenceMaxMs = 10_000, idleMaxMs = 30_000 } = options;
  const { backOffMs = { first: 50, max: 5_000 }, onCheckpoint = () => undefined } = options;
  return { prefix, appendDeadlineMs, readSilenceMaxMs, idleMaxMs, backOffMs, onCheckpoint };
}
