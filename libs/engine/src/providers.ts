import type { Provider } from '@nestjs/common';
import { Accounts, LoginLimiter, Receipts, Sequences, Sessions, Tokens } from '@threekeys/auth';
import { Clock, EventStore, RulesSource, Sealer } from '@threekeys/event-store';
import { Access, TableAccess } from '@threekeys/http';
import { Messaging } from '@threekeys/messaging';
import { AccessLog, KeyStore, Opener, RevealGate } from '@threekeys/privacy';
import { ReadModels, Views } from '@threekeys/read-models';
import type { Engine } from './engine';
import { ViewedVolunteerAccounts } from './volunteer-accounts';

/** How this process hears of events, and how it knows where the views are. */
export interface Hearing {
  readonly messaging: Messaging;
  readonly views: Views;
}

/** What the modules of the services are given. */
export function providersOf(engine: Engine, { messaging, views }: Hearing): readonly Provider[] {
  const { ports, opener, sealer, rules, accounts, sessions, tokens, sequences, receipts } = engine;
  const { store, models, keys, accessLog, operatorToken, clock } = ports;
  const signedIn = { sessions, tokens, accounts, operatorToken };
  return [
    { provide: EventStore, useValue: store },
    { provide: ReadModels, useValue: models },
    { provide: KeyStore, useValue: keys },
    { provide: AccessLog, useValue: accessLog },
    { provide: Clock, useValue: clock },
    { provide: Sealer, useValue: sealer },
    { provide: RulesSource, useValue: rules },
    { provide: Opener, useValue: opener },
    { provide: RevealGate, useValue: new RevealGate(opener, accessLog, clock) },
    { provide: Views, useValue: views },
    { provide: Messaging, useValue: messaging },
    { provide: Accounts, useValue: accounts },
    { provide: Sessions, useValue: sessions },
    { provide: Tokens, useValue: tokens },
    { provide: LoginLimiter, useValue: new LoginLimiter(clock) },
    { provide: Receipts, useValue: receipts },
    { provide: Sequences, useValue: sequences },
    {
      provide: Access,
      useValue: new TableAccess(signedIn, rules, new ViewedVolunteerAccounts(models), clock),
    },
  ];
}
