// HTTP as this product speaks it: the route table, who may call, problems, idempotency, OpenAPI. Knows no domain rule.
export * from './access';
export { AccessGuard, anybody, sessionCookie } from './access.guard';
export { answerOf } from './answer-of';
export * from './call';
export * from './caller';
export { fieldErrors } from './field-errors';
export * from './http-adapter';
export { bodyBytesMax, parseJsonBody } from './json-body';
export * from './language';
export * from './problem';
export * from './problem.filter';
export * from './problems.table';
export * from './route';
export * from './command-routes';
export * from './docs-page';
export * from './documentation.controller';
export * from './openapi';
