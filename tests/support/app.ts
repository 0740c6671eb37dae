import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');
export const password = 'correct horse battery staple';

export interface RunningApp {
  readonly url: string;
  readonly home: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Ends it as an operator would, and waits. Returns the exit code. */
  stop(): Promise<number | null>;
  /** kill -9 */
  kill(): Promise<void>;
}

interface StartOptions {
  readonly home?: string;
  readonly demo?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

const readyPattern = /Threekeys is ready at (http:\S+)/;

export const temporaryHome = (): string => mkdtempSync(join(tmpdir(), 'threekeys-'));

export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true });
}

/** The real application, a process of its own, on a free port of the loopback. */
export async function startApp({
  home = temporaryHome(),
  demo = false,
  environment = {},
}: StartOptions = {}): Promise<RunningApp> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@threekeys/source',
      ...['-r', join(root, 'tools/source.cjs'), join(root, 'apps/all-in-one/src/main.ts')],
      ...(demo ? [] : ['--no-demo']),
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        THREEKEYS_HOME: home,
        THREEKEYS_DEMO_PASSWORD: password,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = readyPattern.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`the application ended with ${String(code)} before it was ready:\n${output}`)),
    );
  });
  return {
    url,
    home,
    process: child,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A person or a script in front of the HTTP interface. */
export class Caller {
  private constructor(
    private readonly url: string,
    private readonly credentials: Readonly<Record<string, string>>,
  ) {}

  static nobody(url: string): Caller {
    return new Caller(url, {});
  }

  static operator({ url, home }: Pick<RunningApp, 'url' | 'home'>): Caller {
    const file = join(home, 'operator.token');
    if (!existsSync(file)) throw new Error(`no operator token in ${home}`);
    return new Caller(url, { authorization: `Bearer ${readFileSync(file, 'utf8').trim()}` });
  }

  static bearer(url: string, token: string): Caller {
    return new Caller(url, { authorization: `Bearer ${token}` });
  }

  static async signedIn(url: string, username: string, secret = password): Promise<Caller> {
    const response = await fetch(new URL('/api/sessions', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-threekeys': '1' },
      body: JSON.stringify({ username, password: secret }),
    });
    if (response.status !== 204)
      throw new Error(`sign-in of ${username}: ${String(response.status)} ${await response.text()}`);
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return new Caller(url, { cookie, 'x-threekeys': '1' });
  }

  get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send<T>('POST', path, JSON.stringify(body), { 'idempotency-key': randomUUID(), ...headers });
  }

  /** Sends bytes as they are. */
  async raw(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    headers: Record<string, string> = {},
  ): Promise<Answer<unknown>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...this.credentials,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body as unknown as string }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  }

  async send<T>(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        'accept-language': 'en',
        ...this.credentials,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    };
  }
}
