import type { SealedAt } from '@threekeys/domain';
import type { EventStore } from '@threekeys/event-store';
import { MemoryEventStore } from '@threekeys/event-store';
import { describeWithMongo, TestMongo } from '@threekeys/mongo/fixtures';
import type { Projection, Query, ReadModels, Row, Value } from '@threekeys/read-models';
import {
  isAbsent,
  columnValue,
  MemoryReadModels,
  Projector,
  projections,
  SearchIndexer,
  setValues,
} from '@threekeys/read-models';
import { MongoReadModels } from '@threekeys/read-models-mongo';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { timers } from '@threekeys/timers';
import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogWriter } from '../../libs/read-models/src/log.fixtures';
import type { OpenHome } from '../../tools/generators/generated-home';
import { generatedHome, openHome } from '../../tools/generators/generated-home';
import { Random } from '../../tools/generators/random';
import { wildHistory } from './wild-histories';

const all: readonly Projection[] = [...projections, timers];
const seed = Number(process.env.THREEKEYS_SEED ?? 20_260_302);
const histories = { lived: 500, wild: 500 };
const queriesPerView = 20;

/** Each sealed value gives three tokens, of which some are common. */
class Tokens extends SearchIndexer {
  tokensFor(values: readonly SealedAt[]): Promise<readonly string[]> {
    const tokens = values.flatMap(({ $pii: { ct } }) => {
      const hash = createHash('sha256').update(ct).digest('hex');
      return [hash.slice(0, 1), hash.slice(1, 3), hash.slice(3, 6)];
    });
    return Promise.resolve([...new Set(tokens)]);
  }
}
const indexer = new Tokens();

interface Kept {
  readonly name: string;
  readonly models: ReadModels;
  readonly projector: Projector;
}

describeWithMongo(`views in MongoDB, SQLite and memory (THREEKEYS_SEED=${seed})`, () => {
  let mongo: TestMongo;
  let directory: string;
  let kept: readonly Kept[];
  let home: OpenHome | undefined;

  beforeAll(async () => {
    mongo = await TestMongo.start();
  });
  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-parity-')));
  });
  afterEach(async () => {
    for (const { projector, models } of kept) {
      await projector.stop();
      await models.close();
    }
    await home?.close();
    home = undefined;
    await mongo.clear();
    rmSync(directory, { recursive: true, force: true });
  });
  afterAll(() => mongo.remove());

  const keep = async (store: EventStore): Promise<void> => {
    const adapters = {
      memory: new MemoryReadModels(),
      SQLite: await SqliteReadModels.open(join(directory, 'views.sqlite')),
      MongoDB: MongoReadModels.on(mongo.database()),
    };
    kept = Object.entries(adapters).map(([name, models]) => ({
      name,
      models,
      projector: new Projector({ store, models, indexer }, all),
    }));
  };

  it(`are the same after the lives of ${histories.lived} cases`, async () => {
    home = await openHome(await generatedHome({ cases: histories.lived, openPercent: 40 }));
    await keep(home.store);
    for (const { projector } of kept) await projector.start();
    const { rows } = await compareViews(kept, new Random(seed));
    expect(rows).toBeGreaterThan(3 * histories.lived);
    for (const { projector } of kept) expect((await projector.lag()).halted).toEqual([]);
  });

  it(`are the same while ${histories.wild} wild histories happen, and when they are built anew`, async () => {
    const random = new Random(seed);
    const store = new MemoryEventStore();
    const log = new LogWriter(store);
    await keep(store);
    for (const { projector } of kept) await projector.start();
    const rounds = 4;
    for (let n = 0; n < histories.wild; n += 1) {
      const { stream, events } = wildHistory(n, random);
      const cut = random.between(1, events.length);
      await log.append(stream, ...events.slice(0, cut));
      const position = await (cut < events.length
        ? log.append(stream, ...events.slice(cut))
        : (await store.head()).position);
      if ((n + 1) % (histories.wild / rounds) !== 0 || position === undefined) continue;
      for (const { projector } of kept) expect(await projector.waitFor(position, 30_000)).toBe(true);
      await compareViews(kept, random);
    }
    await compareHalts(kept);
    for (const { projector } of kept) await projector.rebuild();
    await compareViews(kept, random);
    expect(await kept.at(-1)?.projector.verify()).toMatchObject({ equal: true });
  });
});

async function compareHalts(kept: readonly Kept[]): Promise<void> {
  const halted: string[] = [];
  for (const { projector } of kept)
    halted.push(
      JSON.stringify(
        (await projector.lag()).halted.map(({ stream, revision, error }) => [stream, revision, error]).sort(),
      ),
    );
  expect((JSON.parse(halted[0] ?? '[]') as unknown[]).length).toBeLessThan(histories.wild / 4);
  expect(new Set(halted).size).toBe(1);
}

