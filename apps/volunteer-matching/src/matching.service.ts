import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  caseAggregate,
  Clock,
  CommandHandler,
  EventStore,
  matchAggregate,
  RulesSource,
  Sealer,
  volunteerAggregate,
} from '@threekeys/event-store';
import { Messaging } from '@threekeys/messaging';
import { Likeness, Opener } from '@threekeys/privacy';
import { ConflictsOfInterest } from './conflicts-of-interest';
import { matchingConsumer } from './matching.consumer';
import type { MatchingPorts } from './ports';
import { VolunteerPool } from './volunteer-pool';
import type { Why } from './why.query';
import { WhyQuery } from './why.query';

/** Hands the reactions of matching to messaging, before it starts, and answers why. */
@Injectable()
export class MatchingService implements OnModuleInit {
  @Inject() private readonly messaging!: Messaging;
  @Inject() private readonly store!: EventStore;
  @Inject() private readonly sealer!: Sealer;
  @Inject() private readonly clock!: Clock;
  @Inject() private readonly rules!: RulesSource;
  @Inject() private readonly opener!: Opener;
  private query: WhyQuery | undefined;

  onModuleInit(): void {
    const ports = this.ports();
    this.query = new WhyQuery(ports);
    this.messaging.consume(matchingConsumer(ports));
  }

  /** As {@link WhyQuery.why}. @throws Error before the module is initialised */
  why(caseId: string, volunteerId: string): Promise<Why> {
    if (!this.query) throw new Error('the module is not initialised');
    return this.query.why(caseId, volunteerId);
  }

  private ports(): MatchingPorts {
    const { store, sealer, clock, rules } = this;
    const ports = { store, sealer, clock, rules };
    return {
      cases: new CommandHandler(caseAggregate, ports),
      volunteers: new CommandHandler(volunteerAggregate, ports),
      matches: new CommandHandler(matchAggregate, ports),
      pool: new VolunteerPool(store),
      conflicts: new ConflictsOfInterest(new Likeness(this.opener)),
      ...{ rules, clock },
    };
  }
}
