import type { PolicyVersion } from '../../types';
import { linesOf } from './lines';
import type { Draft } from './policy-form';

/** Grounds under one heading of the policy. */
export interface Grounds {
  /** `['grounds', 'keyRefusal']` */
  readonly path: readonly string[];
  readonly codes: readonly string[];
}

/** Grounds that the starter policy of this release has and the policy in force has not. @param differences since version 0 */
export function newGrounds(differences: PolicyVersion['differences']): readonly Grounds[] {
  return differences
    .filter(({ path }) => path.startsWith('/grounds/'))
    .map(({ path, before, after }) => ({
      path: path.split('/').slice(1),
      codes: codesOf(before).filter((code) => !codesOf(after).includes(code)),
    }))
    .filter(({ codes }) => codes.length > 0);
}

const codesOf = (value: PolicyVersion['differences'][number]['before']): readonly string[] =>
  Array.isArray(value) ? value : [];

/** The draft with these grounds behind those that it has. */
export function withGrounds(draft: Draft, added: readonly Grounds[]): Draft {
  const lists = added.map(({ path, codes }) => {
    const key = path.join('/');
    const lines = linesOf(draft[key] ?? '');
    return [key, [...lines, ...codes.filter((code) => !lines.includes(code))].join('\n')] as const;
  });
  return { ...draft, ...Object.fromEntries(lists) };
}
