import type {
  AccountRows,
  Accounts,
  Receipts,
  SequenceRows,
  Sequences,
  SessionRows,
  Sessions,
  TokenRows,
  Tokens,
} from '@threekeys/auth';
import { BlockSequences, ExpiringSessions, HashedAccounts, HashedTokens } from '@threekeys/auth';
import { eventSchemas } from '@threekeys/domain';
import type { Clock, EventStore } from '@threekeys/event-store';
import { StoredRules } from '@threekeys/event-store';
import type { AccessLog, KeyStore } from '@threekeys/privacy';
import { BigramIndexer, FieldSealer, KeyRing, Opener, plansOf } from '@threekeys/privacy';
import type { ReadModels } from '@threekeys/read-models';

/** Everything of an engine that is a matter of where things lie. */
export interface EnginePorts {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly keys: KeyStore;
  readonly accessLog: AccessLog;
  readonly accounts: AccountRows;
  readonly sessions: SessionRows;
  readonly tokens: TokenRows;
  readonly sequences: SequenceRows;
  readonly receipts: Receipts;
  readonly operatorToken: string;
  readonly clock: Clock;
}

/** What the services run on, the same on every engine. */
export interface Engine {
  readonly ports: EnginePorts;
  readonly opener: Opener;
  readonly ring: KeyRing;
  readonly sealer: FieldSealer;
  readonly rules: StoredRules;
  readonly indexer: BigramIndexer;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly sequences: Sequences;
  readonly receipts: Receipts;
}

/** Wires the ports. Nothing runs yet; the key store is asked for the secret of the search index. */
export async function engineOn(ports: EnginePorts): Promise<Engine> {
  const { store, keys, accounts, sessions, tokens, sequences, receipts, clock } = ports;
  const opener = new Opener(keys);
  const ring = new KeyRing(keys, opener);
  return {
    ports,
    ...{ opener, ring, receipts },
    sealer: new FieldSealer(ring, plansOf(eventSchemas)),
    rules: new StoredRules(store, clock),
    indexer: new BigramIndexer(opener, await keys.secret('search')),
    accounts: new HashedAccounts(accounts),
    sessions: new ExpiringSessions(sessions, clock),
    tokens: new HashedTokens(tokens, accounts, clock),
    sequences: new BlockSequences(sequences),
  };
}
