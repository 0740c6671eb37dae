import 'reflect-metadata';
import { permissionTableMarkdown } from '@threekeys/auth';
import { statusTableMarkdown } from '@threekeys/domain';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogueMarkdown, refusalsMarkdown } from './catalogue';
import { apiTypes } from './api-types';
import { foreignRoutes } from './foreign-routes';

const root = join(__dirname, '..', '..');
const check = process.argv.includes('--check');

const made: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/reference/messages.md': catalogueMarkdown,
  'docs/reference/refusals.md': refusalsMarkdown,
  'docs/reference/permissions.md': permissionTableMarkdown,
  'docs/reference/statuses.md': statusTableMarkdown,
  'libs/api-client/src/api.generated.ts': apiTypes,
  'libs/cluster/src/routes.generated.ts': foreignRoutes,
};

async function main(): Promise<void> {
  const stale: string[] = [];
  for (const [file, make] of Object.entries(made)) {
    const path = join(root, file);
    const content = await make();
    if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
    stale.push(file);
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  if (check && stale.length > 0) {
    console.error(`Stale, run npm run generate: ${stale.join(', ')}`);
    process.exitCode = 1;
    return;
  }
  console.log(stale.length === 0 ? 'Generated files are fresh.' : `Written: ${stale.join(', ')}`);
}

void main();
