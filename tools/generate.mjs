// Writes everything that is made from the code; with --check it writes nothing and fails where a file is stale.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [
    '--conditions=@threekeys/source',
    '-r',
    at('./source.cjs'),
    at('./generate/main.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: at('..') },
);
process.exit(status ?? 1);
