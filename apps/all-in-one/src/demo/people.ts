import { randomUUID } from 'node:crypto';
import type { DemoAccount } from './community';

type Who = DemoAccount | 'operator';

export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly problem: string,
  ) {
    super(`${String(status)} ${problem}`);
    this.name = 'RequestRefused';
  }
}

/** The demo's people at their keyboards: they sign in and send requests like anybody. */
export class DemoPeople {
  private readonly cookies = new Map<Who, string>();

  constructor(
    private readonly url: string,
    private readonly secrets: { readonly password: string; readonly operatorToken: string },
  ) {}

  /** @throws RequestRefused with the problem that was answered */
  async send(by: Who, method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    try {
      return await this.sendOnce(by, method, path, body);
    } catch (error) {
      if (!(error instanceof RequestRefused) || error.status !== 401) throw error;
      // Days pass in a moment here: a session ends in between.
      this.cookies.delete(by);
      return this.sendOnce(by, method, path, body);
    }
  }

  private async sendOnce(by: Who, method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(await this.credentials(by)),
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    if (!response.ok) throw new RequestRefused(response.status, `${method} ${path} by ${by}: ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  private async credentials(by: Who): Promise<Record<string, string>> {
    if (by === 'operator') return { authorization: `Bearer ${this.secrets.operatorToken}` };
    const cookie = this.cookies.get(by) ?? (await this.signIn(by));
    return { cookie, 'x-threekeys': '1' };
  }

  private async signIn(by: DemoAccount): Promise<string> {
    const response = await fetch(new URL('/api/sessions', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-threekeys': '1' },
      body: JSON.stringify({ username: by, password: this.secrets.password }),
    });
    if (!response.ok) throw new RequestRefused(response.status, `sign-in of ${by}: ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.cookies.set(by, cookie);
    return cookie;
  }
}
