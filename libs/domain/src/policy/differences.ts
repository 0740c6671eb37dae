import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import type { Names } from '../values';
import { completePolicy } from './complete-policy';
import type { CompletePolicy, PolicyDocument } from './policy.messages';
import { policyNames, urgencyNames } from './policy.vocabulary';

/** A number, a code, or a list of codes; a list is one value, because its order may be what is decided. */
export type PolicyValue = number | string | boolean | readonly string[];

/** A value of the policy that two versions of it say differently. */
export interface PolicyDifference {
  /** Where it stands in the document: `/deadlineHours/handling/urgent`. */
  readonly path: string;
  /** What is decided there, in words: *Deadlines (hours) · handling · urgent*. */
  readonly names: Names;
  /** Absent where only the later one says something. */
  readonly before?: PolicyValue;
  /** Absent where only the earlier one says something. */
  readonly after?: PolicyValue;
}

/** What is decided otherwise, in the order of the document. What a document leaves out is the starter policy's. */
export function differencesOf(before: PolicyDocument, after: PolicyDocument): readonly PolicyDifference[] {
  const [earlier, later] = [valuesOf(before), valuesOf(after)];
  const paths = new Set([...earlier.keys(), ...later.keys()]);
  return [...paths]
    .filter((path) => !equalContent(earlier.get(path), later.get(path)))
    .map((path) => ({
      ...{ path, names: namesOf(path) },
      ...said('before', earlier.get(path)),
      ...said('after', later.get(path)),
    }));
}

/** Every value of a policy by its path; which version it is, is none of them. */
export function valuesOf(document: PolicyDocument): ReadonlyMap<string, PolicyValue> {
  const { version: _version, ...complete }: CompletePolicy & { version?: number } = completePolicy(document);
  return new Map(entriesUnder('', complete));
}

/** What a path of the policy is about; a path that nobody has named speaks for itself. */
export function namesOf(path: string): Names {
  const parts = path.split('/').slice(1);
  const names = parts.map((part, index) => {
    const own = entryOf(policyNames, `/${parts.slice(0, index + 1).join('/')}`);
    return own ?? entryOf(urgencyNames, part) ?? { zh: part, en: part };
  });
  return { zh: names.map(({ zh }) => zh).join(' · '), en: names.map(({ en }) => en).join(' · ') };
}

function entriesUnder(path: string, value: unknown): [string, PolicyValue][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [[path, value as PolicyValue]];
  return Object.entries(value).flatMap(([key, member]) => entriesUnder(`${path}/${key}`, member));
}

function said<Key extends string>(
  key: Key,
  value: PolicyValue | undefined,
): Partial<Record<Key, PolicyValue>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, PolicyValue>);
}
