// Takes reports and imports, and runs the commands of people. Shows nothing; reacts only to what a crash has cut short.
export { CaseNumbers } from './case-numbers';
export { CaseCommandService } from './case-commands';
export { CaseImports } from './case-imports';
export { CaseMerges } from './case-merges';
export { CaseReports } from './case-reports';
export { OrganisationCommandService } from './community-commands';
export { intakeConsumer } from './intake.consumer';
export { IntakeModule } from './intake.module';
export * from './report.body';
export { importCase, intakeRoutes, joinCase, mergeCase, registerVolunteer, reportCase } from './routes';
export { VolunteerCommandService } from './volunteer-commands';
