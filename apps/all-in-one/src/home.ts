import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where everything of an installation lies. */
export interface Home {
  readonly directory: string;
  readonly operations: string;
  readonly views: string;
  readonly keys: string;
  readonly kek: string;
  readonly lock: string;
  readonly operatorToken: string;
  /** Nothing was here before. */
  readonly isNew: boolean;
}

const ownerOnly = 0o700;
const ownerReads = 0o600;

/** Makes the directory where there is none; only its owner may look into it. */
export function openHomeDirectory(path: string): Home {
  const directory = resolve(path);
  mkdirSync(directory, { recursive: true, mode: ownerOnly });
  const at = (name: string) => join(directory, name);
  return {
    directory,
    operations: at('ops.sqlite'),
    views: at('views.sqlite'),
    keys: at('keys.sqlite'),
    kek: at('kek'),
    lock: at('lock.sqlite'),
    operatorToken: at('operator.token'),
    isNew: !existsSync(at('log.sqlite')),
  };
}

/** What is in the file, or what is made for it now: mode 0600. */
export function readOrCreateSecret(file: string, create: () => string): string {
  if (!existsSync(file)) writeFileSync(file, `${create()}\n`, { mode: ownerReads, flag: 'wx' });
  chmodSync(file, ownerReads);
  return readFileSync(file, 'utf8').trim();
}
