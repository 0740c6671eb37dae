import { z } from 'zod';
import { eventSchemas } from '.';
import { personal } from './message';
import { mapPersonal, personalPlan, storedSchema, unmarkedFreeText } from './personal-fields';

const Person = z.strictObject({ id: z.string(), name: personal(z.string(), { of: 'subject' }) });
const Report = z.strictObject({
  people: z.array(Person),
  place: z.strictObject({ door: personal(z.string(), { of: 'requester' }).optional() }).optional(),
  number: z.int(),
});

describe('the personal fields of a schema', () => {
  const plan = personalPlan(Report);

  it('are found in objects, arrays and optional places, with their pointer and what is around them', () => {
    const found: string[] = [];
    const data = {
      people: [
        { id: 'a', name: 'Ann' },
        { id: 'b', name: 'Bo' },
      ],
      place: { door: '301' },
      number: 1,
    };
    const mapped = mapPersonal(plan, data, (value, { pointer, of, enclosing }) => {
      found.push(`${pointer} ${of} ${String(value)} in ${String(enclosing.length)}`);
      return 'x';
    });
    expect(found).toEqual([
      '/people/0/name subject Ann in 2',
      '/people/1/name subject Bo in 2',
      '/place/door requester 301 in 2',
    ]);
    expect(mapped).toEqual({
      people: [
        { id: 'a', name: 'x' },
        { id: 'b', name: 'x' },
      ],
      place: { door: 'x' },
      number: 1,
    });
    expect(data.people[0]?.name).toBe('Ann');
  });

  it('are passed over where they are left out', () => {
    expect(mapPersonal(plan, { people: [], number: 1 }, () => 'x')).toEqual({ people: [], number: 1 });
    expect(personalPlan(z.strictObject({ number: z.int() }))).toBeUndefined();
  });

  it('are found in every alternative of a union', () => {
    const Alternatives = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), who: Person }),
      z.strictObject({
        kind: z.literal('b'),
        who: z.strictObject({ phone: personal(z.string(), { of: 'subject' }) }),
      }),
      z.strictObject({ kind: z.literal('c') }),
    ]);
    const either = personalPlan(Alternatives);
    expect(mapPersonal(either, { kind: 'a', who: { id: 'a', name: 'Ann' } }, () => 'x')).toEqual({
      kind: 'a',
      who: { id: 'a', name: 'x' },
    });
    expect(mapPersonal(either, { kind: 'b', who: { phone: '1' } }, () => 'x')).toEqual({
      kind: 'b',
      who: { phone: 'x' },
    });
    expect(mapPersonal(either, { kind: 'c' }, () => 'x')).toEqual({ kind: 'c' });
  });

  it('are refused where they could not all be found, and would be stored unsealed', () => {
    const name = personal(z.string(), { of: 'subject' });
    for (const schema of [
      z.record(z.string(), name),
      z.tuple([name]),
      z.union([name, z.array(name)]),
      z.any(),
    ])
      expect(() => personalPlan(z.strictObject({ schema }))).toThrow();
  });

  it('leave the checks of what is not personal in the stored shape', () => {
    const stored = storedSchema(z.strictObject({ number: z.int().max(9), people: z.array(Person) }));
    expect(stored.safeParse({ number: 10, people: [] }).success).toBe(false);
    expect(
      stored.safeParse({ number: 9, people: [{ id: 'a', name: { $pii: { kid: 'k', ct: 'c' } } }] }).success,
    ).toBe(true);
  });

  it('are sealed in the stored shape, and only there', () => {
    const stored = storedSchema(Person);
    expect(stored.safeParse({ id: 'a', name: { $pii: { kid: 'k', ct: 'c' } } }).success).toBe(true);
    expect(stored.safeParse({ id: 'a', name: 'Ann' }).success).toBe(false);
  });
});

describe('a free text', () => {
  it('that is not marked is named', () => {
    expect(
      unmarkedFreeText(
        z.strictObject({ a: z.string().max(9), b: z.array(z.string()), c: z.string().regex(/^a$/) }),
      ),
    ).toEqual(['/a', '/b/*']);
  });

  it.each(Object.entries(eventSchemas))(
    'stands in no %s unmarked, but for the names of things',
    (_type, schema) => {
      const names = /\/names\/(?:zh|en)$/;
      expect(unmarkedFreeText(schema).filter((pointer) => !names.test(pointer))).toEqual([]);
    },
  );
});
