import { z } from 'zod';
import { fieldErrors } from './field-errors';

const Body = z.strictObject({
  channel: z.enum(['desk', 'phone']),
  count: z.int().min(1).max(5),
  words: z.string().min(1).max(10),
  place: z.strictObject({ 'a/b~c': z.string() }).optional(),
  assignee: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('post'), post: z.string() }),
      z.strictObject({ kind: z.literal('volunteers') }),
    ])
    .optional(),
});

const errorsOf = (body: unknown, prefix?: string) => {
  const read = Body.safeParse(body);
  if (read.success) throw new Error('it is right');
  return fieldErrors(read.error, body, prefix).map(({ pointer, expected, got }) => [
    pointer,
    expected.en,
    got.en,
  ]);
};
const right = { channel: 'desk', count: 1, words: 'x' };

describe('a field that is not right', () => {
  it('is named with what would be right and what was there', () => {
    expect(errorsOf({ ...right, channel: 'fax' })).toEqual([['/channel', 'one of desk, phone', 'fax']]);
    expect(errorsOf({ ...right, count: 9 })).toEqual([['/count', 'at most 5', '9']]);
    expect(errorsOf({ ...right, count: 'two' })).toEqual([['/count', 'a number', 'text of 3 characters']]);
    expect(errorsOf({ channel: 'desk', count: 1 })).toEqual([['/words', 'text', 'nothing']]);
  });

  it('says what would be right in the words of who asked for it', () => {
    const Even = z.strictObject({
      count: z.int().refine((count) => count % 2 === 0, { params: { expected: { zh: '偶数', en: 'even' } } }),
    });
    const body = { count: 3 };
    const read = Even.safeParse(body);
    expect(read.error && fieldErrors(read.error, body)).toMatchObject([
      { pointer: '/count', expected: { zh: '偶数', en: 'even' } },
    ]);
  });

  it('is named where it should not be', () =>
    expect(errorsOf({ ...right, extra: 1 })).toEqual([['/extra', 'no such field', 'a value']]));

  it('is pointed at by RFC 6901, below a prefix', () =>
    expect(errorsOf({ ...right, place: { 'a/b~c': 1 } }, '/query')).toEqual([
      ['/query/place/a~1b~0c', 'text', 'a number'],
    ]));

  it('is named inside the branch of a union that was meant', () =>
    expect(errorsOf({ ...right, assignee: { kind: 'post' } })).toEqual([
      ['/assignee/post', 'text', 'nothing'],
    ]));

  it('does not repeat what a person has said', () => {
    const said = '王桂英 lives at number 5';
    expect(JSON.stringify(errorsOf({ ...right, words: said }))).not.toContain('王桂英');
    expect(errorsOf({ ...right, words: said })).toEqual([
      ['/words', 'at most 10 characters', `text of ${said.length} characters`],
    ]);
  });

  it('does not repeat what may be a password or a phone, however short', () => {
    const Secrets = z.strictObject({ password: z.string().min(8), phone: z.string().regex(/^1\d{10}$/) });
    const gotFor = (body: unknown) => {
      const read = Secrets.safeParse(body);
      return read.success ? [] : fieldErrors(read.error, body).map(({ got }) => got.en);
    };
    expect(gotFor({ password: 'abc12', phone: '1381' })).toEqual([
      'text of 5 characters',
      'text of 4 characters',
    ]);
    expect(gotFor({ password: 12345, phone: 1381 })).toEqual(['a number', 'a number']);
  });
});
