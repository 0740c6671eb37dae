import { caseEvents } from './case/case.events';
import { catalogueEvents } from './catalogue/catalogue.messages';
import { compoundEvents } from './compound/compound.messages';
import { installationEvents } from './installation/installation.messages';
import { matchEvents } from './match/match.messages';
import type { MessageSchemas } from './message';
import { organisationEvents } from './organisation/organisation.messages';
import { policyEvents } from './policy/policy.messages';
import { volunteerEvents } from './volunteer/volunteer.messages';

/** Every event this version writes: what is personal in them follows from their schemas. */
export const eventSchemas: MessageSchemas = {
  ...caseEvents,
  ...volunteerEvents,
  ...matchEvents,
  ...organisationEvents,
  ...compoundEvents,
  ...catalogueEvents,
  ...policyEvents,
  ...installationEvents,
};
