import { Module } from '@nestjs/common';
import { commandController, CommandOrigins, ViewsWait } from '@threekeys/http';
import { AccountOwners } from './account-owners';
import { CaseCommandService } from './case-commands';
import { CaseImports } from './case-imports';
import { CaseNumbers } from './case-numbers';
import { CaseReports } from './case-reports';
import { CommandHandlers, HandlingPorts } from './command-handlers';
import {
  CatalogueCommandService,
  CommunityCommands,
  CompoundCommandService,
  OrganisationCommandService,
  PolicyCommandService,
} from './community-commands';
import { ConflictOfInterest } from './conflict-of-interest';
import { ImportMaking } from './import-making';
import { ImportedCases } from './imported-cases';
import { IntakeController } from './intake.controller';
import { OpenCases } from './open-cases';
import { Requesters } from './requesters';
import {
  caseCommandRoutes,
  catalogueCommandRoutes,
  compoundCommandRoutes,
  organisationCommandRoutes,
  policyCommandRoutes,
  volunteerCommandRoutes,
} from './routes';
import { VolunteerCommandService } from './volunteer-commands';

/** Takes reports and runs the commands of people. Ports come from the composition. */
@Module({
  controllers: [
    IntakeController,
    commandController(caseCommandRoutes, CaseCommandService),
    commandController(volunteerCommandRoutes, VolunteerCommandService),
    commandController(organisationCommandRoutes, OrganisationCommandService),
    commandController(compoundCommandRoutes, CompoundCommandService),
    commandController(catalogueCommandRoutes, CatalogueCommandService),
    commandController(policyCommandRoutes, PolicyCommandService),
  ],
  providers: [
    CommandHandlers,
    HandlingPorts,
    CommandOrigins,
    CommunityCommands,
    OpenCases,
    AccountOwners,
    ConflictOfInterest,
    ViewsWait,
    Requesters,
    CaseNumbers,
    CaseReports,
    CaseImports,
    ImportMaking,
    ImportedCases,
    CaseCommandService,
    VolunteerCommandService,
    OrganisationCommandService,
    CompoundCommandService,
    CatalogueCommandService,
    PolicyCommandService,
  ],
  exports: [CaseNumbers],
})
export class IntakeModule {}
