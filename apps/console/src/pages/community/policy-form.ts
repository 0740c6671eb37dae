import type { Community } from '../../types';
import { isCode, linesOf } from './lines';
import { documentOf, entriesOf } from './entries';
import type { Entry } from './entries';
import { numberTyped, typedOf } from './typed-number';

type Term = Community['policyTerms'][number];

/** A value of the policy in its form, as the server says what it may be. */
export type PolicyField = Term & { readonly at: readonly string[] };

export function fieldsOf(terms: readonly Term[]): readonly PolicyField[] {
  return terms.map((term) => ({ ...term, at: term.path.split('/').slice(1) }));
}

export const keyOf = ({ at }: Pick<PolicyField, 'at'>): string => at.join('/');

export type Draft = Readonly<Record<string, string>>;

/** The document as its form begins. */
export function draftOf(fields: readonly PolicyField[], document: object): Draft {
  const units = new Map(fields.map((field) => [keyOf(field), unitOf(field)]));
  return Object.fromEntries(
    entriesOf(document).map(({ path, value }) => {
      const key = path.join('/');
      if (Array.isArray(value)) return [key, value.join('\n')];
      return [key, typeof value === 'number' ? typedOf(value, units.get(key)) : String(value)];
    }),
  );
}

const unitOf = (term: Term) => (term.kind === 'number' ? term.unit : undefined);

/** Of those that there are, where they are known. */
const isCodeOf = (
  { options }: { readonly options?: readonly string[] | undefined },
  text: string,
): boolean => (options ? options.includes(text) : isCode(text));

const areCodes = (field: PolicyField & { readonly kind: 'codes' }, lines: readonly string[]): boolean =>
  (field.mayBeEmpty || lines.length > 0) &&
  new Set(lines).size === lines.length &&
  lines.every((line) => isCodeOf(field, line));

/** Whether what is typed is what the field takes. */
export function isRight(field: PolicyField, text: string): boolean {
  switch (field.kind) {
    case 'number': {
      const value = numberTyped(text, field.unit);
      return value >= field.min && value <= field.max;
    }
    case 'codes':
      return areCodes(field, linesOf(text));
    case 'code':
      return isCodeOf(field, text);
    case 'choice':
      return field.options.includes(text);
  }
}

/** What the form says, as the document to adopt. */
export function filledDocument(fields: readonly PolicyField[], draft: Draft): Record<string, unknown> {
  return documentOf(
    fields.map((field): Entry => {
      const text = (draft[keyOf(field)] ?? '').trim();
      const values = {
        number: numberTyped(text, unitOf(field)),
        codes: linesOf(text),
        code: text,
        choice: text,
      };
      return { path: field.at, value: values[field.kind] };
    }),
  );
}
