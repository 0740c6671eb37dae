import type { z } from 'zod';
import { z as zod } from 'zod';
import { personOf } from './message';
import type { PersonOf } from './message';

/** Where in the data of a message personal values stand. Made once per schema. */
export type PersonalPlan =
  | { readonly kind: 'value'; readonly of: PersonOf }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, PersonalPlan])[] }
  | { readonly kind: 'array'; readonly item: PersonalPlan };

/** A personal value in its place. */
export interface PersonalField {
  /** JSON pointer within the data (RFC 6901). */
  readonly pointer: string;
  readonly of: PersonOf;
  /** The objects around it, outermost first. */
  readonly enclosing: readonly Readonly<Record<string, unknown>>[];
}

/** What zod keeps of a schema; enough to walk it. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def;

const wrappers = new Set(['optional', 'nonoptional', 'readonly', 'default']);
const plainTypes = new Set(['string', 'number', 'boolean', 'enum', 'literal']);

/** A field in a shape that this walk does not know would be stored unsealed: better no schema than that. */
function assertWalkable({ type, element, options, shape }: Definition): void {
  if (element ?? options ?? shape ?? (wrappers.has(type) || plainTypes.has(type))) return;
  throw new Error(`personal fields cannot be looked for in a schema of type ${type}`);
}

/**
 * Finds the fields marked `personal`. Undefined: there are none.
 * @throws Error where the schema has parts in which they could not be found (records, tuples, transforms …), or alternatives
 *   that disagree on what is personal
 */
export function personalPlan(schema: z.ZodType): PersonalPlan | undefined {
  const of = personOf(schema);
  if (of) return { kind: 'value', of };
  const definition = definitionOf(schema);
  assertWalkable(definition);
  const { innerType, element, options, shape } = definition;
  if (innerType) return personalPlan(innerType);
  if (element) {
    const item = personalPlan(element);
    return item && { kind: 'array', item };
  }
  if (options) return options.map(personalPlan).reduce(merged, undefined);
  return shape && objectPlan(shape);
}

function objectPlan(shape: Readonly<Record<string, z.ZodType>>): PersonalPlan | undefined {
  const fields = Object.entries(shape).flatMap(([name, field]) => {
    const plan = personalPlan(field);
    return plan ? [[name, plan] as const] : [];
  });
  return fields.length === 0 ? undefined : { kind: 'object', fields };
}

/** The plan of two alternatives: their fields together. A name means the same in each. */
function merged(one: PersonalPlan | undefined, other: PersonalPlan | undefined): PersonalPlan | undefined {
  if (!one || !other) return one ?? other;
  if (one.kind === 'object' && other.kind === 'object') return mergedObjects(one, other);
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  throw new Error('alternatives of a schema disagree on what is personal');
}

type ObjectPlan = Extract<PersonalPlan, { kind: 'object' }>;

function mergedObjects(one: ObjectPlan, other: ObjectPlan): ObjectPlan {
  const fields = new Map(one.fields);
  for (const [name, plan] of other.fields) fields.set(name, merged(fields.get(name), plan) ?? plan);
  return { kind: 'object', fields: [...fields] };
}

type Replace = (value: unknown, field: PersonalField) => unknown;

/** A copy of the data with every personal value that is there replaced. */
export function mapPersonal<T>(plan: PersonalPlan | undefined, data: T, replace: Replace): T {
  return plan ? (mapped(plan, data, { pointer: '', enclosing: [] }, replace) as T) : data;
}

type Where = Pick<PersonalField, 'pointer' | 'enclosing'>;

function mapped(plan: PersonalPlan, value: unknown, where: Where, replace: Replace): unknown {
  if (value === undefined) return undefined;
  switch (plan.kind) {
    case 'value':
      return replace(value, { ...where, of: plan.of });
    case 'array':
      return (value as readonly unknown[]).map((each, index) =>
        mapped(plan.item, each, { ...where, pointer: `${where.pointer}/${String(index)}` }, replace),
      );
    case 'object':
      return mappedObject(plan, value as Readonly<Record<string, unknown>>, where, replace);
  }
}

function mappedObject(
  { fields }: ObjectPlan,
  value: Readonly<Record<string, unknown>>,
  { pointer, enclosing }: Where,
  replace: Replace,
): unknown {
  // Another alternative of a union, without anything personal in it.
  if (typeof value !== 'object') return value;
  const copy: Record<string, unknown> = { ...value };
  for (const [name, plan] of fields) {
    if (!(name in value)) continue;
    const where = { pointer: `${pointer}/${name}`, enclosing: [...enclosing, value] };
    copy[name] = mapped(plan, value[name], where, replace);
  }
  return copy;
}

const Base64Url = zod.string().regex(/^[A-Za-z0-9_-]+$/);
/** A personal value as it is stored. */
export const SealedValue = zod.strictObject({ $pii: zod.strictObject({ kid: Base64Url, ct: Base64Url }) });

/** The schema of the same data as it is stored: sealed where it is personal. */
export function storedSchema(schema: z.ZodType): z.ZodType {
  if (personOf(schema)) return SealedValue;
  if (!personalPlan(schema)) return schema;
  const { type, innerType, element, options, shape } = definitionOf(schema);
  if (innerType) return type === 'optional' ? storedSchema(innerType).optional() : storedSchema(innerType);
  if (element) return zod.array(storedSchema(element));
  if (options) return zod.union(options.map(storedSchema));
  return zod.strictObject(storedShape(shape ?? {}));
}

const storedShape = (shape: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, storedSchema(field)]));

/** Pointers of texts that are neither personal nor bounded by a pattern or an enumeration: somebody's words could be in them. */
export function unmarkedFreeText(schema: z.ZodType, pointer = ''): readonly string[] {
  if (personOf(schema)) return [];
  const definition = definitionOf(schema);
  assertWalkable(definition);
  const inner = partsOf(definition, pointer);
  if (inner.length > 0) return inner.flatMap(([part, at]) => unmarkedFreeText(part, at));
  return definition.type === 'string' && !isPattern(schema) ? [pointer] : [];
}

type Part = readonly [schema: z.ZodType, pointer: string];

function partsOf(
  { innerType, element, options = [], shape = {} }: Definition,
  pointer: string,
): readonly Part[] {
  return [
    ...(innerType ? [[innerType, pointer] as const] : []),
    ...(element ? [[element, `${pointer}/*`] as const] : []),
    ...options.map((option) => [option, pointer] as const),
    ...Object.entries(shape).map(([name, field]) => [field, `${pointer}/${name}`] as const),
  ];
}

interface Check {
  readonly _zod?: { readonly def?: { readonly check?: string; readonly format?: string } };
}

function isPattern(schema: z.ZodType): boolean {
  const { checks = [] } = schema.def as unknown as { checks?: readonly Check[] };
  return checks.some((check) => check._zod?.def?.check === 'string_format');
}
