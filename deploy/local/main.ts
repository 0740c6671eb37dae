import { resolve } from 'node:path';
import { startLocalKafka } from './local-kafka';
import { startLocalMongo } from './local-mongo';

// node -r ./tools/source.cjs deploy/local/main.ts kafka|mongo <directory> <port>: runs until Ctrl-C, keeps its data.

const servers = { kafka: startLocalKafka, mongo: startLocalMongo };

async function main([name = '', directory = '', port = '']: readonly string[]): Promise<void> {
  const isKnown = Object.hasOwn(servers, name) && directory !== '' && /^\d{1,5}$/.test(port);
  if (!isKnown) throw new Error(`Usage: ${Object.keys(servers).join('|')} <directory> <port>`);
  const server = await servers[name as keyof typeof servers](resolve(directory), Number(port));
  process.stdout.write(`${name} listens on 127.0.0.1:${port}, pid ${String(server.pid)}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  // The server's own pipes do not keep this process; waiting for a signal does.
  setInterval(() => undefined, 60_000);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
