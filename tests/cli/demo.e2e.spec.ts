import { caseAggregate, CommandHandler } from '@threekeys/event-store';
import type { HandlerPorts } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeHome, root, temporaryHome } from '../support/app';
import { commandLine } from './command-line';

describe('a demo', () => {
  const folder = temporaryHome();
  afterAll(() => removeHome(folder));

  it('is played into an empty home, its secrets shown once and not in the object', async () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    const made = await commandLine({ home }, ['demo', '--seed', '3', '--cases', '60', '--json']);
    expect(made.code).toBe(0);
    expect(made.stderr).toContain('demo 100 %');
    expect(made.json).toEqual({ cases: 60, events: expect.any(Number) as number, seed: 3 });
    expect(made.stderr).toMatch(/Password, shown once: \S{8,}/);
    expect(made.stderr).toMatch(/Recovery secret .*: [A-Z2-7-]{40,}/);
    expect(made.stdout).not.toMatch(/[A-Z2-7]{4}-[A-Z2-7]{4}/);
    const { json } = await commandLine({ home }, ['verify', '--json']);
    expect(json).toMatchObject({ ok: true, views: 'equal', events: made.json?.events });
  });

  it('holds a case in every status that a case can rest in', async () => {
    const store = await SqliteEventStore.open(join(folder, 'home'), { readOnly: true });
    const cases = new CommandHandler(caseAggregate, { store } as unknown as HandlerPorts); // it only reads
    const statuses = new Map<string, string>();
    for await (const { stream } of store.readAll(undefined, { categories: ['case'] })) {
      if (!statuses.has(stream)) statuses.set(stream, (await cases.load(stream)).state.status);
    }
    await store.close();
    const documented = readFileSync(join(root, 'docs/reference/statuses.md'), 'utf8').matchAll(
      /^\| `([a-z-]+)`/gm,
    );
    const all = [...documented].map(([, status]) => status).filter((each) => each !== 'unreported');
    expect(all.length).toBeGreaterThan(10);
    expect([...new Set(statuses.values())].sort()).toEqual(all.sort());
  });

  it('says in its first event until when its clock was simulated', async () => {
    const store = await SqliteEventStore.open(join(folder, 'home'), { readOnly: true });
    for await (const { bytes } of store.readAll(undefined, {}, 1))
      expect(JSON.parse(bytes.toString())).toMatchObject({
        type: 'InstallationOpened',
        data: { clock: 'simulated', until: expect.stringMatching(/^\d{4}-/) as string },
      });
    await store.close();
  });

  it('is not played into a home that holds something, nor by a number it does not know', async () => {
    const inUse = join(folder, 'in-use');
    mkdirSync(inUse);
    writeFileSync(join(inUse, 'letter.txt'), 'mine');
    expect((await commandLine({ home: inUse }, ['demo'])).code).toBe(1);
    expect(readdirSync(inUse)).toEqual(['letter.txt']);
    const empty = join(folder, 'empty');
    expect((await commandLine({ home: empty }, ['demo', '--seed', 'three'])).code).toBe(1);
    expect((await commandLine({ home: empty }, ['demo', '--cases', '100001'])).stderr).toContain('100000');
  });

  it('ends by Ctrl-C and leaves the home as it was, also where a thread of its own writes the log', async () => {
    const home = join(folder, 'interrupted');
    const { code, stderr } = await commandLine({ home }, ['demo', '--cases', '1200'], /demo 10 %/);
    expect([code, stderr]).toEqual([130, expect.stringContaining('run it again')]);
    expect([home, `${home}.being-made`].map((each) => existsSync(each))).toEqual([false, false]);
  });

  it('that was cut off is not taken for a home', async () => {
    const home = join(folder, 'cut-off');
    mkdirSync(home);
    writeFileSync(join(home, 'UNFINISHED'), '');
    const { code, stderr } = await commandLine({ home }, ['verify']);
    expect([code, stderr]).toEqual([4, expect.stringContaining('was not finished')]);
  });
});
