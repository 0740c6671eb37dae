import { z } from 'zod';

/** A personal value as it is stored: AES-256-GCM ciphertext under the key `kid` (docs/decisions, personal data). */
export interface Sealed {
  readonly $pii: { readonly kid: string; readonly ct: string };
}

/**
 * Personal data of one natural person: plain text until its event is sealed, opaque ever after.
 * Deciders and projections pass it on and never look inside.
 */
export type Personal = string | Sealed;

/**
 * Whose data it is. It decides under which key a value is sealed:
 * `subject`, `requester`, `respondent`, `volunteer` by the nearest id of that name around the value,
 * `speaker` by the actor of the event (words belong to who spoke them).
 */
export type PersonOf = 'subject' | 'requester' | 'respondent' | 'volunteer' | 'speaker';

const personalMark = 'x-personal';

/** Marks a field as personal. HTTP takes it plain, the store holds it sealed, the fold sees it opaque. */
export function personal(schema: z.ZodString, whose: { of: PersonOf }): z.ZodType<Personal, Personal> {
  return schema.meta({ [personalMark]: whose.of });
}

/** The mark of {@link personal}, or nothing. */
export function personOf(schema: z.ZodType): PersonOf | undefined {
  return schema.meta()?.[personalMark] as PersonOf | undefined;
}

const derivedMark = 'x-derived';

/** Marks the id of what a command adds. Over HTTP it may be left out: it is then derived from the Idempotency-Key. */
export function derived<S extends z.ZodType>(schema: S): S {
  return schema.meta({ [derivedMark]: true });
}

export function isDerived(schema: z.ZodType): boolean {
  return schema.meta()?.[derivedMark] === true;
}

/**
 * A command or an event: `{ type, data }` with a strict data object.
 * Events are stored for ever: add optional fields only and raise `schema`; a changed meaning is a new type.
 */
export function message<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ type: z.literal(type), data: z.strictObject(shape) });
}

export interface Message {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The messages of one aggregate by type, as the schema of each one's data. */
export type MessageSchemas = Readonly<Record<string, z.ZodObject>>;

type AnyMessageSchema = z.ZodObject<{ type: z.ZodLiteral<string>; data: z.ZodObject }>;

export function schemasByType(messages: readonly AnyMessageSchema[]): MessageSchemas {
  return Object.fromEntries(messages.map((each) => [each.shape.type.value, each.shape.data]));
}
