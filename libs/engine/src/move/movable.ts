import type { AccountRows, TokenRows } from '@threekeys/auth';
import type { EventStore } from '@threekeys/event-store';
import type { ConsumerState } from '@threekeys/messaging';
import type { AccessLog, KeyStore } from '@threekeys/privacy';

/** An installation that is stopped, as what has to come along when it moves to another engine. */
export interface Movable {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly consumers: ConsumerState;
  readonly accounts: AccountRows;
  readonly tokens: TokenRows;
  readonly accessLog: AccessLog;
}

/** A home with a file of this name is filled in part: it does not start until the move into it has come to its end. */
export const halfMovedMark = 'half-moved';

/** The target holds something else than the beginning of what is to be moved. */
export class TargetNotEmpty extends Error {
  constructor(what: string) {
    super(`the target is not empty: it holds ${what} that do not come from here. Name an empty one.`);
    this.name = 'TargetNotEmpty';
  }
}
