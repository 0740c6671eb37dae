/** What the server says when it says no: RFC 9457. */
export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly expected: string; readonly got: string }[];
  /** What a refusal is about; `path`: where it stands in what was sent. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export class ServerSaidNo extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${String(status)}`);
    this.name = 'ServerSaidNo';
  }
}

async function send<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      'accept-language': document.documentElement.lang,
      'x-threekeys': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new ServerSaidNo(response.status, answer ?? {});
  return answer as T;
}

export const api = {
  get: <T>(path: string) => send<T>('GET', path),
  /** @param key Idempotency-Key: the same one sent again answers what was recorded */
  post: <T>(path: string, body: unknown, key?: string) => send<T>('POST', path, body, key),
  delete: (path: string) => send<undefined>('DELETE', path),
};
