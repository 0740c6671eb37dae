// Takes reports and imports, and runs the commands of people. Shows nothing and reacts to nothing.
export { CaseNumbers } from './case-numbers';
export { IntakeModule } from './intake.module';
export * from './report.body';
export { intakeRoutes } from './routes';
