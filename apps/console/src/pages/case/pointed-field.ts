import { ServerSaidNo } from '../../api';
import { expectedWords } from '../../expected-words';
import type { Messages } from '../../messages/zh';

/** What a form calls the parts of what the command has inside one another. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  window: { from: 'windowFrom', to: 'windowTo' },
  respondent: { kind: 'respondentKind', name: 'respondentName', phone: 'respondentPhone' },
  subject: { name: 'requesterName', phone: 'requesterPhone' },
  proxy: { name: 'proxyName', phone: 'proxyPhone' },
  sheet: { channel: 'sheetChannel', minutes: 'sheetMinutes' },
};

/** The name of the field that a pointer of the server means (RFC 6901). */
function pointedName(pointer: string, t: Messages): string {
  const path = pointer.split('/').filter(Boolean);
  const part = parts[path.at(-2) ?? '']?.[path.at(-1) ?? ''];
  return part ?? path.findLast((each) => each in t.fields) ?? '';
}

/** The label of the field that a pointer of the server means; the pointer itself where the form has none. */
export const pointedField = (pointer: string, t: Messages): string =>
  t.fields[pointedName(pointer, t)] ?? pointer;

/** What is wrong with which field, as far as the server points at fields. */
export function wrongFields(error: Error | null, t: Messages): Readonly<Record<string, string>> {
  const errors = error instanceof ServerSaidNo ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(
    errors.map(({ pointer, expected }) => [pointedName(pointer, t), expectedWords(pointer, expected, t)]),
  );
}
