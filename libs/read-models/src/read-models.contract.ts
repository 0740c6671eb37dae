import { filledPage } from './filled-page';
import type { CursorSeal } from './filled-page';
import { InvalidCursor, InvalidQuery, everyRow } from './read-models';
import type { Query, ReadModels, RowChange } from './read-models';
import { at, change, parcel, parcels, parcelsOfVersion } from './read-models.fixtures';
import type { ParcelRow } from './read-models.fixtures';

const mark = 'sealed:';
const openedCursor = (sealed = '') => sealed.slice(mark.length);
/** Whoever has a cursor has not what is in it. */
const cursors: CursorSeal = {
  seal: (cursor) => Promise.resolve(`${mark}${cursor}`),
  open: (sealed) => Promise.resolve(openedCursor(sealed)),
};

export { at, change, parcel, parcels } from './read-models.fixtures';

const view = parcels.name;
const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T08:00:00.000Z`;

/** What every adapter of {@link ReadModels} does. */
export function describeReadModels(name: string, open: () => Promise<ReadModels>): void {
  describe(`read models: ${name}`, () => {
    let models: ReadModels;

    beforeEach(async () => {
      models = await open();
      await models.prepare([parcels]);
    });
    afterEach(() => models.close());

    const put = (...rows: readonly ParcelRow[]): Promise<void> =>
      models.apply(
        view,
        rows.map((row) => change(row.parcelId, row)),
        undefined,
      );
    const keys = async (query: Partial<Query>): Promise<readonly string[]> =>
      (await models.find(view, { limit: 100, ...query })).rows.map(({ key }) => key);
    const pagesOf = async (query: Query): Promise<readonly (readonly string[])[]> => {
      const pages: (readonly string[])[] = [];
      let cursor: string | undefined;
      do {
        const page = await models.find(view, { ...query, ...(cursor === undefined ? {} : { cursor }) });
        pages.push(page.rows.map(({ key }) => key));
        cursor = page.next;
      } while (cursor !== undefined);
      return pages;
    };

    describe('a fresh view', () => {
      it('has no checkpoint', async () => expect(await models.checkpoint(view)).toBeUndefined());
      it('has no rows', async () => {
        expect(await keys({})).toEqual([]);
        expect(await models.rows(view, ['a'])).toEqual(new Map());
        expect(await models.get(view, 'a')).toBeUndefined();
      });
      it('counts nothing', async () => {
        expect((await models.count(view, 'status', {})).size).toBe(0);
        expect((await models.count(view, undefined, {})).get(everyRow) ?? 0).toBe(0);
      });
      it('rejects what was not prepared', async () => {
        await expect(async () => models.find('unheard-of', { limit: 1 })).rejects.toThrow('unheard-of');
      });
    });

    describe('applied changes', () => {
      it('give their rows back with stream and revision', async () => {
        await models.apply(view, [change('a', parcel('a', { weight: 5 }), 3)], undefined);
        expect(await models.get(view, 'a')).toEqual(parcel('a', { weight: 5 }));
        expect((await models.rows(view, ['a', 'b'])).get('a')).toEqual({
          stream: 'parcel-a',
          lastRevision: 3,
          row: parcel('a', { weight: 5 }),
        });
        expect((await models.find(view, { limit: 1 })).rows).toEqual([
          { key: 'a', lastRevision: 3, row: parcel('a', { weight: 5 }), values: [] },
        ]);
      });
      it('show in a page as they are now, however often it was asked for before', async () => {
        for (const [revision, weight] of [5, 6, 7].entries()) {
          await models.apply(view, [change('a', parcel('a', { weight }), revision)], undefined);
          for (let again = 0; again < 2; again++) {
            const { rows } = await models.find(view, { limit: 1 });
            expect(rows).toEqual([
              { key: 'a', lastRevision: revision, row: parcel('a', { weight }), values: [] },
            ]);
          }
        }
        await models.apply(view, [change('a', null, 3)], undefined);
        expect((await models.find(view, { limit: 1 })).rows).toEqual([]);
      });
      it('keep sealed values as they are', async () => {
        const sealed = { $pii: { kid: 'k1', ct: 'Zm9v' }, $at: 'e1#/words' };
        await models.apply(view, [change('a', { ...parcel('a'), words: sealed })], undefined);
        expect(await models.get(view, 'a')).toEqual({ ...parcel('a'), words: sealed });
      });
      it('share nothing with what the caller holds', async () => {
        const holders = ['ann'];
        await put(parcel('a', { holders }));
        holders.push('bob');
        expect(await keys({ where: { holders: { has: 'bob' } } })).toEqual([]);
        expect(await models.get(view, 'a')).toEqual(parcel('a', { holders: ['ann'] }));
      });
      it('drop members that are undefined', async () => {
        await put(parcel('a', { note: undefined }));
        expect(Object.keys((await models.get(view, 'a')) ?? {})).not.toContain('note');
      });
      it('save the checkpoint with the rows', async () => {
        await models.apply(view, [change('a', parcel('a'))], at('p1'));
        expect(await models.checkpoint(view)).toBe('p1');
      });
      it('leave the checkpoint where none is given', async () => {
        await models.apply(view, [], at('p1'));
        await models.apply(view, [change('a', parcel('a'))], undefined);
        expect(await models.checkpoint(view)).toBe('p1');
      });
      it('move the checkpoint without rows', async () => {
        await models.apply(view, [], at('p1'));
        await models.apply(view, [], at('p2'));
        expect(await models.checkpoint(view)).toBe('p2');
      });
      it('go into several views, each with its own checkpoint', async () => {
        const second = { ...parcels, name: 'parcels-again' };
        await models.prepare([parcels, second]);
        await models.applyAll([
          { view, changes: [change('a', parcel('a'))], checkpoint: at('p1') },
          { view: second.name, changes: [change('b', parcel('b'))], checkpoint: at('p2') },
        ]);
        const both = [view, second.name];
        expect(await Promise.all(both.map((each) => models.checkpoint(each)))).toEqual(['p1', 'p2']);
        const found = await Promise.all(both.map((each) => models.find(each, { limit: 9 })));
        expect(found.map(({ rows }) => rows.map(({ key }) => key))).toEqual([['a'], ['b']]);
      });
      it('leave rows and checkpoint untouched where one of them cannot be stored', async () => {
        await models.apply(view, [change('a', parcel('a'))], at('p1'));
        const broken = { ...parcel('b'), status: 7 };
        await expect(
          models.apply(view, [change('c', parcel('c')), change('b', broken)], at('p2')),
        ).rejects.toThrow('status');
        expect(await models.checkpoint(view)).toBe('p1');
        expect(await keys({})).toEqual(['a']);
      });
      it('are skipped where they are stale', async () => {
        await models.apply(view, [change('a', parcel('a', { status: 'new' }), 5)], undefined);
        await models.apply(view, [change('a', parcel('a', { status: 'old' }), 4)], undefined);
        await models.apply(view, [change('a', parcel('a', { status: 'same' }), 5)], undefined);
        expect(await models.get(view, 'a')).toMatchObject({ status: 'new' });
        expect(await keys({ where: { status: ['old', 'same'] } })).toEqual([]);
      });
      it('are skipped without their tokens where they are stale', async () => {
        await models.apply(view, [change('a', parcel('a'), 5, ['t1'])], undefined);
        await models.apply(view, [change('a', parcel('a'), 4, ['t2'])], undefined);
        expect(await keys({ tokens: ['t2'] })).toEqual([]);
        expect(await keys({ tokens: ['t1'] })).toEqual(['a']);
      });
      it('move the checkpoint even where all of them are stale', async () => {
        await models.apply(view, [change('a', parcel('a'), 5)], at('p1'));
        await models.apply(view, [change('a', parcel('a'), 5)], at('p2'));
        expect(await models.checkpoint(view)).toBe('p2');
      });
      it('let the higher revision win, whichever of two first ones comes first', async () => {
        await Promise.all([
          models.apply(view, [change('a', parcel('a', { status: 'later' }), 1)], undefined),
          models.apply(view, [change('a', parcel('a', { status: 'sooner' }), 0)], undefined),
          models.apply(view, [change('b', parcel('b', { status: 'sooner' }), 0)], undefined),
          models.apply(view, [change('b', parcel('b', { status: 'later' }), 1)], undefined),
        ]);
        expect(await keys({ where: { status: 'later' } })).toEqual(['a', 'b']);
      });
      it('take the last of several for one key', async () => {
        await models.apply(
          view,
          [
            change('a', parcel('a', { status: 'first' }), 0, ['t1']),
            change('a', parcel('a', { status: 'second' }), 1, ['t2']),
          ],
          undefined,
        );
        expect(await models.get(view, 'a')).toMatchObject({ status: 'second' });
        expect(await keys({ tokens: ['t1'] })).toEqual([]);
        expect(await keys({ tokens: ['t2'] })).toEqual(['a']);
      });
      it('replace every column', async () => {
        await models.apply(
          view,
          [change('a', parcel('a', { weight: 3, dueAt: day(2), holders: ['ann'] }), 0)],
          undefined,
        );
        await models.apply(
          view,
          [change('a', parcel('a', { status: 'sent', holders: ['bob'] }), 1)],
          undefined,
        );
        expect(await keys({ where: { weight: 3 } })).toEqual([]);
        expect(await keys({ where: { holders: { has: 'ann' } } })).toEqual([]);
        expect(await keys({ where: { holders: { has: 'bob' }, status: 'sent' } })).toEqual(['a']);
      });
    });

    describe('a tombstone', () => {
      beforeEach(async () => {
        await models.apply(view, [change('a', parcel('a', { holders: ['ann'] }), 0, ['t1'])], undefined);
        await models.apply(view, [change('a', null, 1)], undefined);
      });

      it('is found by nothing', async () => {
        expect(await models.get(view, 'a')).toBeUndefined();
        expect(await keys({})).toEqual([]);
        expect(await keys({ where: { status: 'waiting' } })).toEqual([]);
        expect(await keys({ where: { holders: { has: 'ann' } } })).toEqual([]);
        expect(await keys({ tokens: ['t1'] })).toEqual([]);
        expect((await models.count(view, 'status', {})).size).toBe(0);
      });
      it('stays and is told apart from nothing', async () => {
        expect((await models.rows(view, ['a'])).get('a')).toEqual({
          stream: 'parcel-a',
          lastRevision: 1,
          row: null,
        });
      });
      it('is not raised by a redelivered change', async () => {
        await models.apply(view, [change('a', parcel('a'), 0)], undefined);
        expect(await models.get(view, 'a')).toBeUndefined();
      });
      it('gives way to a later change', async () => {
        await models.apply(view, [change('a', parcel('a'), 2)], undefined);
        expect(await keys({ where: { status: 'waiting' } })).toEqual(['a']);
      });
    });

    describe('filters', () => {
      beforeEach(() =>
        put(
          parcel('a', { status: 'waiting', weight: 1, arrivedAt: day(1), holders: ['ann', 'bob'] }),
          parcel('b', { status: 'sent', weight: 2, arrivedAt: day(2), holders: ['bob'], fragile: true }),
          parcel('c', { status: 'lost', weight: 3, arrivedAt: day(3), dueAt: day(9) }),
          parcel('d', { status: 'waiting', arrivedAt: day(4), holders: ['ann', 'ann'] }),
        ),
      );

      it('take one value', async () =>
        expect(await keys({ where: { status: 'waiting' } })).toEqual(['a', 'd']));
      it('take one of several values', async () =>
        expect(await keys({ where: { status: ['sent', 'lost', 'sent'] } })).toEqual(['b', 'c']));
      it('take nothing of an empty list', async () =>
        expect(await keys({ where: { status: [] } })).toEqual([]));
      it('take integers', async () => expect(await keys({ where: { weight: [1, 3] } })).toEqual(['a', 'c']));
      it('take true and false as 1 and 0', async () => {
        expect(await keys({ where: { fragile: 1 } })).toEqual(['b']);
        expect(await keys({ where: { fragile: 0 } })).toEqual(['a', 'c', 'd']);
      });
      it('take a half-open range', async () =>
        expect(await keys({ where: { arrivedAt: { from: day(2), to: day(4) } } })).toEqual(['b', 'c']));
      it('take an open-ended range', async () => {
        expect(await keys({ where: { weight: { from: 2 } } })).toEqual(['b', 'c']);
        expect(await keys({ where: { weight: { to: 2 } } })).toEqual(['a']);
        expect(await keys({ where: { dueAt: {} } })).toEqual(['c']);
      });
      it('match no row without a value', async () =>
        expect(await keys({ where: { weight: { from: -1_000_000 } } })).not.toContain('d'));
      it('take an element of a set', async () =>
        expect(await keys({ where: { holders: { has: 'ann' } } })).toEqual(['a', 'd']));
      it('take one of several elements of a set, each row once, page by page', async () => {
        const where = { holders: { has: ['ann', 'bob', 'nobody'] } };
        const all = await keys({ where });
        expect(all).toEqual([...new Set([...all])]);
        expect(all).toEqual(expect.arrayContaining(await keys({ where: { holders: { has: 'ann' } } })));
        expect(all).toEqual(expect.arrayContaining(await keys({ where: { holders: { has: 'bob' } } })));
        const sort = [{ column: 'arrivedAt', direction: 'descending' }] as const;
        expect((await pagesOf({ where, sort, limit: 1 })).flat()).toEqual(all.toReversed());
        expect((await models.count(view, undefined, { where })).get(everyRow)).toBe(all.length);
        expect(await keys({ where: { holders: { has: [] } } })).toEqual([]);
      });
      it('hold all together', async () =>
        expect(
          await keys({
            where: { holders: { has: 'ann' }, status: ['waiting'], arrivedAt: { from: day(2) } },
          }),
        ).toEqual(['d']));
      it('take several lists at once', async () =>
        expect(await keys({ where: { status: ['waiting', 'sent'], weight: [2, 1] } })).toEqual(['a', 'b']));
      it('treat text as text', async () =>
        expect(await keys({ where: { status: "waiting' OR '1'='1" } })).toEqual([]));
      it('refuse what is no column, or not of its type', async () => {
        const wheres: readonly NonNullable<Query['where']>[] = [
          { colour: 'red' },
          { status: 1 },
          { weight: '1' },
          { status: { has: 'x' } },
          { holders: 'ann' },
        ];
        for (const where of wheres)
          await expect(models.find(view, { where, limit: 1 })).rejects.toThrow(InvalidQuery);
        await expect(models.find(view, { where: { toString: 'x' }, limit: 1 })).rejects.toThrow(InvalidQuery);
        await expect(models.count(view, 'colour', {})).rejects.toThrow(InvalidQuery);
      });
      it('refuse a limit out of bounds', async () => {
        for (const limit of [0, -1, 1.5, 1001])
          await expect(models.find(view, { limit })).rejects.toThrow(InvalidQuery);
      });
    });

    describe('search tokens', () => {
      beforeEach(() =>
        models.apply(
          view,
          [
            change('a', parcel('a', { arrivedAt: day(1) }), 0, ['leak', 'roof']),
            change('b', parcel('b', { arrivedAt: day(2), status: 'sent' }), 0, ['leak', 'drain']),
            change('c', parcel('c', { arrivedAt: day(3) }), 0, ['roof', 'roof']),
            change('d', parcel('d', { arrivedAt: day(4) })),
          ],
          undefined,
        ),
      );

      it('find the rows that have them all', async () => {
        expect(await keys({ tokens: ['leak'] })).toEqual(['a', 'b']);
        expect(await keys({ tokens: ['roof', 'leak'] })).toEqual(['a']);
        expect(await keys({ tokens: ['leak', 'leak'] })).toEqual(['a', 'b']);
        expect(await keys({ tokens: ['leak', 'unheard'] })).toEqual([]);
      });
      it('hold together with filters, sorts and pages', async () => {
        const sort = [{ column: 'arrivedAt', direction: 'descending' }] as const;
        expect(await keys({ tokens: ['leak'], sort })).toEqual(['b', 'a']);
        expect(await keys({ tokens: ['leak'], where: { status: 'sent' } })).toEqual(['b']);
        expect(await pagesOf({ tokens: ['roof'], sort, limit: 1 })).toEqual([['c'], ['a']]);
        expect(
          await pagesOf({ tokens: ['roof'], sort: [{ column: 'status', direction: 'ascending' }], limit: 1 }),
        ).toEqual([['a'], ['c']]);
      });
      it('stay where a change brings none', async () => {
        await models.apply(view, [change('a', parcel('a', { status: 'sent' }), 1)], undefined);
        expect(await keys({ tokens: ['roof'] })).toEqual(['a', 'c']);
      });
      it('are replaced where a change brings others', async () => {
        await models.apply(view, [change('a', parcel('a'), 1, ['drain'])], undefined);
        expect(await keys({ tokens: ['roof'] })).toEqual(['c']);
        expect(await keys({ tokens: ['drain'] })).toEqual(['a', 'b']);
      });
      it('are replaced apart from rows, whatever the revision', async () => {
        await models.index(view, [
          { key: 'd', tokens: ['leak'] },
          { key: 'a', tokens: [] },
          { key: 'unheard-of', tokens: ['leak'] },
        ]);
        expect(await keys({ tokens: ['leak'] })).toEqual(['b', 'd']);
        expect((await models.rows(view, ['d'])).get('d')).toMatchObject({ lastRevision: 0 });
      });
      it('count with the rows', async () => {
        expect(await models.count(view, 'status', { tokens: ['leak'] })).toEqual(
          new Map([
            ['waiting', 1],
            ['sent', 1],
          ]),
        );
      });
    });

    describe('sorted lists', () => {
      beforeEach(() =>
        put(
          parcel('a', { weight: 2, arrivedAt: day(3), dueAt: day(5) }),
          parcel('b', { weight: 1, arrivedAt: day(3) }),
          parcel('c', { weight: 2, arrivedAt: day(1), dueAt: day(4) }),
          parcel('d', { arrivedAt: day(2) }),
        ),
      );

      it('are in order of the key without a sort', async () =>
        expect(await keys({})).toEqual(['a', 'b', 'c', 'd']));
      it('ascend', async () =>
        expect(await keys({ sort: [{ column: 'arrivedAt', direction: 'ascending' }] })).toEqual([
          'c',
          'd',
          'a',
          'b',
        ]));
      it('descend, the key too', async () =>
        expect(await keys({ sort: [{ column: 'arrivedAt', direction: 'descending' }] })).toEqual([
          'b',
          'a',
          'd',
          'c',
        ]));
      it('have rows without a value last, first when descending', async () => {
        expect(await keys({ sort: [{ column: 'dueAt', direction: 'ascending' }] })).toEqual([
          'c',
          'a',
          'b',
          'd',
        ]);
        expect(await keys({ sort: [{ column: 'weight', direction: 'descending' }] })).toEqual([
          'd',
          'c',
          'a',
          'b',
        ]);
      });
      it('sort by several columns in their own directions', async () =>
        expect(
          await keys({
            sort: [
              { column: 'weight', direction: 'ascending' },
              { column: 'arrivedAt', direction: 'descending' },
            ],
          }),
        ).toEqual(['b', 'a', 'c', 'd']));
      it('merge the values of a list filter in order', async () => {
        await put(parcel('e', { status: 'sent', arrivedAt: day(2) }));
        expect(
          await keys({
            where: { status: ['sent', 'waiting'] },
            sort: [{ column: 'arrivedAt', direction: 'ascending' }],
          }),
        ).toEqual(['c', 'd', 'e', 'a', 'b']);
      });
      it('order integers as numbers', async () => {
        await put(parcel('e', { weight: 10 }));
        expect((await keys({ sort: [{ column: 'weight', direction: 'ascending' }] })).slice(0, 4)).toEqual([
          'b',
          'a',
          'c',
          'e',
        ]);
      });
      it('order text by its UTF-8 bytes', async () => {
        await put(parcel('A'), parcel('é'), parcel('\u{1f511}'), parcel('\uff21'));
        expect(await keys({})).toEqual(['A', 'a', 'b', 'c', 'd', 'é', '\uff21', '\u{1f511}']);
      });
      it('refuse to sort by a set', async () => {
        await expect(
          models.find(view, { sort: [{ column: 'holders', direction: 'ascending' }], limit: 1 }),
        ).rejects.toThrow(InvalidQuery);
      });
    });

    describe('pages', () => {
      const wheres: readonly NonNullable<Query['where']>[] = [
        {},
        { status: ['waiting', 'lost'] },
        { holders: { has: 'ann' } },
      ];
      const sorts: readonly NonNullable<Query['sort']>[] = [
        [],
        [{ column: 'arrivedAt', direction: 'descending' }],
        [{ column: 'dueAt', direction: 'ascending' }],
        [
          { column: 'status', direction: 'ascending' },
          { column: 'weight', direction: 'descending' },
        ],
      ];

      beforeEach(() =>
        put(
          ...Array.from({ length: 23 }, (_, i) =>
            parcel(`p${String(i).padStart(2, '0')}`, {
              status: ['waiting', 'sent', 'lost'][i % 3] ?? '',
              arrivedAt: day((i % 5) + 1),
              holders: i % 2 === 0 ? ['ann'] : [],
              ...(i % 4 === 0 ? {} : { dueAt: day((i % 7) + 1), weight: i % 6 }),
            }),
          ),
        ),
      );

      it('cover the whole list once, under every sort and filter', async () => {
        for (const sort of sorts)
          for (const where of wheres) {
            const whole = await keys({ sort, where });
            const pages = await pagesOf({ sort, where, limit: 4 });
            expect(pages.flat()).toEqual(whole);
            expect(pages.slice(0, -1).every((page) => page.length === 4)).toBe(true);
          }
      });
      it('end without a next one', async () => {
        expect((await models.find(view, { limit: 23 })).next).toBeUndefined();
        expect((await models.find(view, { limit: 22 })).next).toBeDefined();
      });
      it('neither repeat nor skip where rows come in between', async () => {
        const query: Query = { sort: [{ column: 'arrivedAt', direction: 'descending' }], limit: 5 };
        const whole = await keys(query.sort === undefined ? {} : { sort: query.sort });
        const first = await models.find(view, query);
        await put(parcel('q0', { arrivedAt: day(28) }), parcel('q1', { arrivedAt: day(29) }));
        const second = await models.find(view, { ...query, cursor: first.next ?? '' });
        expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(whole.slice(0, 10));
      });
      it('go on where the last row of the page before is gone', async () => {
        const query: Query = { sort: [{ column: 'arrivedAt', direction: 'ascending' }], limit: 5 };
        const whole = await keys(query.sort === undefined ? {} : { sort: query.sort });
        const first = await models.find(view, query);
        await models.apply(view, [change(first.rows.at(-1)?.key ?? '', null, 1)], undefined);
        const second = await models.find(view, { ...query, cursor: first.next ?? '' });
        expect(second.rows.map(({ key }) => key)).toEqual(whole.slice(5, 10));
      });
      it('are filled past the rows that their reader may not have', async () => {
        const hidden = ['p01', 'p02', 'p03', 'p05', 'p21'];
        const keeps = ({ parcelId }: ParcelRow) => !hidden.includes(parcelId);
        const pages: (readonly string[])[] = [];
        let cursor: string | undefined;
        do {
          const query = { view, keeps, cursors, limit: 3, ...(cursor === undefined ? {} : { cursor }) };
          const { rows, next } = await filledPage<ParcelRow>(models, query);
          pages.push(rows.map(({ parcelId }) => parcelId));
          cursor = next;
        } while (cursor !== undefined);
        expect(pages.flat()).toEqual((await keys({})).filter((key) => !hidden.includes(key)));
        expect(pages.map((page) => page.length)).toEqual([3, 3, 3, 3, 3, 3]);
      });
      it('tell nothing of rows behind them that their reader may not have', async () => {
        for (const sort of [[], [{ column: 'arrivedAt', direction: 'descending' as const }]]) {
          const [shown = '', ...hidden] = await keys({ sort });
          const first = {
            view,
            keeps: ({ parcelId }: ParcelRow) => parcelId === shown,
            cursors,
            sort,
            limit: 1,
          };
          const page = await filledPage<ParcelRow>(models, first);
          expect(page.rows.map(({ parcelId }) => parcelId)).toEqual([shown]);
          expect(hidden.length).toBeGreaterThan(1);
          expect(page.next).toBeUndefined();
        }
      });
      it('end with a cursor of the last row that is shown, not of one that is left out', async () => {
        const [one = '', hidden = '', other = ''] = await keys({});
        const keeps = ({ parcelId }: ParcelRow) => parcelId === one || parcelId === other;
        const first = await filledPage<ParcelRow>(models, { view, keeps, cursors, limit: 1 });
        const told = Buffer.from(openedCursor(first.next), 'base64url').toString('utf8');
        expect([told.includes(one), told.includes(hidden)]).toEqual([true, false]);
        const cursor = first.next ?? '';
        const second = await filledPage<ParcelRow>(models, { view, keeps, cursors, limit: 1, cursor });
        expect([second.rows.map(({ parcelId }) => parcelId), second.next]).toEqual([[other], undefined]);
      });
      it('end short where next to nothing of a long list is theirs, and say where to go on', async () => {
        const keeps = ({ parcelId }: ParcelRow) => parcelId === 'p21';
        const query = { view, keeps, cursors, limit: 5 };
        const first = await filledPage<ParcelRow>(models, { ...query, readsMax: 5 });
        expect(first).toMatchObject({ rows: [], next: expect.any(String) as unknown });
        const then = await filledPage<ParcelRow>(models, { ...query, cursor: first.next ?? '' });
        expect(then.rows.map(({ parcelId }) => parcelId)).toEqual(['p21']);
      });
      it('are asked for in greater steps where rows are left out, however short they are', async () => {
        let reads = 0;
        const counting = { find: (...asked: Parameters<ReadModels['find']>) => models.find(...asked) };
        counting.find = (...asked) => ((reads += 1), models.find(...asked));
        await filledPage<ParcelRow>(counting as ReadModels, { view, keeps: () => false, cursors, limit: 1 });
        expect(reads).toBe(2);
      });
      it('refuse a cursor that is garbage or of another sort', async () => {
        const { next = '' } = await models.find(view, { limit: 2 });
        const garbage = [
          '',
          'x',
          '%%%',
          Buffer.from('{}').toString('base64url'),
          Buffer.from('["",[],1]').toString('base64url'),
        ];
        for (const cursor of garbage)
          await expect(models.find(view, { limit: 2, cursor })).rejects.toThrow(InvalidCursor);
        await expect(
          models.find(view, { limit: 2, cursor: next, sort: [{ column: 'weight', direction: 'ascending' }] }),
        ).rejects.toThrow(InvalidCursor);
      });
    });

    describe('counts', () => {
      beforeEach(() =>
        put(
          parcel('a', { status: 'waiting', weight: 1, holders: ['ann', 'bob'] }),
          parcel('b', { status: 'waiting', weight: 2, holders: ['bob', 'bob'] }),
          parcel('c', { status: 'sent' }),
        ),
      );

      it('are by value', async () =>
        expect(await models.count(view, 'status', {})).toEqual(
          new Map([
            ['waiting', 2],
            ['sent', 1],
          ]),
        ));
      it('leave out rows without a value', async () =>
        expect(await models.count(view, 'weight', {})).toEqual(
          new Map([
            [1, 1],
            [2, 1],
          ]),
        ));
      it('are of all rows without a column', async () =>
        expect(await models.count(view, undefined, {})).toEqual(new Map([[everyRow, 3]])));
      it('are by element of a set, each row once', async () =>
        expect(await models.count(view, 'holders', {})).toEqual(
          new Map([
            ['ann', 1],
            ['bob', 2],
          ]),
        ));
      it('hold filters', async () => {
        expect(await models.count(view, 'status', { where: { weight: { from: 1 } } })).toEqual(
          new Map([['waiting', 2]]),
        );
        expect(await models.count(view, undefined, { where: { holders: { has: 'bob' } } })).toEqual(
          new Map([[everyRow, 2]]),
        );
      });
    });

    describe('the rows of a stream', () => {
      it('are found by it, tombstones too', async () => {
        const inOne = [change('a', parcel('a')), change('b', null), change('c', parcel('c'), 4)];
        await models.apply(
          view,
          [...inOne.map((each) => ({ ...each, stream: 'parcel-many' })), change('d', parcel('d'))],
          undefined,
        );
        expect([...(await models.keysOf(view, 'parcel-many'))].sort()).toEqual(['a', 'b', 'c']);
        expect(await models.keysOf(view, 'parcel-d')).toEqual(['d']);
        expect(await models.keysOf(view, 'parcel-unheard-of')).toEqual([]);
      });
    });

    describe('a scan', () => {
      it('gives all rows by key, tombstones too', async () => {
        await models.apply(
          view,
          [change('b', parcel('b'), 2), change('a', parcel('a'), 1), change('c', null, 7)],
          undefined,
        );
        const seen: unknown[] = [];
        for await (const each of models.scan(view)) seen.push(each);
        expect(seen).toEqual([
          { key: 'a', stream: 'parcel-a', lastRevision: 1, row: parcel('a') },
          { key: 'b', stream: 'parcel-b', lastRevision: 2, row: parcel('b') },
          { key: 'c', stream: 'parcel-c', lastRevision: 7, row: null },
        ]);
      });
      it('goes beyond a thousand rows, and lets others read and write meanwhile', async () => {
        await put(...Array.from({ length: 1200 }, (_, i) => parcel(`k${String(i).padStart(5, '0')}`)));
        let seen = 0;
        for await (const { key } of models.scan(view)) {
          seen += 1;
          if (seen % 500 === 0) {
            await models.apply(view, [change(key, parcel(key, { status: 'sent' }), 1)], undefined);
            expect(await models.get(view, key)).toMatchObject({ status: 'sent' });
          }
        }
        expect(seen).toBe(1200);
      });
    });

    describe('search tokens', () => {
      const entry = (key: string, ...tokens: string[]) => ({ key, tokens });
      beforeEach(() =>
        models.apply(view, [change('a', parcel('a'), 0, ['t1', 't2']), change('b', parcel('b'))], undefined),
      );

      it('that are those of their rows differ from nothing', async () => {
        expect(await models.misindexed(view, [entry('a', 't2', 't1', 't1'), entry('b')])).toEqual([]);
        expect(await models.strayTokens(view)).toEqual([]);
      });
      it('that lack one, have one too many or are other ones are named by their row', async () => {
        expect(await models.misindexed(view, [entry('a', 't1'), entry('b', 't1')])).toEqual(['a', 'b']);
        expect(await models.misindexed(view, [entry('a', 't1', 't2', 't3')])).toEqual(['a']);
        expect(await models.misindexed(view, [entry('a', 't1', 't3'), entry('c', 't1')])).toEqual(['a']);
      });
      it('of a row that is gone are none', async () => {
        await models.apply(view, [change('a', null, 1)], undefined);
        expect(await models.misindexed(view, [entry('a')])).toEqual([]);
        expect(await models.strayTokens(view)).toEqual([]);
      });
    });

    describe('a view built anew', () => {
      beforeEach(async () => {
        await models.apply(view, [change('a', parcel('a'), 3, ['t1'])], at('p3'));
        await models.takeOver(view);
        await models.reset(view);
      });

      it('begins empty, without a checkpoint', async () => {
        expect(await models.checkpoint(view)).toBeUndefined();
        expect((await models.rows(view, ['a'])).size).toBe(0);
      });
      it('answers from what stands until the build takes over', async () => {
        await models.apply(view, [change('b', parcel('b'))], at('p1'));
        expect(await keys({})).toEqual(['a']);
        expect(await keys({ tokens: ['t1'] })).toEqual(['a']);
        expect((await models.count(view, undefined, {})).get(everyRow)).toBe(1);
        await models.takeOver(view);
        expect(await keys({})).toEqual(['b']);
        expect(await models.get(view, 'a')).toBeUndefined();
        expect(await models.checkpoint(view)).toBe('p1');
      });
      it('takes lower revisions again', async () => {
        await models.apply(view, [change('a', parcel('a', { status: 'anew' }), 0)], undefined);
        await models.takeOver(view);
        expect(await models.get(view, 'a')).toMatchObject({ status: 'anew' });
      });
      it('is thrown away by the next reset', async () => {
        await models.apply(view, [change('b', parcel('b'))], at('p1'));
        await models.reset(view);
        expect(await models.checkpoint(view)).toBeUndefined();
        await models.takeOver(view);
        expect(await keys({})).toEqual([]);
      });
      it('has nothing to take over twice', async () => {
        await models.takeOver(view);
        await models.apply(view, [change('c', parcel('c'))], undefined);
        await models.takeOver(view);
        expect(await keys({})).toEqual(['c']);
      });
    });

    describe('another version', () => {
      beforeEach(async () => {
        await models.apply(view, [change('a', parcel('a'), 3)], at('p3'));
        await models.takeOver(view);
      });

      it('stands as it is where the version is the same', async () => {
        await models.prepare([parcels]);
        expect(await models.checkpoint(view)).toBe('p3');
        expect(await keys({})).toEqual(['a']);
      });
      it('is built beside the old one, which answers meanwhile', async () => {
        await models.prepare([parcelsOfVersion(2)]);
        expect(await models.checkpoint(view)).toBeUndefined();
        expect(await keys({})).toEqual(['a']);
        await models.apply(view, [change('b', parcel('b'))], at('p1'));
        expect(await keys({})).toEqual(['a']);
        await models.takeOver(view);
        expect(await keys({})).toEqual(['b']);
      });
      it('goes on with a build that was begun', async () => {
        await models.prepare([parcelsOfVersion(2)]);
        await models.apply(view, [change('b', parcel('b'))], at('p1'));
        await models.prepare([parcelsOfVersion(2)]);
        expect(await models.checkpoint(view)).toBe('p1');
      });
      it('is compared with the old one in the columns that both have', async () => {
        const row = (key: string, changes: Partial<ParcelRow> = {}, revision = 0): RowChange =>
          change(key, parcel(key, { holders: ['ann'], ...changes }), revision);
        const old = [row('a', {}, 9), row('b'), row('c'), row('d'), row('e'), row('f')];
        await models.apply(view, [...old, change('e', null, 1)], undefined);
        const { weight: _, ...columns } = parcels.columns;
        const version = { ...parcelsOfVersion(2), columns: { ...columns, note: 'text' as const } };
        await models.prepare([{ ...version, indexes: [['note']] }]);
        const unchanged = [row('a', { weight: 7, note: 'x' }), row('f')];
        const changed = [row('b', { status: 'sent' }), row('c', { holders: ['bob'] })];
        await models.apply(view, [...unchanged, ...changed, row('e'), change('d', null)], undefined);
        expect(await models.parity(view)).toEqual({
          ...{ view, fromVersion: 1, toVersion: 2 },
          ...{ rows: 4, missing: 1, added: 1, changed: 2 },
        });
      });
      it('is compared with nothing where it has taken over, or there is no other', async () => {
        await models.reset(view);
        expect(await models.parity(view)).toBeUndefined();
        await models.prepare([parcelsOfVersion(2)]);
        await models.takeOver(view);
        expect(await models.parity(view)).toBeUndefined();
      });
      it('leaves other views alone', async () => {
        const letters = { ...parcels, name: 'letters' };
        await models.prepare([letters]);
        await models.apply('letters', [change('z', parcel('z'))], at('p9'));
        await models.prepare([parcelsOfVersion(2)]);
        expect(await models.checkpoint('letters')).toBe('p9');
        expect(await models.get('letters', 'z')).toEqual(parcel('z'));
      });
      it('may have other columns', async () => {
        const { weight: _, ...columns } = parcels.columns;
        const slimmer = {
          ...parcelsOfVersion(2),
          columns: { ...columns, note: 'text' as const },
          indexes: [['note']],
        };
        await models.prepare([slimmer]);
        await models.apply(view, [change('b', parcel('b', { note: 'x' }))], undefined);
        await models.takeOver(view);
        expect(await keys({ where: { note: 'x' } })).toEqual(['b']);
        await expect(models.find(view, { where: { weight: 1 }, limit: 1 })).rejects.toThrow(InvalidQuery);
      });
    });
  });
}
