import type { Unit } from '@threekeys/api-client/unit-words';
import { ServerSaidNo } from '../../api';
import type { Messages } from '../../messages/zh';
import type { Draft, PolicyField } from './policy-form';
import { isRight, keyOf } from './policy-form';
import { typedOf } from './typed-number';

/** Fields of the policy that are not as they have to be, with what has to be. */
export type WrongFields = ReadonlyMap<PolicyField, string>;

/** By what each field takes. */
export function wrongIn(fields: readonly PolicyField[], draft: Draft, t: Messages): WrongFields {
  const wrong = fields.filter((field) => !isRight(field, (draft[keyOf(field)] ?? '').trim()));
  return new Map(wrong.map((field) => [field, wordsOfRule(field, t)]));
}

/** By what the server has refused, where it says at which value. */
export function refusedIn(fields: readonly PolicyField[], error: Error | null): WrongFields {
  const at = error instanceof ServerSaidNo ? error.problem.facts?.['path'] : undefined;
  const refused = fields.filter(({ path }) => path === at);
  return new Map(refused.map((field) => [field, error?.message ?? '']));
}

export const isClock = (unit: Unit | undefined): boolean => unit === 'minute-of-day' || unit === 'utc-offset';

function wordsOfRule(field: PolicyField, t: Messages): string {
  switch (field.kind) {
    case 'number':
      return isClock(field.unit)
        ? t.community.wrong.clock(typedOf(field.min, field.unit), typedOf(field.max, field.unit))
        : t.community.wrong.between(field.min, field.max);
    case 'code':
    case 'codes':
      return field.options ? t.community.wrong.postKinds : t.community.wrong.codes;
    case 'choice':
      return t.community.wrong.choose;
  }
}
