// Reads: lists, cases, histories, the stream of changes, what operators see. Decides nothing.
export * from './cases.responses';
export * from './community.responses';
export * from './operator.responses';
export { ReportingModule } from './reporting.module';
export { reportingRoutes } from './routes';
