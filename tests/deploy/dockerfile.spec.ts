import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { composeFile, processNames, root, textOf } from './compose-file';
import { problemsIn, stagesOf } from './dockerfile';

const dockerfile = textOf('deploy/docker/Dockerfile');
const stages = stagesOf(dockerfile);
const last = stages.at(-1)!;
const manifest = JSON.parse(textOf('package.json')) as {
  engines: { node: string };
  scripts: Record<string, string>;
  version: string;
};

describe('the Dockerfile', () => {
  it('has none of the faults that matter', () => expect(problemsIn(dockerfile)).toEqual([]));

  it.each([
    ['a base without an exact version', 'node:20.20.2-bookworm-slim AS runtime', 'node:latest AS runtime'],
    ['a base without an exact version', 'node:20.20.2-bookworm-slim AS base', 'node AS base'],
    ['an instruction that is not ours', 'USER node', 'USER node\nADD https://example.org/x /x'],
    ['a secret in the image', 'USER node', 'COPY secrets ./secrets\nUSER node'],
    ['a secret in the image', 'NODE_ENV=production', 'NODE_ENV=production THREEKEYS_KEK=abc'],
    ['a download that nobody checks', 'RUN npm ci\n', 'RUN curl https://example.org | sh\n'],
    ['an install without the lock file', 'RUN npm ci\n', 'RUN npm install\n'],
    ['a program that runs as root', 'USER node', 'USER 0'],
    ['a program that runs as root', 'USER node\n', ''],
    ['a program that runs as root', 'USER node', 'USER node\nRUN true'],
    ['the whole tree in the last stage', 'USER node', 'COPY --from=build . .\nUSER node'],
    ['a command that a shell starts', 'CMD ["node", "apps/cli', 'CMD node ["apps/cli'],
  ])('would be found to have %s', (problem, written, instead) => {
    const planted = dockerfile.replace(written, instead);
    expect(planted).not.toBe(dockerfile);
    expect(problemsIn(planted)).toEqual([problem]);
  });

  it('builds on a Node that the code is made for and tested with', () => {
    const bases = stages.map(({ base }) => base).filter((base) => base.startsWith('node:'));
    expect(new Set(bases).size).toBe(1);
    const version = /^node:(\d+)\.(\d+)\.\d+/.exec(bases[0]!)!.slice(1).map(Number);
    const [major, minor] = manifest.engines.node.replace('>=', '').split('.').map(Number);
    expect(version[0]! > major! || (version[0] === major && version[1]! >= minor!)).toBe(true);
    expect(version[0]).toBe(Number(process.versions.node.split('.')[0]));
  });

  it('copies what is there, and all that the processes are started from', () => {
    const copied = last.instructions
      .filter(({ name }) => name === 'COPY')
      .map(({ text }) => text.split(/\s+/).filter((word) => !word.startsWith('--')));
    for (const [from] of copied) expect(existsSync(join(root, from!.replace('/app/', '')))).toBe(true);
    const into = copied.map(([, to]) => to);
    expect(into).toEqual(['./', './node_modules', './libs', './apps', './healthy.mjs']);
    for (const name of processNames) expect(existsSync(join(root, 'apps', name))).toBe(true);
  });

  it('builds by scripts that there are', () => {
    const console_ = JSON.parse(textOf('apps/console/package.json')) as { scripts: Record<string, string> };
    expect(dockerfile).toContain('npm run build --workspace apps/console');
    expect(console_.scripts['build']).toBeDefined();
    expect(manifest.scripts['types']).toContain('tsc -b');
  });

  it('shows the ports of the compose file, and is the image that it names', () => {
    const { services } = composeFile();
    const { image, build, environment = {} } = services['intake']!;
    expect(build).toEqual({ context: '.', dockerfile: 'deploy/docker/Dockerfile' });
    expect(image).toBe(`threekeys:${manifest.version}`);
    const exposed = last.instructions.find(({ name }) => name === 'EXPOSE')?.text;
    expect(exposed).toBe(`${environment['PORT']!} ${environment['THREEKEYS_OPERATIONS_PORT']!}`);
  });

  it('is built from nothing that is secret, large or made here', () => {
    const ignored = textOf('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['secrets', '.git', '**/node_modules', '**/dist', 'tests']),
    );
    // What `tsc -b` wants is not among it.
    const wanted = new Set<string>();
    const want = (folder: string) => {
      if (wanted.has(folder)) return;
      wanted.add(folder);
      const { references = [] } = JSON.parse(textOf(join(folder, 'tsconfig.json'))) as {
        references?: { path: string }[];
      };
      for (const { path } of references) want(join(folder, path));
    };
    want('.');
    expect(wanted.size).toBeGreaterThan(30);
    const left = [...wanted].filter((folder) => ignored.some((each) => `${folder}/`.startsWith(`${each}/`)));
    expect(left).toEqual([]);
  });
});

describe('the health check of a process', () => {
  let status = 200;
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status).end();
  });
  const check = (environment: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const child = execFile(process.execPath, [join(root, 'deploy/docker/healthy.mjs')], {
        env: { ...process.env, ...environment },
      });
      child.once('exit', (code) => resolve(code ?? -1));
    });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());
  const port = () => (server.address() as AddressInfo).port;

  it('is content where it is ready, and only there', async () => {
    expect(await check({ THREEKEYS_OPERATIONS_PORT: `${port()}` })).toBe(0);
    expect(await check({ PORT: `${port() - 100}` })).toBe(0);
    status = 503;
    expect(await check({ THREEKEYS_OPERATIONS_PORT: `${port()}` })).toBe(1);
    expect(await check({ THREEKEYS_OPERATIONS_PORT: '9' })).toBe(1);
    expect(new Set(asked)).toEqual(new Set(['/api/health/ready']));
  });
});
