import type { AccountRows, SequenceRows, SessionRows, TokenRows } from '@threekeys/auth';
import {
  SqliteAccountRows,
  SqliteReceipts,
  SqliteSequenceRows,
  SqliteSessionRows,
  SqliteTokenRows,
} from '@threekeys/auth-sqlite';
import type { Clock } from '@threekeys/event-store';
import type { ConsumerState } from '@threekeys/messaging';
import { SqliteConsumerState } from '@threekeys/messaging-sqlite';
import { onDiskOf } from './embedded-disk';
import type { EmbeddedStores } from './embedded-stores';

/** What lies in ops.sqlite. */
export interface EmbeddedOperations {
  readonly accounts: AccountRows;
  readonly sessions: SessionRows;
  readonly tokens: TokenRows;
  readonly sequences: SequenceRows;
  readonly receipts: SqliteReceipts;
  readonly consumers: ConsumerState;
}

export function embeddedOperations({ operations, store }: EmbeddedStores, clock: Clock): EmbeddedOperations {
  return {
    accounts: onDiskOf(store, new SqliteAccountRows(operations)),
    sessions: onDiskOf(store, new SqliteSessionRows(operations)),
    tokens: onDiskOf(store, new SqliteTokenRows(operations)),
    sequences: onDiskOf(store, new SqliteSequenceRows(operations)),
    receipts: onDiskOf(store, new SqliteReceipts(operations, clock)),
    consumers: onDiskOf(store, SqliteConsumerState.open(operations)),
  };
}
