import { z } from 'zod';
import type { ProblemCode } from './problems.table';
import { problems } from './problems.table';
import type { Route } from './route';
import { nothing, statusOf } from './route';
import { sessionCookie } from './session-cookie';

type Json = Readonly<Record<string, unknown>>;

const everywhere: readonly ProblemCode[] = ['invalid', 'not-found', 'internal'];
const withBody: readonly ProblemCode[] = [
  'malformed-json',
  'body-too-complex',
  'body-too-large',
  'unsupported-media-type',
];

/** What it says of one route. */
export interface Operation extends Json {
  readonly tags: readonly string[];
  /** In English. */
  readonly summary: string;
  /** In Chinese. */
  readonly description: string;
  readonly 'x-permission': string;
  readonly parameters?: readonly Json[];
}

/** By method. */
export type Operations = Readonly<Record<string, Operation>>;

/** As far as somebody reads it here. */
export interface OpenApiDocument extends Json {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Operations>>;
}

/** The OpenAPI 3.1 document of these routes. */
export function openApiDocument(routes: readonly Route[], version: string): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const each of routes) (paths[each.path] ??= {})[each.method] = operationOf(each);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Threekeys 三把钥匙',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...new Set(routes.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), expected: z.string(), got: z.string() })).optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  instance: z.string(),
});

function operationOf(route: Route): Operation {
  const parameters = [
    ...parametersOf('path', route.params ?? nothing),
    ...parametersOf('query', route.query ?? nothing),
    ...(route.isCommand ? commandHeaders : []),
  ];
  return {
    operationId: route.operation,
    tags: [route.group],
    summary: route.summary.en,
    description: route.summary.zh,
    'x-permission': route.permission,
    security: route.permission === 'open' ? [] : [{ session: [] }, { token: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { [mediaTypeOf(route)]: { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: responsesOf(route),
  };
}

const mediaTypeOf = ({ isForm }: Route) =>
  isForm ? 'application/x-www-form-urlencoded' : 'application/json';

const commandHeaders: readonly Json[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The same key with the same body answers what was recorded.',
    schema: { type: 'string', format: 'uuid' },
  },
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The last revision the caller has seen, in quotation marks.',
    schema: { type: 'string' },
  },
];

function parametersOf(where: 'path' | 'query', schema: z.ZodObject): readonly Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: each,
  }));
}

function responsesOf(route: Route): Json {
  const responses: Record<string, Json> = { [String(statusOf(route))]: successOf(route) };
  for (const [status, codes] of byStatus(codesOf(route))) {
    responses[status] = {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

function successOf(route: Route): Json {
  const description = route.summary.en;
  if (route.mediaType) return { description, content: { [route.mediaType]: { schema: { type: 'string' } } } };
  if (!route.answer) return { description };
  return { description, content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } };
}

function codesOf({ permission, body, isCommand, problems: own = [] }: Route): readonly string[] {
  return [
    ...everywhere,
    ...(permission === 'open' ? [] : (['not-signed-in'] as const)),
    ...(body ? withBody : []),
    ...(isCommand ? ['refusals of the domain'] : []),
    ...own,
  ];
}

function byStatus(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const code of new Set(codes)) {
    const status = code in problems ? String(problems[code as ProblemCode].status) : '409';
    found.set(status, [...(found.get(status) ?? []), code]);
  }
  return found;
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
