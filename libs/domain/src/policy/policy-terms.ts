import { z } from 'zod';
import type { Rules } from '../rules';
import { PolicyDocument } from './policy.messages';
import type { PolicyUnit } from './policy.messages';
import { knownPostKinds, namesPostKinds } from './post-kinds';

/** What a value of the policy may be, and where it stands in the document: `/deadlineHours/handling/urgent`. */
export type PolicyTerm = { readonly path: string } & (
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit?: PolicyUnit }
  | { readonly kind: 'codes'; readonly mayBeEmpty: boolean; readonly options?: string[] }
  | { readonly kind: 'code'; readonly options?: string[] }
  | { readonly kind: 'choice'; readonly options: string[] }
);

/** What zod tells of a schema; enough of it to say what may stand there. */
interface Described {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly unit?: PolicyUnit;
}

/** Every value of the policy, in the order of the document: whoever asks for one says what it may be before it is sent. */
export const policyTerms: readonly PolicyTerm[] = termsIn(z.toJSONSchema(PolicyDocument) as Described, '');

/** The same, where kinds of post are named with those that there are. */
export function policyTermsOf(rules: Pick<Rules, 'organisation' | 'catalogue'>): readonly PolicyTerm[] {
  const known = knownPostKinds(rules);
  return policyTerms.map((term) => {
    const isOfCodes = term.kind === 'codes' || term.kind === 'code';
    return isOfCodes && namesPostKinds(term.path) ? { ...term, options: [...known] } : term;
  });
}

function termsIn(described: Described, path: string): readonly PolicyTerm[] {
  const { properties } = described;
  return properties
    ? Object.entries(properties).flatMap(([name, member]) => termsIn(member, `${path}/${name}`))
    : [termOf(described, path)];
}

/** @throws Error where the document has a kind of value that nobody has said how to ask for */
function termOf(described: Described, path: string): PolicyTerm {
  const { type, enum: options, minItems = 0 } = described;
  const number = numberTerm(described, path);
  if (number) return number;
  if (type === 'array') return { kind: 'codes', path, mayBeEmpty: minItems === 0 };
  if (options) return { kind: 'choice', path, options: [...options] };
  if (type === 'string') return { kind: 'code', path };
  throw new Error(`the policy has an unknown kind of value at ${path}`);
}

function numberTerm({ type, minimum, maximum, unit }: Described, path: string): PolicyTerm | undefined {
  if (type !== 'integer' || minimum === undefined || maximum === undefined) return undefined;
  return { kind: 'number', path, min: minimum, max: maximum, ...(unit && { unit }) };
}
