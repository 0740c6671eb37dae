import type { Tokens } from '@threekeys/auth';
import { derivedId } from '@threekeys/integrity';
import { demoAccounts } from './community';
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

const tokenNameOf = (who: string): string => `demo-${who}`;

/**
 * The demo's people at their keyboards: they send requests like anybody. Days pass in a moment here, so each has a token,
 * which does not end as a session does.
 */
export class DemoPeople {
  /** By who and path: how many requests there were. */
  private readonly sent = new Map<string, number>();

  private constructor(
    private readonly url: string,
    private readonly tokens: ReadonlyMap<string, string>,
    private readonly seed: number,
  ) {}

  /** Everybody comes, does their work, and leaves no token behind. */
  static async atWork(
    { url, tokens, operatorToken, seed }: Workplace,
    work: (people: DemoPeople) => Promise<void>,
  ): Promise<void> {
    const held = new Map<string, string>([['operator', operatorToken]]);
    for (const who of Object.keys(demoAccounts)) held.set(who, await tokens.add(tokenNameOf(who), who));
    await work(new DemoPeople(url, held, seed));
    for (const who of Object.keys(demoAccounts)) await tokens.revoke(tokenNameOf(who));
  }

  /** @throws RequestRefused with the problem that was answered */
  async send(by: Who, method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        authorization: `Bearer ${this.tokens.get(by) ?? ''}`,
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': this.keyOf(by, path),
        }),
      },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    if (!response.ok) throw new RequestRefused(response.status, `${method} ${path} by ${by}: ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  /** Ids follow from the keys of requests: with the same seed they are the same. */
  private keyOf(by: Who, path: string): string {
    const which = `${by} ${path}`;
    const number = (this.sent.get(which) ?? 0) + 1;
    this.sent.set(which, number);
    return derivedId('demo', String(this.seed), which, String(number));
  }
}

/** Where they work. */
export interface Workplace {
  readonly url: string;
  readonly tokens: Tokens;
  readonly operatorToken: string;
  readonly seed: number;
}
