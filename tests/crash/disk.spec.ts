import type { Leaf } from '@threekeys/event-store';
import { SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import { encodeLeaf, noHash } from '@threekeys/integrity';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const diskBytes = 12 * 1024 * 1024;
const ballastBytes = 1024 * 1024;

const canMount = (() => {
  const probe = mkdtempSync(join(tmpdir(), 'threekeys-mount-'));
  const mounted = mount(probe);
  if (mounted) unmount(probe);
  rmdirSync(probe);
  return mounted;
})();
/** A disk of its own needs the right to mount one. */
const withDisk = canMount ? it : it.skip;

let disk: string;
let home: string;
beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'threekeys-disk-'));
  home = join(disk, 'home');
  if (canMount) mount(disk);
});
afterEach(() => {
  if (canMount) unmount(disk);
  rmdirSync(disk);
});

const open = () => SqliteEventStore.open(home, { ballastBytes, walBytes: 0, anchorIntervalMs: 5 });
const verify = () => verifyLog(join(home, 'log.sqlite'), join(home, 'anchor.log'));

describe('a log on a full disk', () => {
  withDisk('refuses clearly, stays readable, and goes on when there is space again', async () => {
    const store = await open();
    const accepted = await fillUp(store);
    expect(accepted.length).toBeGreaterThan(0);
    expect(existsSync(join(home, 'ballast'))).toBe(false);

    await expect(append(store)).rejects.toMatchObject({ code: 'StoreFull' });
    expect(await idsIn(store)).toEqual(accepted);
    writeFileSync(join(disk, 'what the operator needs'), Buffer.alloc(ballastBytes / 2));

    rmSync(join(disk, 'what the operator needs'));
    rmSync(join(disk, 'filler'));
    accepted.push(await append(store));
    expect(existsSync(join(home, 'ballast'))).toBe(true);
    expect(await idsIn(store)).toEqual(accepted);
    await store.close();
    expect(await verify()).toMatchObject({ events: accepted.length, problems: [] });
  });

  withDisk('is as full and as readable after a new start', async () => {
    const before = await open();
    const accepted = await fillUp(before);
    await before.close();
    const store = await open();
    expect(store.anchorState.status).toBe('matches');
    expect(await idsIn(store)).toEqual(accepted);
    await expect(append(store)).rejects.toMatchObject({ code: 'StoreFull' });
    rmSync(join(disk, 'filler'));
    accepted.push(await append(store));
    await store.close();
    expect(await verify()).toMatchObject({ events: accepted.length, problems: [] });
  });

  withDisk('loses nothing accepted at any of 40 sizes of what is left, whoever waits together', async () => {
    const store = await open();
    const accepted = new Set<string>();
    let refused = 0;
    for (let round = 0; round < 40; round++) {
      leaveFree(round * 4096);
      const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => append(store)));
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') accepted.add(outcome.value);
        else {
          expect(outcome.reason).toMatchObject({ code: 'StoreFull' });
          refused += 1;
        }
      }
      rmSync(join(disk, 'filler'), { force: true });
      accepted.add(await append(store));
      if (round % 10 === 9) expect(new Set(await idsIn(store))).toEqual(accepted);
    }
    expect(refused).toBeGreaterThan(0);
    expect(accepted.size).toBeGreaterThan(40);
    await store.close();
    expect(await verify()).toMatchObject({ events: accepted.size, problems: [] });
  });
});

describe('a log on a disk that can only be read', () => {
  withDisk('is read, refuses clearly, and goes on when it can be written again', async () => {
    const before = await open();
    const accepted = [await append(before), await append(before)];
    await before.close();
    run('mount', ['-o', 'remount,ro', disk]);

    const store = await open();
    expect(await idsIn(store)).toEqual(accepted);
    await expect(append(store)).rejects.toMatchObject({
      code: 'StoreReadOnly',
      message: expect.stringContaining('EROFS') as string,
    });
    await store.close();
    expect(await verify()).toMatchObject({ events: 2, problems: [] });

    run('mount', ['-o', 'remount,rw', disk]);
    const again = await open();
    accepted.push(await append(again));
    expect(await idsIn(again)).toEqual(accepted);
    await again.close();
  });

  withDisk('and was not there before is refused clearly', async () => {
    run('mount', ['-o', 'remount,ro', disk]);
    await expect(open()).rejects.toMatchObject({ code: 'StoreReadOnly' });
    run('mount', ['-o', 'remount,rw', disk]);
  });
});

/** Appends until the disk is full. @returns what was accepted, in order */
async function fillUp(store: SqliteEventStore): Promise<string[]> {
  const accepted = [await append(store)];
  leaveFree(300_000);
  for (;;) {
    try {
      accepted.push(await append(store));
    } catch (error) {
      expect(error).toMatchObject({ code: 'StoreFull' });
      return accepted;
    }
  }
}

function leaveFree(bytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(bavail * bsize - bytes, 0)));
}

async function append(store: SqliteEventStore): Promise<string> {
  const leaf = leafOf(`case-${randomUUID()}`);
  await store.append(leaf.stream, 'no-stream', [leaf]);
  return leaf.id;
}

async function idsIn(store: SqliteEventStore): Promise<string[]> {
  const ids = [];
  for await (const { id } of store.readAll()) ids.push(id);
  return ids;
}

function leafOf(stream: string): Leaf {
  const id = randomUUID();
  const recordedAt = '2026-03-01T08:00:00.000Z';
  const fields = { id, stream, revision: 0, type: 'NoteTaken', recordedAt };
  const { bytes, leafHash } = encodeLeaf({
    ...fields,
    ...{ schema: 1, occurredAt: recordedAt, actor: { id: 'tester', role: 'service' } },
    ...{ correlationId: id, commandId: id, data: { words: '噪声'.repeat(100) }, prev: noHash },
  });
  return { ...fields, bytes, leafHash, prev: noHash };
}

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', folder]).status === 0;
}

function unmount(folder: string): void {
  run('umount', ['-l', folder]);
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.toString()}`);
}
