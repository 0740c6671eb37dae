import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LocalServer } from './local-server';

/** A MongoDB-compatible server on loopback (not MongoDB: see LocalMongo.java). Its data stay in the directory. */
export function startLocalMongo(directory: string, port: number): Promise<LocalServer> {
  mkdirSync(directory, { recursive: true });
  return LocalServer.start({
    name: 'the MongoDB-compatible server',
    port,
    options: ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    main: [join(__dirname, 'LocalMongo.java'), String(port), join(directory, 'data.h2')],
  });
}
