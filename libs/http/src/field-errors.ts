import type { z } from 'zod';
import type { Text } from './language';
import type { FieldError } from './problem';
import { same } from './problem';

type Issue = z.core.$ZodIssue;

/** What zod found, as pointers with what would be right and what was there. */
export function fieldErrors(error: z.core.$ZodError, value: unknown, prefix = ''): readonly FieldError[] {
  return error.issues.flatMap((issue) => errorsOf(issue, value, prefix)).slice(0, errorsMax);
}

const errorsMax = 20;

function errorsOf(issue: Issue, value: unknown, prefix: string): readonly FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf(prefix, [...issue.path, key]),
      expected: { zh: '没有这个字段', en: 'no such field' },
      got: { zh: '一个值', en: 'a value' },
    }));
  }
  const closest = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined;
  if (closest) {
    return closest.flatMap((each) =>
      errorsOf({ ...each, path: [...issue.path, ...each.path] }, value, prefix),
    );
  }
  return [
    {
      pointer: pointerOf(prefix, issue.path),
      expected: expectedBy(issue),
      got: gotBy(issue, valueAt(value, issue.path)),
    },
  ];
}

/** Of a union's branches, the one with the fewest complaints is what was probably meant. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return [...branches].filter((each) => each.length > 0).sort((a, b) => a.length - b.length)[0];
}

type ExpectedBy = { readonly [C in Issue['code']]?: (issue: Extract<Issue, { code: C }>) => Text };

const expectations: ExpectedBy = {
  invalid_type: ({ expected }) => typeText(expected),
  invalid_value: ({ values }) => oneOf(values.map(String)),
  too_small: (issue) => boundText('min', issue),
  too_big: (issue) => boundText('max', issue),
  invalid_format: ({ pattern, format }) =>
    pattern === undefined ? same(format) : { zh: `符合格式 ${pattern}`, en: `text like ${pattern}` },
  not_multiple_of: ({ divisor }) => ({ zh: `${divisor} 的倍数`, en: `a multiple of ${divisor}` }),
  invalid_union: () => ({ zh: '允许的形式之一', en: 'one of the allowed shapes' }),
  custom: ({ params, message }) => (params?.expected as Text | undefined) ?? same(message),
};

function expectedBy(issue: Issue): Text {
  const expectation = expectations[issue.code] as ((issue: Issue) => Text) | undefined;
  return expectation?.(issue) ?? same(issue.message);
}

const typeNames: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
};

function typeText(expected: string): Text {
  return typeNames[expected] ?? same(expected);
}

function oneOf(values: readonly string[]): Text {
  const list = values.join(', ');
  return values.length === 1 ? same(list) : { zh: `其中之一：${list}`, en: `one of ${list}` };
}

const units: Readonly<Record<string, Text>> = {
  string: { zh: '个字符', en: ' characters' },
  array: { zh: '项', en: ' entries' },
};

function boundText(
  bound: 'min' | 'max',
  issue: { origin: string; minimum?: number | bigint; maximum?: number | bigint },
): Text {
  const limit = String(bound === 'min' ? issue.minimum : issue.maximum);
  const unit = units[issue.origin] ?? same('');
  return bound === 'min'
    ? { zh: `至少 ${limit}${unit.zh}`, en: `at least ${limit}${unit.en}` }
    : { zh: `至多 ${limit}${unit.zh}`, en: `at most ${limit}${unit.en}` };
}

/**
 * What was there. It is repeated only where one of a few values or a number within bounds was asked for: no other field is
 * known not to be a name, a phone, a password or what somebody said, and answers are logged and shown.
 */
function gotBy({ code }: Issue, value: unknown): Text {
  const asked = { text: code === 'invalid_value', number: code === 'too_small' || code === 'too_big' };
  if (typeof value === 'string' && asked.text && codeLike.test(value)) return same(value);
  if (typeof value === 'number' && asked.number) return same(String(value));
  return summaryOf(value);
}

const codeLike = /^[A-Za-z0-9._:-]{1,40}$/;

function summaryOf(value: unknown): Text {
  if (value === undefined || value === null) return { zh: '没有', en: 'nothing' };
  if (typeof value === 'number') return { zh: '一个数字', en: 'a number' };
  if (typeof value === 'boolean') return same(String(value));
  if (typeof value === 'string')
    return { zh: `${value.length} 个字符的文字`, en: `text of ${value.length} characters` };
  return Array.isArray(value)
    ? { zh: `${value.length} 项的列表`, en: `a list of ${value.length}` }
    : { zh: '对象', en: 'an object' };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** RFC 6901. */
function pointerOf(prefix: string, path: readonly PropertyKey[]): string {
  return prefix + path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
