import { Accounts, LoginLimiter, Receipts, Sequences, Sessions, Tokens } from '@threekeys/auth';
import { Clock, EventStore, RulesSource, Sealer } from '@threekeys/event-store';
import { Access, TableAccess } from '@threekeys/http';
import { Messaging } from '@threekeys/messaging';
import { AccessLog, KeyStore, Opener, RevealGate } from '@threekeys/privacy';
import { Projector, ReadModels } from '@threekeys/read-models';
import type { Adapters, Logger } from '@threekeys/runtime';
import { checksOf } from './checks';
import type { EmbeddedEngine } from './embedded-engine';
import type { InstallationPlan } from './opening';
import { partsOf } from './parts';
import { ViewedVolunteerAccounts } from './volunteer-accounts';

/** What the modules are given, and what runs behind them. */
export function embeddedAdapters(engine: EmbeddedEngine, logs: Logger, plan: InstallationPlan): Adapters {
  const { stores, clock, opener, sealer, rules, projector, messaging } = engine;
  const { accounts, sessions, tokens, sequences, receipts } = engine;
  const { store, models, keys, accessLog, operatorToken } = stores;
  const signedIn = { sessions, tokens, operatorToken };
  const access = new TableAccess(signedIn, rules, new ViewedVolunteerAccounts(models));
  return {
    providers: [
      { provide: EventStore, useValue: store },
      { provide: ReadModels, useValue: models },
      { provide: KeyStore, useValue: keys },
      { provide: AccessLog, useValue: accessLog },
      { provide: Clock, useValue: clock },
      { provide: Sealer, useValue: sealer },
      { provide: RulesSource, useValue: rules },
      { provide: Opener, useValue: opener },
      { provide: RevealGate, useValue: new RevealGate(opener, accessLog, clock) },
      { provide: Projector, useValue: projector },
      { provide: Messaging, useValue: messaging },
      { provide: Accounts, useValue: accounts },
      { provide: Sessions, useValue: sessions },
      { provide: Tokens, useValue: tokens },
      { provide: LoginLimiter, useValue: new LoginLimiter(clock) },
      { provide: Receipts, useValue: receipts },
      { provide: Sequences, useValue: sequences },
      { provide: Access, useValue: access },
    ],
    parts: partsOf(engine, logs, plan),
    checks: checksOf(engine),
  };
}
