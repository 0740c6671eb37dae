import type { CaseDetail } from '../../types';
import { commandFields } from './command-fields';
import type { CommandField, FieldSources } from './field-makers';

/** Values of fields that follow from where a form was opened. */
export type Given = Readonly<Record<string, string>>;

const sheet: ReadonlySet<string> = new Set(['sheetChannel', 'sheetMinutes']);

/**
 * What a command's form asks. What is given is sent and not asked; whoever gives their own word needs no signed sheet, and
 * whoever writes down another's needs one.
 */
export function formOf(command: string, sources: FieldSources, opened: Given): readonly CommandField[] {
  const given = withHolder(command, sources.one, opened);
  return (commandFields[command] ?? [])
    .map((make) => make(sources))
    .flatMap((field): readonly CommandField[] => {
      const value = given[field.name];
      if (value !== undefined) return [{ ...field, kind: 'fixed', value }];
      if (given.holder === undefined || !sheet.has(field.name)) return [field];
      return given.holder === sources.me?.username ? [] : [{ ...field, required: true }];
    });
}

/** Of whose key it is follows who holds it: to take it back, whoever turned it. */
function withHolder(command: string, { joint, resolution }: CaseDetail, given: Given): Given {
  const those = command === 'TakeKeyBack' ? joint?.parties : resolution?.holders;
  const holder = those?.find(({ party }) => party === given.party)?.holder;
  return holder === undefined ? given : { holder, ...given };
}

/** Some questions only follow from an answer. */
export function isAsked(
  { when }: CommandField,
  fields: readonly CommandField[],
  typed: Readonly<Record<string, string>>,
): boolean {
  if (when === undefined) return true;
  const field = fields.find(({ name }) => name === when.name);
  const answer = typed[when.name] ?? field?.value;
  return answer !== undefined && when.among.includes(answer);
}
