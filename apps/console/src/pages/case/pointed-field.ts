import type { Messages } from '../../messages/zh';

/** The label of the field that a pointer of the server means (RFC 6901); the pointer itself where the form has none. */
export function pointedField(pointer: string, t: Messages): string {
  const path = pointer.split('/').filter(Boolean);
  const inWindow =
    path.at(-2) === 'window' ? { from: 'windowFrom', to: 'windowTo' }[path.at(-1) ?? ''] : undefined;
  const name = inWindow ?? path.findLast((part) => part in t.fields) ?? '';
  return t.fields[name] ?? pointer;
}