/** Every row, every set of tokens, and random queries. */
async function compareViews(kept: readonly Kept[], random: Random): Promise<{ rows: number }> {
  let rows = 0;
  for (const projection of all) {
    const { name } = projection;
    const found = await same(kept, `rows of ${name}`, (models) => rowsOf(models, name));
    rows += found.length;
    const live = found.flatMap(({ key, row }) => (row === null ? [] : [{ key, row }]));
    const entries: { key: string; tokens: readonly string[] }[] = [];
    for (const { key, row } of live)
      entries.push({ key, tokens: await indexer.tokensFor(projection.search?.values(row) ?? []) });
    await same(kept, `tokens of ${name}`, async (models) => {
      expect(await models.misindexed(name, entries)).toEqual([]);
      expect(await models.strayTokens(name)).toEqual([]);
      expect(await models.misfiled(name)).toEqual([]);
      return entries.length;
    });
    const tokens = [...new Set(entries.flatMap((each) => each.tokens))];
    for (let n = 0; n < queriesPerView; n += 1) {
      const query = randomQuery(
        projection,
        live.map(({ row }) => row),
        tokens,
        random,
      );
      await same(kept, `${name} ${JSON.stringify(query)}`, (models) => pagesOf(models, name, query));
      const column = random.chance(20) ? undefined : random.pick(Object.keys(projection.columns));
      await same(kept, `count ${name} ${column ?? '*'} ${JSON.stringify(query)}`, async (models) =>
        [...(await models.count(name, column, query))].sort(),
      );
    }
  }
  return { rows };
}

/** What all adapters answer. Fails where one of them answers something else. */
async function same<T>(
  kept: readonly Kept[],
  question: string,
  ask: (models: ReadModels) => Promise<T>,
): Promise<T> {
  const answers: (readonly [string, T])[] = [];
  for (const { name, models } of kept) answers.push([name, await ask(models)]);
  const [[, expected] = []] = answers;
  const text = JSON.stringify(expected);
  for (const [name, answer] of answers)
    if (JSON.stringify(answer) !== text)
      expect({ question, name, answer }).toEqual({ question, name, answer: expected });
  return expected as T;
}

interface Found {
  readonly key: string;
  readonly stream: string;
  readonly lastRevision: number;
  readonly row: Row | null;
}

async function rowsOf(models: ReadModels, view: string): Promise<readonly Found[]> {
  const rows: Found[] = [];
  for await (const { key, stream, lastRevision, row } of models.scan(view))
    rows.push({ key, stream, lastRevision, row });
  return rows;
}

const pagesMax = 4;

async function pagesOf(models: ReadModels, view: string, query: Query): Promise<readonly unknown[]> {
  const pages: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await models.find(view, { ...query, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(page.next, ...page.rows.map(({ key, lastRevision, row }) => [key, lastRevision, row]));
    cursor = page.next;
  } while (cursor !== undefined && pages.length < pagesMax * query.limit);
  return pages;
}

function randomQuery(
  projection: Projection,
  rows: readonly Row[],
  tokens: readonly string[],
  random: Random,
): Query {
  const columns = Object.keys(projection.columns);
  const scalars = columns.filter((column) => projection.columns[column] !== 'text[]');
  const direction = (): 'ascending' | 'descending' => random.pick(['ascending', 'descending'] as const);
  const someOf = <T>(from: readonly T[], max: number): T[] =>
    from.length === 0 ? [] : Array.from({ length: random.between(0, max) }, () => random.pick(from));
  const where = [...new Set(someOf(columns, 2))].map(
    (column) => [column, randomFilter(projection, column, rows, random)] as const,
  );
  return {
    where: Object.fromEntries(where.filter(([, filter]) => filter !== undefined)) as NonNullable<
      Query['where']
    >,
    tokens: random.chance(25) ? someOf(tokens, 2) : [],
    sort: [...new Set(someOf(scalars, 3))].map((column) => ({ column, direction: direction() })),
    limit: random.pick([1, 3, 20, 1000]),
  };
}

function randomFilter(
  projection: Projection,
  column: string,
  rows: readonly Row[],
  random: Random,
): NonNullable<Query['where']>[string] | undefined {
  if (projection.columns[column] === 'text[]') {
    const elements = rows.flatMap((row) => setValues(projection, row, column));
    return elements.length === 0 ? undefined : { has: random.pick(elements) };
  }
  const values = [...new Set(rows.map((row): Value => columnValue(projection, row, column)))].filter(
    (each) => !isAbsent(each),
  );
  if (values.length === 0) return undefined;
  const way = random.between(0, 4);
  if (way === 0) return random.pick(values);
  if (way === 1) return [random.pick(values), random.pick(values), random.pick(values)];
  if (way === 2) return { from: random.pick(values) };
  if (way === 3) return { to: random.pick(values) };
  return { from: random.pick(values), to: random.pick(values) };
}
