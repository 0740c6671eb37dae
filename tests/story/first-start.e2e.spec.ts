import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { commandLine } from '../cli/command-line';
import { Caller, removeHome, startApp, temporaryHome } from '../support/app';
import type { RunningApp } from '../support/app';

const passwordIn = (output: string): string => /password (\S+) \(shown once\)/.exec(output)?.[1] ?? '';
const secretIn = (output: string): string => /^ {2}([A-Z2-7-]{40,})$/m.exec(output)?.[1] ?? '';
/** As on a machine where nobody has set one. */
const atRandom = { THREEKEYS_DEMO_PASSWORD: undefined } as unknown as Record<string, string>;

let folder: string;
let home: string;
let app: RunningApp | undefined;

beforeEach(() => {
  folder = temporaryHome();
  home = join(folder, 'home');
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  removeHome(folder);
});

const start = async (environment: Record<string, string> = {}): Promise<RunningApp> =>
  (app = await startApp({ home, environment: { ...atRandom, ...environment } }));
const failedStart = (environment: Record<string, string> = {}): Promise<string> =>
  start(environment).then(
    () => '',
    (error: unknown) => (error as Error).message,
  );

describe('a first start', () => {
  it('makes nothing where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failedStart({ PORT: String(port) })).toContain('is in use');
    expect(existsSync(home)).toBe(false);
    other.close();
  });

  it('says the recovery secret once it exists, even where it comes no further', async () => {
    mkdirSync(join(home, 'ops.sqlite'), { recursive: true });
    const output = await failedStart();
    expect(secretIn(output)).not.toBe('');
    rmSync(join(home, 'ops.sqlite'), { recursive: true });
    const { url, output: said } = await start();
    await Caller.signedIn(url, 'admin', passwordIn(said()));
  });

  it('has a recovery secret that the command line shows again', async () => {
    const { output } = await start();
    const { code, json } = await commandLine({ home }, ['recovery-secret', '--json']);
    expect([code, json]).toEqual([0, { recoverySecret: secretIn(output()) }]);
  });
});
