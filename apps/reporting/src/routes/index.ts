import type { Route } from '@threekeys/http';
import { caseListRoutes } from './case-lists.routes';
import { caseRoutes } from './case.routes';
import { deskRoutes } from './desk.routes';
import { communityRoutes } from './community.routes';
import { accountRoutes } from './accounts.routes';
import { operationRoutes } from './operation.routes';

export * from './case-lists.routes';
export * from './case.routes';
export * from './desk.routes';
export * from './community.routes';
export * from './accounts.routes';
export * from './operation.routes';

/** What this service serves, screen by screen. */
export const reportingRoutes = [
  ...caseListRoutes,
  ...caseRoutes,
  ...deskRoutes,
  ...communityRoutes,
  ...accountRoutes,
  ...operationRoutes,
] as unknown as readonly Route[];
