import { contentOf } from '@threekeys/event-store';
import { SqliteEventStore, verifyLog } from '@threekeys/event-store-sqlite';
import type { ChildProcessByStdio } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Job, Sent } from './tally.writer';

const repository = resolve(__dirname, '../..');

/** What another process than the one that dies remembers of it. */
export class Ledger {
  readonly accepted = new Map<string, { readonly position: string; readonly sent: Sent }>();
  /** Sent, and neither accepted nor refused. */
  readonly inFlight = new Map<string, Sent>();

  note(line: string): void {
    const [word, commandId = '', first = '', second = ''] = line.split(' ');
    if (word === 'S') this.inFlight.set(commandId, { commandId, stream: first, count: Number(second) });
    if (word === 'R') this.inFlight.delete(commandId);
    if (word !== 'A' || this.accepted.has(commandId)) return;
    const sent = this.inFlight.get(commandId);
    if (!sent) throw new Error(`accepted what was never sent: ${line}`);
    this.inFlight.delete(commandId);
    this.accepted.set(commandId, { position: first, sent });
  }
}

/** @returns a program that does what a {@link Job} says, in one file of this folder */
export function makeWriter(folder: string): string {
  execFileSync(process.execPath, [join(__dirname, 'bundle.mjs'), folder]);
  return join(folder, 'writer.cjs');
}

export class Writer {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private rest = '';
  private errors = '';
  private hasBegun = false;
  private heard: (() => void) | undefined;

  /**
   * @param program what {@link makeWriter} has made
   * @param environment of the process, beside this one's
   */
  constructor(
    program: string,
    private readonly ledger: Ledger,
    environment: Readonly<Record<string, string>> = {},
  ) {
    this.child = spawn(process.execPath, [program], {
      env: { ...process.env, NODE_PATH: join(repository, 'node_modules'), ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdin.on('error', () => undefined); // a process that is dead reads no more
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => this.read(text));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
  }

  begin(job: Job): void {
    this.child.stdin.write(`${JSON.stringify(job)}\n`);
  }

  /** Resolves when something has been sent to the log. */
  begun(): Promise<void> {
    return new Promise((done, fail) => {
      this.heard = () => this.hasBegun && done();
      this.child.once('exit', (code) => fail(new Error(`it ended by itself with ${code}: ${this.errors}`)));
    });
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Resolves when it is dead and everything it said has been read. @throws Error where it was not killed */
  ended(): Promise<void> {
    return new Promise((done, fail) => {
      const check = (code: number | null, signal: NodeJS.Signals | null) =>
        signal === 'SIGKILL' ? done() : fail(new Error(`it ended with ${code}: ${this.errors}`));
      this.child.once('close', check);
    });
  }

  private read(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.ledger.note(line);
    this.hasBegun ||= lines.some((line) => line.startsWith('S '));
    this.heard?.();
  }
}

export interface Finding {
  readonly events: number;
  readonly problems: readonly string[];
  /** Accepted commands of which an event is missing, or lies elsewhere. */
  readonly lost: readonly string[];
  /** Commands that were recorded more or less often than once. */
  readonly doubled: readonly string[];
}

/** What lies in the log after a fall, against what was accepted. */
export async function examine(home: string, accepted: Ledger['accepted']): Promise<Finding> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const stored = new Map<string, { count: number; of: unknown; position: string; stream: string }>();
  for await (const event of store.readAll()) {
    const { commandId, data } = contentOf(event);
    const { count } = stored.get(commandId) ?? { count: 0 };
    const { position, stream } = event;
    stored.set(commandId, { count: count + 1, of: data['of'], position, stream });
  }
  await store.close();
  const report = await verifyLog(join(home, 'log.sqlite'), join(home, 'anchor.log'));
  const isThere = (commandId: string, position: string, sent: Sent) => {
    const found = stored.get(commandId);
    const isInPlace = position === '?' || found?.position === position;
    return isInPlace && found?.stream === sent.stream && found.count === sent.count;
  };
  return {
    events: report.events,
    problems: report.problems.map(({ what }) => what),
    lost: [...accepted].filter(([id, { position, sent }]) => !isThere(id, position, sent)).map(([id]) => id),
    doubled: [...stored].filter(([, { count, of }]) => count !== of).map(([id]) => id),
  };
}
