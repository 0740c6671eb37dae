import type { Messages } from '../../messages/zh';
import type { Option } from '../../ui/field';
import { isCode, isPerson } from './lines';

/** What a field of a form that founds something takes. Empty: not said. */
export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'code' | 'text' | 'person' | 'date' | 'lines' | 'choice';
  readonly required: boolean;
  readonly options?: readonly Option[];
  /** What else has to be right of what is filled in; undefined: it is. */
  readonly wrongIn?: (text: string) => string | undefined;
}

export type Entered = Readonly<Record<string, string>>;

/** What has to be corrected before it can be sent, by field. */
export function entryErrors(fields: readonly EntryField[], entered: Entered, t: Messages): Entered {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const wrong = wrongOf(field, entered[field.name]?.trim() ?? '', t);
      return wrong === undefined ? [] : [[field.name, wrong]];
    }),
  );
}

function wrongOf({ kind, required, wrongIn }: EntryField, text: string, t: Messages): string | undefined {
  const { wrong } = t.community;
  if (text === '') return required ? missing(kind, t) : undefined;
  if (kind === 'code' && !isCode(text)) return wrong.code;
  return wrongIn?.(text);
}

const missing = (kind: EntryField['kind'], { community: { wrong } }: Messages): string =>
  kind === 'choice' ? wrong.choose : wrong.missing;

/** Its names in both languages. */
export const nameFields = (t: Messages): readonly EntryField[] =>
  (['zh', 'en'] as const).map((name) => ({
    ...{ name, required: true, kind: 'text' },
    label: t.community.fields[name] ?? name,
  }));

/** The code by which it is known from then on, and its names. */
export const codeAndNames = (t: Messages): readonly EntryField[] => [
  {
    ...{ name: 'code', required: true, kind: 'code', hint: t.community.codeHint },
    label: t.community.fields['category'] ?? 'code',
  },
  ...nameFields(t),
];

export const personField = (t: Messages): EntryField => ({
  ...{ name: 'person', kind: 'person', required: true, label: t.community.person },
  wrongIn: (text) => (isPerson(text) ? undefined : t.community.personWrong),
});

/** 任期: its first and its last day. */
export const termFields = (from: string | undefined, t: Messages): readonly EntryField[] => [
  { name: 'from', kind: 'date', required: false, label: t.community.termFrom },
  {
    ...{ name: 'until', kind: 'date', required: false, label: t.community.termUntil },
    wrongIn: (text) => (from && text < from ? t.community.wrong.term : undefined),
  },
];

/** What of it was filled in, trimmed. */
export const filledIn = (entered: Entered): Entered =>
  Object.fromEntries(
    Object.entries(entered)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );

export const namesOf = ({ zh = '', en = '' }: Entered) => ({ zh, en });

/** “1 20” on each line → an entrance and how many doors it has; undefined where a line is none. */
export function entrancesOf(
  lines: readonly string[],
): readonly { readonly entrance: string; readonly doors: number }[] | undefined {
  const found = lines.map((line) => /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\s+(\d{1,4})$/.exec(line));
  const entrances = found.flatMap((each) =>
    each ? [{ entrance: each[1] ?? '', doors: Number(each[2]) }] : [],
  );
  const isRight =
    entrances.length === lines.length && entrances.every(({ doors }) => doors >= 1 && doors <= 2000);
  const isOnce = new Set(entrances.map(({ entrance }) => entrance)).size === entrances.length;
  return isRight && isOnce ? entrances : undefined;
}
