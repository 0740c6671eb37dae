import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { jars } from './jars';

const startMs = 120_000;

/** How a Java server is started. */
export interface ServerCommand {
  readonly name: string;
  readonly port: number;
  /** Of the virtual machine, before the class. */
  readonly options: readonly string[];
  /** The class, or the source file, and its arguments. */
  readonly main: readonly string[];
}

/** A server process of our own on loopback. */
export class LocalServer {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  /** Resolves when it listens. @throws Error with its last words where it ends before that */
  static async start({ name, port, options, main }: ServerCommand): Promise<LocalServer> {
    const child = spawn('java', [...options, '-cp', jars(), ...main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches whoever started it, who ends it in its turn.
      detached: true,
    });
    const watcher = watch(child);
    child.once('exit', () => watcher.kill('SIGKILL'));
    const words: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => void words.splice(0, words.length - 20, chunk.toString()));
    const deadline = performance.now() + startMs;
    while (!(await isListening(port))) {
      if (child.exitCode !== null || performance.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`${name} did not start:\n${words.join('')}`);
      }
      await pause(50);
    }
    return new LocalServer(port, child);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** In good order. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** As a power cut ends it, but for what the system still holds. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

/** However this process ends, also by a kill: its end of the pipe closes, and the server is ended. */
function watch({ pid }: ChildProcess): ChildProcess {
  const script = `read -r _; kill -9 ${String(pid)}`;
  const watcher = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'] });
  watcher.unref();
  (watcher.stdin as Socket | null)?.unref();
  return watcher;
}

/** Below those that the system gives to outgoing connections: whoever starts later still finds it free. */
const portsFrom = 20_000;
const portsOfAWorker = 1500;
const workersMax = 8;

const given = new Set<number>();

/** A port of loopback that nobody listens on, and that this process, or another worker of its test run, has not given out. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? '0') % workersMax;
  const from = portsFrom + worker * portsOfAWorker;
  for (;;) {
    const port = randomInt(from, from + portsOfAWorker);
    if (given.has(port)) continue;
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    given.add(port);
    return port;
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
