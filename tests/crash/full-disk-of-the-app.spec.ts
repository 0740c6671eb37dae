import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Caller, password, startApp } from '../support/app';
import type { RunningApp } from '../support/app';

const diskBytes = 176 * 1024 * 1024;
const refusedEnough = 20;
const reportsMax = 3000;

const mount = (folder: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', folder]).status === 0;
const unmount = (folder: string) => spawnSync('umount', ['-l', folder]);

const disk = mkdtempSync(join(tmpdir(), 'threekeys-disk-'));
const isMounted = mount(disk);
/** A disk of its own needs the right to mount one. */
const withDisk = isMounted ? it : it.skip;

let app: RunningApp | undefined;
afterAll(async () => {
  await app?.stop();
  if (isMounted) unmount(disk);
  rmdirSync(disk);
});

const report = (summary: string) => ({
  channel: 'phone',
  summary,
  requester: { name: '王桂英', phone: '19900005678' },
  place: { compound: 'outside' },
});

interface Ready {
  readonly ready: boolean;
  readonly checks: readonly { readonly name: string; readonly facts?: Readonly<Record<string, unknown>> }[];
}

describe('the application on a full disk', () => {
  withDisk(
    'says so, whichever file found no space, keeps people working, and goes on afterwards',
    async () => {
      const home = join(disk, 'home');
      app = await startApp({ home });
      const by = Caller.operator(app);
      const send = async (count: number) => (await by.post('/api/cases', report(`light ${count}`))).status;
      const readiness = async () => {
        const { status, body } = await by.get<Ready>('/api/health/ready');
        return { status, disk: body.checks.find(({ name }) => name === 'log')?.facts?.['disk'] };
      };
      expect(await readiness()).toEqual({ status: 200, disk: 'has-space' });

      fill(disk);
      const statuses: number[] = [];
      while (
        statuses.filter((status) => status !== 201).length < refusedEnough &&
        statuses.length < reportsMax
      )
        statuses.push(await send(statuses.length));

      expect(statuses.filter((status) => status !== 201 && status !== 507)).toEqual([]);
      expect(await readiness()).toEqual({ status: 503, disk: 'full' });
      expect(existsSync(join(home, 'ballast'))).toBe(false);
      // The space given back is what an operator signs in and reads with.
      const admin = await Caller.signedIn(app.url, 'admin', password);
      expect((await admin.get('/api/cases?limit=1')).status).toBe(200);

      rmSync(join(disk, 'filler'));
      expect(await send(statuses.length)).toBe(201);
      expect(existsSync(join(home, 'ballast'))).toBe(true);
      expect(await readiness()).toMatchObject({ disk: 'has-space' });
    },
  );
});

/** The application may write meanwhile: full is what it is afterwards. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
}
