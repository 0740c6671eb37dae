import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { AppTask, Usage } from './app.child';

const password = 'correct horse battery staple';
export const clerk = 'clerk';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** The product in a process of its own, and a clerk who is signed in. */
export class App {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private cookie = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly url: URL,
  ) {}

  static async start(home: string, { noReports = false }: { noReports?: boolean } = {}): Promise<App> {
    const task: AppTask = { home, password, accounts: [clerk], noReports };
    const child = fork(join(__dirname, 'app.child.ts'), [JSON.stringify(task)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the product did not start on ${home}`);
    });
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string }];
    ended.catch(() => undefined);
    const app = new App(child, new URL(message.url));
    await app.signIn();
    return app;
  }

  get(path: string): Promise<HttpAnswer> {
    return this.send('GET', path, undefined, {});
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
    return this.send('POST', path, JSON.stringify(body), headers);
  }

  /** Processor time and bytes written so far. */
  async usage(): Promise<Usage> {
    const answered = once(this.child, 'message');
    this.child.send('usage');
    const [usage] = (await answered) as [Usage];
    return usage;
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }

  private async signIn(): Promise<void> {
    const headers = await new Promise<readonly string[]>((resolve, reject) => {
      const asked = this.asked('POST', '/api/sessions', {}, (response) => {
        response.resume();
        const cookies = response.headers['set-cookie'];
        if (response.statusCode === 204 && cookies) resolve(cookies);
        else reject(new Error(`the clerk could not sign in: ${String(response.statusCode)}`));
      });
      asked.on('error', reject).end(JSON.stringify({ username: clerk, password }));
    });
    this.cookie = headers.map((each) => each.split(';')[0]).join('; ');
  }

  private send(
    method: string,
    path: string,
    body: string | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const asked = this.asked(method, path, headers, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      asked.on('error', reject).end(body);
    });
  }

  private asked(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    answered: Parameters<typeof request>[2],
  ): ReturnType<typeof request> {
    const { hostname, port } = this.url;
    const own = { cookie: this.cookie, 'x-threekeys': '1', ...headers };
    const typed = method === 'POST' ? { ...own, 'content-type': 'application/json' } : own;
    return request(
      new URL(path, this.url),
      { method, hostname, port, agent: this.agent, headers: typed },
      answered,
    );
  }
}
