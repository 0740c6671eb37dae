import type {
  Catalogue,
  CatalogueCommand,
  CatalogueEvent,
  Compound,
  CompoundCommand,
  CompoundEvent,
  Organisation,
  OrganisationCommand,
  OrganisationEvent,
  Policy,
  PolicyCommand,
  PolicyEvent,
} from '@threekeys/domain';
import {
  catalogueDecider,
  catalogueEvents,
  compoundDecider,
  compoundEvents,
  newestSchemas,
  organisationDecider,
  organisationEvents,
  policyDecider,
  policyEvents,
} from '@threekeys/domain';
import type { Aggregate } from './aggregate';

/** The aggregates that the rules are made of, as the command handler and {@link StoredRules} take them. */
export const policyAggregate: Aggregate<Policy, PolicyCommand, PolicyEvent> = {
  decider: policyDecider,
  events: policyEvents,
  schemas: newestSchemas,
};

export const catalogueAggregate: Aggregate<Catalogue, CatalogueCommand, CatalogueEvent> = {
  decider: catalogueDecider,
  events: catalogueEvents,
};

export const organisationAggregate: Aggregate<Organisation, OrganisationCommand, OrganisationEvent> = {
  decider: organisationDecider,
  events: organisationEvents,
  schemas: newestSchemas,
};

export const compoundAggregate: Aggregate<Compound, CompoundCommand, CompoundEvent> = {
  decider: compoundDecider,
  events: compoundEvents,
};
