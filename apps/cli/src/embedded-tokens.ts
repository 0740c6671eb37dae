import { newOperatorToken } from '@threekeys/auth';
import { makePrivateFile, syncDirectory } from '@threekeys/sqlite';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { withStoppedHome } from './embedded-home';

/**
 * Gives the home another operator token; the old one opens nothing from the next start on.
 * @throws DatabaseRefused where the server runs: it would go on with the old one
 */
export function rotateToken(home: string, file: string): Promise<void> {
  return withStoppedHome(home, () => {
    const next = `${file}.next`;
    rmSync(next, { force: true });
    makePrivateFile(next);
    const descriptor = openSync(next, 'w', 0o600);
    writeSync(descriptor, `${newOperatorToken()}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(next, file);
    syncDirectory(dirname(file));
    return Promise.resolve();
  });
}
