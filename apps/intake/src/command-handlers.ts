import { Injectable } from '@nestjs/common';
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

/** The command handler of each aggregate that people give commands to. */
@Injectable()
export class CommandHandlers {
  readonly case;
  readonly volunteer;
  readonly organisation;
  readonly compound;
  readonly catalogue;
  readonly policy;

  constructor(
    store: EventStore,
    sealer: Sealer,
    readonly clock: Clock,
    readonly rules: RulesSource,
  ) {
    const ports = { store, sealer, clock, rules };
    this.case = new CommandHandler(caseAggregate, ports);
    this.volunteer = new CommandHandler(volunteerAggregate, ports);
    this.organisation = new CommandHandler(organisationAggregate, ports);
    this.compound = new CommandHandler(compoundAggregate, ports);
    this.catalogue = new CommandHandler(catalogueAggregate, ports);
    this.policy = new CommandHandler(policyAggregate, ports);
  }
}
