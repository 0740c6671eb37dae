import type { Community } from '../../types';
import { isCode, linesOf } from './lines';
import { documentOf, entriesOf } from './entries';
import type { Entry } from './entries';

type Term = Community['policyTerms'][number];

/** A value of the policy in its form, as the server says what it may be. */
export type PolicyField = Term & { readonly at: readonly string[] };

export function fieldsOf(terms: readonly Term[]): readonly PolicyField[] {
  return terms.map((term) => ({ ...term, at: term.path.split('/').slice(1) }));
}

export const keyOf = ({ at }: Pick<PolicyField, 'at'>): string => at.join('/');

export type Draft = Readonly<Record<string, string>>;

/** The document as its form begins. */
export function draftOf(document: object): Draft {
  return Object.fromEntries(
    entriesOf(document).map(({ path, value }) => [
      path.join('/'),
      Array.isArray(value) ? value.join('\n') : String(value),
    ]),
  );
}

function isWithin({ min, max }: { readonly min: number; readonly max: number }, text: string): boolean {
  const value = Number(text);
  return /^-?\d{1,6}$/.test(text) && value >= min && value <= max;
}

/** Of those that there are, where they are known. */
const isCodeOf = (
  { options }: { readonly options?: readonly string[] | undefined },
  text: string,
): boolean => (options ? options.includes(text) : isCode(text));

/** Whether what is typed is what the field takes. */
export function isRight(field: PolicyField, text: string): boolean {
  switch (field.kind) {
    case 'number':
      return isWithin(field, text);
    case 'codes': {
      const lines = linesOf(text);
      return lines.every((line) => isCodeOf(field, line)) && (field.mayBeEmpty || lines.length > 0);
    }
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
      const values = { number: Number(text), codes: linesOf(text), code: text, choice: text };
      return { path: field.at, value: values[field.kind] };
    }),
  );
}
