import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from './caller';
import { fieldErrors } from './field-errors';
import { languageOf } from './language';
import type { Language } from './language';
import type { FieldError } from './problem';
import { Problem, same } from './problem';
import type { Route } from './route';
import { nothing, statusOf } from './route';

/** A request that has been let in and validated. */
export interface Call<R extends Route = Route> {
  readonly params: z.output<NonNullable<R['params']>>;
  readonly query: z.output<NonNullable<R['query']>>;
  readonly body: z.output<NonNullable<R['body']>>;
  readonly caller: Caller;
  /** Also the request's id in the server's log. */
  readonly correlationId: string;
  /** Only on routes that are commands. */
  readonly idempotencyKey: string;
  /** `If-Match: "<revision>"` */
  readonly expectedRevision?: number;
  readonly language: Language;
}

export type CallOf<R> = R extends Route<infer P, infer Q, infer B> ? Call<Route<P, Q, B>> : never;

/** A request on its way: the guard writes down who calls. */
export type CalledRequest = FastifyRequest & { caller?: Caller; defaultLanguage?: Language };

export const routeKey = 'threekeys:route';

/** Serves a route of the table: its method, path and status, and what the guard has to know. */
export function Serve(route: Route): MethodDecorator {
  const methods = { get: RequestMethod.GET, post: RequestMethod.POST, delete: RequestMethod.DELETE };
  const path = route.path.replaceAll('{', ':').replaceAll('}', '');
  return (target, name, descriptor) => {
    RequestMapping({ method: methods[route.method], path })(target, name, descriptor);
    HttpCode(statusOf(route))(target, name, descriptor);
    SetMetadata(routeKey, route)(target, name, descriptor as TypedPropertyDescriptor<unknown>);
  };
}

/** The validated {@link Call} of the route that a method serves. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const route = Reflect.getMetadata(routeKey, context.getHandler()) as Route | undefined;
  if (!route) throw new Error(`${context.getHandler().name} serves no route`);
  return callOf(route, context.switchToHttp().getRequest<CalledRequest>());
});

/** @throws Problem `invalid`, `header-missing` */
export function callOf(route: Route, request: CalledRequest): Call {
  const { caller } = request;
  if (!caller) throw new Error(`nobody looked who calls ${route.operation}`);
  const { params: inPath = nothing, query: inQuery = nothing } = route;
  const read = new Reading();
  const params = read.part(inPath, request.params, '/path');
  const query = read.part(inQuery, request.query, '/query');
  const body = route.body ? read.part(route.body, request.body, '') : undefined;
  if (!route.body) read.noBody(request.body);
  const headers = route.isCommand ? read.commandHeaders(request) : { idempotencyKey: '' };
  read.assertRight();
  const language = languageOf(request.headers['accept-language'], request.defaultLanguage ?? 'zh');
  return {
    params: params as Call['params'],
    query: query as Call['query'],
    body,
    caller,
    correlationId: request.id,
    ...headers,
    language,
  };
}

const key = z.uuid();
const etag = /^"(-1|\d{1,9})"$/;

/** Reads the parts of a request and collects everything that is not right, so that the answer names it at once. */
class Reading {
  private readonly errors: FieldError[] = [];

  part(schema: z.ZodType, value: unknown, prefix: string): unknown {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    this.errors.push(...fieldErrors(read.error, value, prefix));
    return undefined;
  }

  /** An empty object is as good as none. */
  noBody(body: unknown): void {
    if (body !== undefined && body !== null) this.part(nothing, body, '');
  }

  commandHeaders({ headers }: FastifyRequest): Pick<Call, 'idempotencyKey' | 'expectedRevision'> {
    const idempotencyKey = this.idempotencyKey(headers['idempotency-key']);
    const expectedRevision = this.expectedRevision(headers['if-match']);
    return { idempotencyKey, ...(expectedRevision === undefined ? {} : { expectedRevision }) };
  }

  /** @throws Problem `invalid` */
  assertRight(): void {
    if (this.errors.length > 0) throw new Problem('invalid', { errors: this.errors });
  }

  private idempotencyKey(header: string | string[] | undefined): string {
    if (typeof header !== 'string') {
      throw new Problem('header-missing', {
        errors: [
          {
            pointer: '/headers/idempotency-key',
            expected: { zh: '一个 UUID', en: 'a UUID' },
            got: { zh: '没有', en: 'nothing' },
          },
        ],
      });
    }
    const read = key.safeParse(header);
    if (!read.success) this.header('idempotency-key', { zh: '一个 UUID', en: 'a UUID' });
    return header.toLowerCase();
  }

  private expectedRevision(header: string | undefined): number | undefined {
    if (header === undefined) return undefined;
    const revision = etag.exec(header)?.[1];
    if (revision === undefined) this.header('if-match', same('"<revision>"'));
    return Number(revision);
  }

  private header(name: string, expected: FieldError['expected']): void {
    this.errors.push({
      pointer: `/headers/${name}`,
      expected,
      got: { zh: '其他内容', en: 'something else' },
    });
  }
}
