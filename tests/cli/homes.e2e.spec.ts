import type { GlobalPosition } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { SqliteAccessLog } from '@threekeys/privacy-sqlite';
import { openDatabase } from '@threekeys/sqlite';
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openHomeToMove } from '../../apps/cli/src/embedded-movable';
import type { RecoveryStep } from '../../apps/cli/src/embedded-recover';
import { Caller, removeHome, root, startApp, temporaryHome } from '../support/app';
import type { RunningApp } from '../support/app';
import { commandLine } from './command-line';
import type { Ended } from './command-line';

const at = (home: string, ...words: string[]): Promise<Ended> => commandLine({ home }, [...words, '--json']);
const report = (summary: string) => ({
  channel: 'phone',
  place: { compound: 'outside' },
  summary,
  requester: { name: '王桂英', phone: '19900005678' },
});

/** A failed test leaves none of them running. */
const running = new Set<RunningApp>();
async function started(options: { home: string }): Promise<RunningApp> {
  const app = await startApp(options);
  running.add(app);
  return app;
}
afterEach(async () => {
  for (const app of running) await app.stop();
  running.clear();
});

const proving = { onProgress: () => undefined, language: 'en' } as const;

interface Reported {
  readonly position: string;
  readonly caseId: string;
  readonly number: string;
}

async function reported(app: RunningApp, summary: string): Promise<Reported> {
  const { status, body } = await Caller.operator(app).post<Reported>('/api/cases', report(summary));
  expect(status).toBe(201);
  return body;
}

async function numbersIn(app: RunningApp): Promise<readonly string[]> {
  const { body } = await Caller.operator(app).get<{ cases: Reported[] }>('/api/cases?limit=200');
  return body.cases.map(({ number }) => number);
}

async function nameOpenedIn(app: RunningApp, { caseId }: Reported): Promise<string | undefined> {
  const clerk = await Caller.signedIn(app.url, 'admin');
  const { body } = await clerk.post<{ fields: { name: string; value: string }[] }>(
    `/api/cases/${caseId}/reveal`,
    { fields: ['requesters'], purpose: 'contact' },
  );
  return body.fields.find(({ name }) => name === 'requesters/0/name')?.value;
}

const now = (): string => new Date().toISOString();

