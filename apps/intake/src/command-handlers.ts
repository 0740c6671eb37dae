import { Injectable } from '@nestjs/common';
import { Receipts } from '@threekeys/auth';
import {
  caseAggregate,
  catalogueAggregate,
  Clock,
  CommandHandler,
  compoundAggregate,
  EventStore,
  organisationAggregate,
  policyAggregate,
  RulesSource,
  Sealer,
  volunteerAggregate,
} from '@threekeys/event-store';
import { RememberingHandler } from './remembering-handler';

/** What every command handler needs. */
@Injectable()
export class HandlingPorts {
  constructor(
    readonly store: EventStore,
    readonly sealer: Sealer,
    readonly clock: Clock,
    readonly rules: RulesSource,
  ) {}
}

/** The command handler of each aggregate that people give commands to. */
@Injectable()
export class CommandHandlers {
  readonly case;
  readonly volunteer;
  readonly organisation;
  readonly compound;
  readonly catalogue;
  readonly policy;

  readonly clock: Clock;
  readonly rules: RulesSource;

  constructor(ports: HandlingPorts, receipts: Receipts) {
    this.clock = ports.clock;
    this.rules = ports.rules;
    this.case = new RememberingHandler(new CommandHandler(caseAggregate, ports), receipts);
    this.volunteer = new RememberingHandler(new CommandHandler(volunteerAggregate, ports), receipts);
    this.organisation = new RememberingHandler(new CommandHandler(organisationAggregate, ports), receipts);
    this.compound = new RememberingHandler(new CommandHandler(compoundAggregate, ports), receipts);
    this.catalogue = new RememberingHandler(new CommandHandler(catalogueAggregate, ports), receipts);
    this.policy = new RememberingHandler(new CommandHandler(policyAggregate, ports), receipts);
  }
}
