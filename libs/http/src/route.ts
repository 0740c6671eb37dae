import { z } from 'zod';
import type { Text } from './language';
import type { ProblemCode } from './problems.table';

/** `open`: for everybody. `signed-in`: for every account. Else a command or route of the permission table. */
export type Permission = string;

/** One route of the API: everything that guard, validation and documentation need to know. */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> {
  /** OpenAPI `operationId`; camelCase, unique. */
  readonly operation: string;
  readonly method: 'get' | 'post' | 'delete';
  /** `/api/cases/{caseId}` */
  readonly path: string;
  readonly permission: Permission;
  readonly summary: Text;
  /** Under which heading the documentation lists it. */
  readonly group: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** It is sent by a form of a page, not as JSON. */
  readonly isForm?: boolean;
  readonly answer?: z.ZodType;
  /** Default 200, without an answer 204. */
  readonly status?: number;
  /** What it answers, where that is not JSON. */
  readonly mediaType?: 'text/event-stream' | 'text/html';
  /** Needs `Idempotency-Key`; takes `If-Match`. */
  readonly isCommand?: boolean;
  /** Beside those that every route may answer with. */
  readonly problems?: readonly ProblemCode[];
}

export function route<
  Params extends z.ZodObject = typeof nothing,
  Query extends z.ZodObject = typeof nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(definition: Route<Params, Query, Body>): Route<Params, Query, Body> {
  return definition;
}

/** What a route without parameters, or without a query, takes. */
export const nothing = z.strictObject({});

export function statusOf({ status, answer, mediaType }: Route): number {
  return status ?? (answer === undefined && mediaType === undefined ? 204 : 200);
}
