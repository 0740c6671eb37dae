import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, exitCodes } from './exit';

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly { pointer: string; expected: string; got: string }[];
}

/** A refusal or an error of the server, with the sentence it gave. */
export class ServerSaidNo extends CommandFailed {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    const fields = (problem.errors ?? []).map(
      ({ pointer, expected, got }) => `\n  ${pointer}: ${expected} (${got})`,
    );
    super(
      exitCodeOf(status),
      `${problem.detail ?? problem.title ?? `HTTP ${String(status)}`}${fields.join('')}`,
      {
        status,
        code: problem.code,
        errors: problem.errors,
      },
    );
  }
}

function exitCodeOf(status: number): number {
  if ([401, 403, 404, 409, 412].includes(status)) return exitCodes.refused;
  if (status >= 500 && status !== 500) return exitCodes.unavailable;
  return status === 500 ? exitCodes.bug : exitCodes.badInput;
}

export interface ServerOptions {
  readonly url: string;
  /** Token of `THREEKEYS_TOKEN`, or the operator's of the home. */
  readonly token: string | undefined;
  readonly language: 'zh' | 'en';
  /** Ends the request under way. */
  readonly signal: AbortSignal;
}

/** The operator signs in by a file that only they can read. */
export function operatorToken(home: string): string | undefined {
  const file = join(home, 'operator.token');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** HTTP to a running Threekeys. */
export class Server {
  constructor(private readonly options: ServerOptions) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  /** @param idempotencyKey UUID; the same key sent again answers what was recorded */
  post<T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> {
    return this.send<T>('POST', path, body, idempotencyKey ? { 'idempotency-key': idempotencyKey } : {});
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const response = await this.fetch(path, {
      method,
      headers: {
        'accept-language': this.options.language,
        ...(this.options.token ? { authorization: `Bearer ${this.options.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new ServerSaidNo(response.status, answer ?? {});
    return answer as T;
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(new URL(path, this.options.url), { ...init, signal: this.options.signal });
    } catch (error) {
      this.options.signal.throwIfAborted();
      throw new CommandFailed(
        exitCodes.unavailable,
        `No answer from ${this.options.url} (${String((error as Error).cause ?? error)}). Is Threekeys running? Start it with npm start, or set THREEKEYS_URL.`,
      );
    }
  }
}