/** Made once: a home that has been in use, stopped, its backup, and the secret that was shown at its first start. */
describe('a home that has been in use', () => {
  const folder = temporaryHome();
  const home = join(folder, 'home');
  const early = join(folder, 'early');
  const backup = join(folder, 'backup');
  let first: Reported;
  let recoverySecret: string;
  let acknowledged: Reported;

  beforeAll(async () => {
    const app = await started({ home });
    recoverySecret = /^ {2}([A-Z2-7-]{40,})$/m.exec(app.output())?.[1] ?? '';
    first = await reported(app, 'before the first backup');
    expect((await at(home, 'backup', early)).code).toBe(0);
    const names = Array.from({ length: 30 }, (_, index) => `during the second ${String(index)}`);
    const writing = Promise.all(names.map((name) => reported(app, name)));
    acknowledged = await reported(app, 'acknowledged before the second backup');
    const { code, json } = await at(home, 'backup', backup);
    expect([code, typeof json?.events]).toEqual([0, 'number']);
    await writing;
    await app.stop();
  });
  afterAll(() => removeHome(folder));

  const emptyHome = (name: string): string => {
    const made = join(folder, name);
    mkdirSync(made);
    return made;
  };
  const copied = (name: string): string => {
    const copy = join(folder, name);
    cpSync(home, copy, { recursive: true });
    return copy;
  };

  describe('its backup', () => {
    it('holds what is needed, for its owner only, and neither the key of keys nor the token', () => {
      const names = readdirSync(backup).sort();
      expect(names).toEqual(
        expect.arrayContaining(['anchor.log', 'keys.sqlite', 'log.sqlite', 'ops.sqlite']),
      );
      expect(names.filter((name) => /kek|token|views|lock|-wal|-shm/.test(name))).toEqual([]);
      for (const name of names) expect(statSync(join(backup, name)).mode & 0o077).toBe(0);
      const kek = Buffer.from(readFileSync(join(home, 'kek'), 'utf8').trim(), 'base64');
      for (const name of names) expect(readFileSync(join(backup, name)).includes(kek)).toBe(false);
    });

    it('goes into an empty folder only', async () => {
      const before = readdirSync(backup);
      expect((await at(home, 'backup', backup)).code).toBe(1);
      expect(readdirSync(backup)).toEqual(before);
    });

    it('is the same of a stopped home, with everything in it', async () => {
      const stopped = join(folder, 'stopped');
      const { json } = await at(home, 'backup', stopped);
      const { json: proof } = await at(home, 'verify');
      expect(json?.events).toBe(proof?.events);
    });
  });

  describe('restored', () => {
    it('starts, opens what is personal, and goes on', async () => {
      const again = emptyHome('again');
      const restored = await at(again, 'restore', backup, '--kek', join(home, 'kek'));
      expect(restored).toMatchObject({ code: 0 });
      expect(existsSync(join(again, 'views.sqlite'))).toBe(false);
      const app = await started({ home: again });
      expect(await numbersIn(app)).toEqual(expect.arrayContaining([first.number, acknowledged.number]));
      expect(await nameOpenedIn(app, first)).toBe('王桂英');
      const { number } = await reported(app, 'after the restore');
      expect(number > first.number).toBe(true);
      await app.stop();
      expect(await at(again, 'verify')).toMatchObject({ code: 0, json: { ok: true, views: 'equal' } });
    });

    it('gives no number again that was given after the backup, knows no position of then, and says so for ever', async () => {
      const livedOn = copied('lived-on');
      const before = await started({ home: livedOn });
      const lost = await reported(before, 'after the backup, and lost with its disk');
      await before.stop();
      const again = emptyHome('went-on');
      const witness = join(livedOn, 'anchor.log');
      const kek = join(home, 'kek');
      const restored = await at(again, 'restore', backup, '--kek', kek, '--anchor', witness);
      const { missing, events } = restored.json as { missing: number; events: number };
      expect(missing).toBeGreaterThan(0);
      const app = await started({ home: again });
      const next = await reported(app, 'after the restore');
      const given = [...(await numbersIn(app)).filter((number) => number !== next.number), lost.number];
      expect(given.every((number) => number < next.number)).toBe(true);
      const seen = await Caller.operator(app).get(`/api/cases?atLeast=${lost.position}`);
      expect(seen.status).toBe(410);
      await app.stop();
      expect((await typesIn(again)).indexOf('BackupRestored')).toBe(events);
      const { code, json } = await at(again, 'verify');
      expect([code, json?.restores]).toEqual([
        0,
        [
          expect.objectContaining({
            logSize: events,
            beyond: expect.objectContaining({ size: events + missing }) as object,
          }),
        ],
      ]);
      expect((await commandLine({ home: again }, ['verify'])).stdout).toContain('Restored at ');
    });

    it('leaves nothing behind where the newer witness is that of another log', async () => {
      const foreign = join(folder, 'foreign');
      const app = await started({ home: foreign });
      await app.stop();
      const target = emptyHome('foreign-witness');
      const words = ['restore', backup, '--kek', join(home, 'kek'), '--anchor', join(foreign, 'anchor.log')];
      const { code, stderr } = await at(target, ...words);
      expect([code, stderr]).toEqual([1, expect.stringContaining('is not a witness of the log')]);
      expect(readdirSync(target)).toEqual([]);
    });

    it('takes the recovery secret for the file, however it is typed', async () => {
      const secretHome = emptyHome('by-secret');
      const typed = recoverySecret.toLowerCase().replaceAll('-', ' ');
      expect((await at(secretHome, 'restore', backup, '--kek', typed)).code).toBe(0);
      expect(readFileSync(join(secretHome, 'kek'), 'utf8')).toBe(readFileSync(join(home, 'kek'), 'utf8'));
      expect(statSync(join(secretHome, 'kek')).mode & 0o777).toBe(0o600);
    });

    it('takes the secret from the environment, where no other user of the machine sees it', async () => {
      const quietHome = emptyHome('by-environment');
      const environment = { THREEKEYS_KEK: recoverySecret };
      expect((await commandLine({ home: quietHome, environment }, ['restore', backup])).code).toBe(0);
      expect(readFileSync(join(quietHome, 'kek'), 'utf8')).toBe(readFileSync(join(home, 'kek'), 'utf8'));
    });

    it('leaves nothing behind under a wrong key or a mistyped secret', async () => {
      const wrong = emptyHome('wrong-key');
      const other = join(folder, 'other-kek');
      writeFileSync(other, `${Buffer.alloc(32, 7).toString('base64')}\n`);
      for (const kek of [
        other,
        recoverySecret.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
        'nothing',
      ]) {
        expect((await at(wrong, 'restore', backup, '--kek', kek)).code).toBe(1);
        expect(readdirSync(wrong)).toEqual([]);
      }
      expect((await at(wrong, 'restore', backup)).code).toBe(1);
    });

    it('leaves nothing behind where the copied log was altered', async () => {
      const damaged = join(folder, 'damaged');
      cpSync(backup, damaged, { recursive: true });
      flipABitOfALeaf(join(damaged, 'log.sqlite'));
      const target = emptyHome('damaged-home');
      const { code, json } = await at(target, 'restore', damaged, '--kek', join(home, 'kek'));
      expect(code).toBe(3);
      expect(json?.problems).toEqual(expect.arrayContaining([expect.stringContaining('hash')]));
      expect(readdirSync(target)).toEqual([]);
    });

    it('leaves nothing behind where operations know more than the log', async () => {
      const mixed = join(folder, 'mixed');
      cpSync(early, mixed, { recursive: true });
      copyFileSync(join(backup, 'ops.sqlite'), join(mixed, 'ops.sqlite'));
      const target = emptyHome('mixed-home');
      const { code, stderr } = await at(target, 'restore', mixed, '--kek', join(home, 'kek'));
      expect(code).toBe(3);
      expect(stderr).toContain('has handled more than this log holds');
      expect(readdirSync(target)).toEqual([]);
    });

    it('leaves nothing behind where its keys are those of another time', async () => {
      const older = join(folder, 'older-keys');
      cpSync(backup, older, { recursive: true });
      const keys = openDatabase(join(older, 'keys.sqlite'), 'keys');
      expect(keys.prepare('DELETE FROM keys WHERE stream = ?').run(`case-${first.caseId}`).changes).toBe(2);
      keys.close();
      const target = emptyHome('older-keys-home');
      const { code, stderr } = await at(target, 'restore', older, '--kek', join(home, 'kek'));
      expect([code, stderr]).toEqual([3, expect.stringContaining('is neither in keys.sqlite nor erased')]);
      expect(readdirSync(target)).toEqual([]);
    });

    it('leaves nothing behind where lines of who opened what are missing', async () => {
      const cut = join(folder, 'cut-accesses');
      cpSync(backup, cut, { recursive: true });
      const log = new SqliteAccessLog(cut);
      const actor = { id: 'clerk', role: 'intake-clerk' } as const;
      for (let line = 0; line < 2; line += 1)
        await log.record({ at: now(), actor, stream: 'case-1', fields: ['name'], purpose: 'contact' });
      await log.close();
      const access = openDatabase(join(cut, `access-${now().slice(0, 7)}.sqlite`), 'access');
      const { sql } = access
        .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'access_is_not_removed'")
        .get() ?? { sql: '' };
      access.exec(`DROP TRIGGER access_is_not_removed; DELETE FROM access WHERE number = 1; ${sql}`);
      access.close();
      const target = emptyHome('cut-accesses-home');
      const { code, stderr } = await at(target, 'restore', cut, '--kek', join(home, 'kek'));
      expect([code, stderr]).toEqual([3, expect.stringContaining('line 1 does not follow')]);
      expect(readdirSync(target)).toEqual([]);
    });

    it('goes into an empty home only, or on where an earlier restore was cut off', async () => {
      expect((await at(home, 'restore', backup, '--kek', join(home, 'kek'))).code).toBe(1);
      const cut = emptyHome('cut-off');
      mkdirSync(join(cut, '.being-restored'));
      writeFileSync(join(cut, 'ops.sqlite'), 'half of it');
      expect((await at(cut, 'restore', backup, '--kek', join(home, 'kek'))).code).toBe(0);
      expect(readdirSync(cut)).not.toContain('.being-restored');
    });
  });

  describe('whose log has lost its tail', () => {
    let lost: string;
    let witnessed: number;
    beforeAll(async () => {
      lost = copied('lost');
      witnessed = Number((await at(home, 'verify')).json?.events);
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(lost, `log.sqlite${suffix}`), { force: true });
      copyFileSync(join(early, 'log.sqlite'), join(lost, 'log.sqlite'));
    });

    it('is found out, and not taken as it is without a flag', async () => {
      const { code, stderr } = await at(lost, 'verify');
      expect(code).toBe(3);
      expect(stderr).toContain('were witnessed');
      expect((await at(lost, 'recover')).code).toBe(1);
      expect((await at(lost, 'verify')).code).toBe(3);
    });

    it('is not moved to where nothing would show it any more', async () => {
      const refused = openHomeToMove(lost, proving);
      await expect(refused).rejects.toThrow(/nothing was moved.*\n.*were witnessed/);
      await expect(refused).rejects.toMatchObject({ exitCode: 3 });
    });

    it('goes on after somebody has accepted the loss, and says so for ever', async () => {
      const { code, json } = await at(lost, 'recover', '--accept-loss');
      expect(code).toBe(0);
      expect(json).toMatchObject({ accepted: true, loss: { anchorSize: witnessed } });
      expect(Number(json?.events)).toBeLessThan(witnessed);
      expect(await at(lost, 'verify')).toMatchObject({ code: 0, json: { ok: true, views: 'absent' } });
      const { stdout } = await at(lost, 'recover', '--accept-loss');
      expect(JSON.parse(stdout)).toMatchObject({ accepted: false });
    });

    it('has consumers that stand at its end, and react to what comes next', async () => {
      expect(await checkpointsBeyond(lost)).toEqual([]);
      const app = await started({ home: lost });
      const { caseId } = await reported(app, 'after the loss');
      const { status } = await Caller.operator(app).post(`/api/cases/${caseId}/commands/AcceptCase`, {
        category: 'lighting',
      });
      expect(status).toBe(200);
      const types = await typesOnceFiled(app, caseId);
      expect(types).toEqual(expect.arrayContaining(['CaseReported', 'CaseAccepted', 'CaseFiled']));
      await app.stop();
      expect(await at(lost, 'verify')).toMatchObject({ code: 0, json: { ok: true, views: 'equal' } });
    });
  });

  describe('whose log has lost its tail, and whose witness knows nothing of it', () => {
    let cut: string;
    beforeAll(() => {
      cut = copied('cut');
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(cut, `log.sqlite${suffix}`), { force: true });
      for (const name of ['log.sqlite', 'anchor.log']) copyFileSync(join(early, name), join(cut, name));
      for (const name of readdirSync(cut)) if (name.startsWith('views.')) rmSync(join(cut, name));
    });

    it('is found out by what consumers have handled, and up to where keys are written down', async () => {
      const { code, stderr } = await at(cut, 'verify');
      expect(code).toBe(3);
      expect(stderr).toContain('ops.sqlite: dispatch has handled more than this log holds');
      expect(stderr).toContain('keys.sqlite has written down whose keys are further than this log goes');
    });

    it('does not start, and gets no new line of a witness', async () => {
      const witness = readFileSync(join(cut, 'anchor.log'), 'utf8');
      await expect(started({ home: cut })).rejects.toThrow(
        /sqlite knows of \d+\. Restore a backup, or accept/,
      );
      expect(readFileSync(join(cut, 'anchor.log'), 'utf8')).toBe(witness);
    });

    it('goes on after somebody has accepted the loss', async () => {
      const { json } = await at(cut, 'recover', '--accept-loss');
      expect(json).toMatchObject({ accepted: true });
      const app = await started({ home: cut });
      await reported(app, 'after the loss');
      await app.stop();
      expect((await at(cut, 'verify')).json).toMatchObject({ ok: true, losses: [{ isWitnessed: false }] });
    });
  });

  describe('whose recovery was killed', () => {
    const lostBefore = (name: string): string => {
      const lost = copied(name);
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(lost, `log.sqlite${suffix}`), { force: true });
      copyFileSync(join(early, 'log.sqlite'), join(lost, 'log.sqlite'));
      return lost;
    };

    it.each(['accepted', 'recorded'] as const)(
      'once it was %s, records the loss as the first event of the next start, once',
      async (step) => {
        const lost = lostBefore(`killed-when-${step}`);
        expect(await recoveryKilledAt(lost, step)).toBe('SIGKILL');
        const app = await started({ home: lost });
        const { number } = await reported(app, 'after the loss');
        await app.stop();
        const types = await typesIn(lost);
        expect(types.filter((type) => type === 'LossAccepted')).toHaveLength(1);
        expect(types.indexOf('LossAccepted')).toBeLessThan(types.lastIndexOf('CaseReported'));
        expect(number > first.number).toBe(true);
        expect(readdirSync(lost)).not.toContain('accepted-loss.json');
        expect(await at(lost, 'verify')).toMatchObject({ code: 0, json: { ok: true, views: 'equal' } });
      },
    );

    it.each(['noted', 'taken-back', 'accepted'] as const)(
      'once it was %s, goes on with the next recover',
      async (step) => {
        const lost = lostBefore(`recovered-after-${step}`);
        expect(await recoveryKilledAt(lost, step)).toBe('SIGKILL');
        const { code, json } = await at(lost, 'recover', '--accept-loss');
        expect([code, json?.accepted]).toEqual([0, true]);
        expect((await typesIn(lost)).filter((type) => type === 'LossAccepted')).toHaveLength(1);
        expect((await at(lost, 'recover', '--accept-loss')).json).toMatchObject({ accepted: false });
      },
    );

    it('is moved once the loss is recorded, not before', async () => {
      const lost = lostBefore('moved-when-noted');
      expect(await recoveryKilledAt(lost, 'accepted')).toBe('SIGKILL');
      const refused = openHomeToMove(lost, proving);
      await expect(refused).rejects.toThrow(/not recorded yet/);
      await expect(refused).rejects.toMatchObject({ exitCode: 4 });
      expect((await at(lost, 'recover', '--accept-loss')).code).toBe(0);
      await (await openHomeToMove(lost, proving)).close();
    });

    it('before anything was accepted, records nothing where what was lost is put back', async () => {
      const lost = lostBefore('put-back');
      expect(await recoveryKilledAt(lost, 'noted')).toBe('SIGKILL');
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(lost, `log.sqlite${suffix}`), { force: true });
      copyFileSync(join(home, 'log.sqlite'), join(lost, 'log.sqlite'));
      const app = await started({ home: lost });
      await app.stop();
      expect(await typesIn(lost)).not.toContain('LossAccepted');
      expect(readdirSync(lost)).not.toContain('accepted-loss.json');
    });
  });

  describe('whose views are gone', () => {
    it('has them built from the log, all or one, with the words that are searched', async () => {
      const bare = copied('bare');
      for (const suffix of ['', '-wal', '-shm']) rmSync(join(bare, `views.sqlite${suffix}`), { force: true });
      const { code, json, stderr } = await at(bare, 'rebuild');
      expect(code).toBe(0);
      expect(json?.views).toEqual(expect.arrayContaining(['cases', 'volunteers', 'timers']));
      expect(stderr).toContain('rebuild 100 %');
      expect(await at(bare, 'verify')).toMatchObject({ code: 0, json: { views: 'equal' } });
      expect((await at(bare, 'rebuild', 'cases')).json).toMatchObject({ views: ['cases'] });
      expect((await at(bare, 'rebuild', 'nonsense')).code).toBe(1);
      const app = await started({ home: bare });
      const { body } = await Caller.operator(app).get<{ cases: Reported[] }>(
        `/api/cases?q=${encodeURIComponent('before the first')}`,
      );
      expect(body.cases.map(({ number }) => number)).toContain(first.number);
      await app.stop();
    });
  });

  describe('with another operator token', () => {
    it('knows the old one no more', async () => {
      const rotated = copied('rotated');
      const old = readFileSync(join(rotated, 'operator.token'), 'utf8').trim();
      expect(await at(rotated, 'tokens', 'rotate')).toMatchObject({ code: 0, json: { rotated: true } });
      expect(statSync(join(rotated, 'operator.token')).mode & 0o777).toBe(0o600);
      const app = await started({ home: rotated });
      const withOld = { home: rotated, url: app.url, environment: { THREEKEYS_TOKEN: old } };
      expect((await commandLine(withOld, ['cases'])).code).toBe(2);
      expect((await commandLine({ home: rotated, url: app.url }, ['cases'])).code).toBe(0);
      await app.stop();
    });
  });
});

