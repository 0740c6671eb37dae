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

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Finds the fields marked `personal`. Undefined: there are none. */
export function personalPlan(schema: z.ZodType): PersonalPlan | undefined {
  const of = personOf(schema);
  if (of) return { kind: 'value', of };
  const { innerType, element, options, shape } = definitionOf(schema);
  if (innerType) return personalPlan(innerType);
  if (element) {
    const item = personalPlan(element);
    return item && { kind: 'array', item };
  }
  if (options) return merged(options.map(personalPlan));
  return shape && objectPlan(shape);
}

function objectPlan(shape: Readonly<Record<string, z.ZodType>>): PersonalPlan | undefined {
  const fields = Object.entries(shape).flatMap(([name, field]) => {
    const plan = personalPlan(field);
    return plan ? [[name, plan] as const] : [];
  });
  return fields.length === 0 ? undefined : { kind: 'object', fields };
}

/** The plan of a union: its objects' fields together. A name means the same in each. */
function merged(plans: readonly (PersonalPlan | undefined)[]): PersonalPlan | undefined {
  const fields = plans.flatMap((plan) => (plan?.kind === 'object' ? plan.fields : []));
  return fields.length === 0 ? undefined : { kind: 'object', fields: [...new Map(fields)] };
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
  { fields }: Extract<PersonalPlan, { kind: 'object' }>,
  value: Readonly<Record<string, unknown>>,
  { pointer, enclosing }: Where,
  replace: Replace,
): unknown {
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
  const { type, innerType, element, options, shape } = definitionOf(schema);
  if (type === 'optional' && innerType) return storedSchema(innerType).optional();
  if (element) return zod.array(storedSchema(element));
  if (options) return zod.union(options.map(storedSchema));
  return shape ? zod.strictObject(storedShape(shape)) : schema;
}

const storedShape = (shape: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, storedSchema(field)]));

/** Pointers of texts that are neither personal nor bounded by a pattern or an enumeration: somebody's words could be in them. */
export function unmarkedFreeText(schema: z.ZodType, pointer = ''): readonly string[] {
  if (personOf(schema)) return [];
  const { type, innerType, element, options, shape } = definitionOf(schema);
  if (innerType) return unmarkedFreeText(innerType, pointer);
  if (element) return unmarkedFreeText(element, `${pointer}/*`);
  if (options) return options.flatMap((option) => unmarkedFreeText(option, pointer));
  if (shape)
    return Object.entries(shape).flatMap(([name, field]) => unmarkedFreeText(field, `${pointer}/${name}`));
  return type === 'string' && !isPattern(schema) ? [pointer] : [];
}

interface Check {
  readonly _zod?: { readonly def?: { readonly check?: string; readonly format?: string } };
}

function isPattern(schema: z.ZodType): boolean {
  const { checks = [] } = schema.def as unknown as { checks?: readonly Check[] };
  return checks.some((check) => check._zod?.def?.check === 'string_format');
}
