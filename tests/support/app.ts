import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { password } from './constants';
import { embedded } from './embedded-app';
import type { Environment, RunningApp, StartOptions, TestEngine } from './engine';

export { password, root } from './constants';
export type { RunningApp } from './engine';

const chosen = { engine: embedded };

/** What this spec runs on, instead of the embedded engine. */
export function runOn(engine: TestEngine): void {
  chosen.engine = engine;
}

/** Whether the application can run inside this very process, under a clock that the spec sets. */
export const runsInProcess = (): boolean => chosen.engine === embedded;

export const temporaryHome = (): string => mkdtempSync(join(tmpdir(), 'threekeys-'));

export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true });
}

/** The real application: processes of their own, on free ports of the loopback. */
export function startApp({
  home = temporaryHome(),
  demo = false,
  environment = {},
}: StartOptions = {}): Promise<RunningApp> {
  return chosen.engine.start({ home, demo, environment });
}

/** What the command line needs to find the installation of a home, besides the home. */
export const environmentOf = (home: string): Environment => chosen.engine.environmentOf(home);

/** How many events are stored, read past the application. */
export const storedEvents = (home: string): Promise<number> => chosen.engine.storedEvents(home);

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
