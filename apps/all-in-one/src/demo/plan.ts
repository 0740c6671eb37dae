import type { InstallationPlan } from '@threekeys/engine';
import { catalogueCommands, compoundCommands, organisationCommands, policyCommands } from './community';

/** What an installation of the demo is opened with. @param until the instant at which the simulated clock ends */
export const demoPlan = (until: string): InstallationPlan => ({
  opened: { clock: 'simulated', until },
  policy: policyCommands(),
  catalogue: catalogueCommands(),
  organisation: organisationCommands(),
  compounds: compoundCommands(),
});