/** Recovers in a process of its own, which ends in the middle. @returns the signal that ended it */
async function recoveryKilledAt(home: string, step: RecoveryStep): Promise<NodeJS.Signals | null> {
  const script = `require(${JSON.stringify(join(root, 'apps/cli/src/embedded-recover.ts'))})
    .recoverHome(process.argv[1], (step) => step === process.argv[2] && process.kill(process.pid, 'SIGKILL'))`;
  const options = ['--conditions=@threekeys/source', '-r', join(root, 'tools/source.cjs')];
  const child = spawn(process.execPath, [...options, '-e', script, home, step], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
}

async function typesIn(home: string): Promise<readonly string[]> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const types: string[] = [];
  for await (const { type } of store.readAll()) types.push(type);
  await store.close();
  return types;
}

function flipABitOfALeaf(log: string): void {
  const bytes = readFileSync(log);
  const place = bytes.indexOf('"type":"CaseReported"');
  expect(place).toBeGreaterThan(0);
  bytes[place + 9] = (bytes[place + 9] ?? 0) ^ 1;
  writeFileSync(log, bytes);
}

async function checkpointsBeyond(home: string): Promise<readonly string[]> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const operations = openDatabase(join(home, 'ops.sqlite'), 'operations', { readOnly: true });
  const { position: head } = await store.head();
  const rows = operations
    .prepare<[], { consumer: string; position: GlobalPosition }>('SELECT * FROM consumer_checkpoints')
    .all();
  const beyond = rows.filter(
    ({ position }) => head === undefined || store.comparePositions(position, head) > 0,
  );
  operations.close();
  await store.close();
  return beyond.map(({ consumer }) => consumer);
}

/** Dispatch files what was accepted, in its own time. */
async function typesOnceFiled(app: RunningApp, caseId: string): Promise<readonly string[]> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const { body } = await Caller.operator(app).get<{ events: { type: string }[] }>(
      `/api/cases/${caseId}/history`,
    );
    const types = body.events.map(({ type }) => type);
    if (types.includes('CaseFiled') || performance.now() > deadline) return types;
  }
}
