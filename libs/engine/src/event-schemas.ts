import type { MessageSchemas } from '@threekeys/domain';
import {
  caseEvents,
  catalogueEvents,
  compoundEvents,
  installationEvents,
  matchEvents,
  organisationEvents,
  policyEvents,
  volunteerEvents,
} from '@threekeys/domain';

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
