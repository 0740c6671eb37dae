import { Module } from '@nestjs/common';
import { commandController, CommandOrigins, ViewsWait } from '@threekeys/http';
import { AccountOwners } from './account-owners';
import { CaseCommandService } from './case-commands';
import { CaseImports } from './case-imports';
import { CaseMerges } from './case-merges';
import { CaseNumbers } from './case-numbers';
import { CaseReports } from './case-reports';
import { CasesByNumber } from './cases-by-number';
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
import { Corrections } from './corrections';
import { IntakeController } from './intake.controller';
import { IntakeReactions } from './intake.reactions';
import { MergedRequesters } from './merged-requesters';
import { MergeTargets } from './merge-targets';
import { OpenCases } from './open-cases';
import { OrganisationFacts } from './organisation-facts';
import { PagesController } from './pages/pages.controller';
import { pageServices } from './pages/page-services';
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
    PagesController,
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
    OrganisationFacts,
    AccountOwners,
    ConflictOfInterest,
    Corrections,
    ViewsWait,
    Requesters,
    CaseNumbers,
    CaseReports,
    CaseImports,
    CaseMerges,
    IntakeReactions,
    CasesByNumber,
    MergedRequesters,
    MergeTargets,
    ImportMaking,
    ImportedCases,
    CaseCommandService,
    VolunteerCommandService,
    OrganisationCommandService,
    CompoundCommandService,
    CatalogueCommandService,
    PolicyCommandService,
    ...pageServices,
  ],
  exports: [CaseNumbers],
})
export class IntakeModule {}
