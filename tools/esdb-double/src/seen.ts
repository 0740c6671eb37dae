import type { From } from './read-request';

/** What clients have asked of a server, for specs that have to know. */
export class Seen {
  readonly calls = { append: 0, batchAppend: 0, read: 0, subscribe: 0 };
  /** Peers that have called, by address and port: one for each connection. */
  readonly connections = new Set<string>();
  /** Where each subscription began, in order. */
  readonly subscribedFrom: From[] = [];
}
