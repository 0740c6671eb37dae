import type { MessageSchemas } from '@threekeys/domain';
import { Id, Instant, isDerived } from '@threekeys/domain';
import { z } from 'zod';
import type { Route } from './route';
import { nothing } from './route';

/** What every command answers. */
export const RecordedAnswer = z.strictObject({
  /** The last revision of this command's events, or of the stream where it recorded nothing new. */
  revision: z.int(),
  leafHash: z.string(),
  /** For `atLeast`. */
  position: z.string(),
  events: z.array(z.strictObject({ id: Id, type: z.string() })),
});
export type RecordedAnswer = z.infer<typeof RecordedAnswer>;

/** Problems that a command may answer with, beside those of every route. */
export const commandProblems = [
  'header-missing',
  'key-reused',
  'revision-not-as-expected',
  'occurred-at-out-of-bounds',
  'store-busy',
  'store-full',
  'store-read-only',
  'store-unavailable',
] as const;

export interface CommandRoutes {
  /** `/api/cases/{caseId}` */
  readonly path: string;
  readonly params?: z.ZodObject;
  readonly group: string;
  readonly messages: MessageSchemas;
  /** Commands with a route or a body of their own. */
  readonly except?: readonly string[];
  /** What is left out of a body because the path or the server says it. */
  readonly omit?: readonly string[];
}

/** A route of one command. */
export interface CommandRoute extends Route<z.ZodObject, z.ZodObject, z.ZodObject> {
  readonly command: string;
}

/** One route for each command of an aggregate: `POST <path>/commands/<Command>`, its data as the body. */
export function commandRoutes({
  path,
  params = nothing,
  group,
  messages,
  except = [],
  omit = [],
}: CommandRoutes): readonly CommandRoute[] {
  return Object.entries(messages)
    .filter(([command]) => !except.includes(command))
    .map(([command, data]) => ({
      operation: command.charAt(0).toLowerCase() + command.slice(1),
      command,
      method: 'post',
      path: `${path}/commands/${command}`,
      permission: command,
      summary: { zh: command, en: command },
      group,
      params,
      query: nothing,
      body: bodyOf(data, omit),
      answer: RecordedAnswer,
      status: 200,
      isCommand: true,
      problems: commandProblems,
    }));
}

/** A command's data as a caller sends it: ids of what it adds may be left out; `occurredAt` says when it happened. */
function bodyOf(data: z.ZodObject, omit: readonly string[]): z.ZodObject {
  const shape = Object.entries(data.shape as Record<string, z.ZodType>)
    .filter(([name]) => !omit.includes(name))
    .map(([name, schema]) => [name, isDerived(schema) ? schema.optional() : schema] as const);
  return z.strictObject({ ...Object.fromEntries(shape), occurredAt: Instant.optional() });
}

/** Looked up once for each schema: what is written beside a field takes long to find. */
const knownFields = new WeakMap<z.ZodObject, readonly string[]>();

/** Names of a command's ids that are derived from its Idempotency-Key where the caller leaves them out. */
export function derivedFields(data: z.ZodObject): readonly string[] {
  const known = knownFields.get(data);
  if (known) return known;
  const shape = Object.entries<z.ZodType>(data.shape);
  const fields = shape.filter(([, schema]) => isDerived(schema)).map(([name]) => name);
  knownFields.set(data, fields);
  return fields;
}
