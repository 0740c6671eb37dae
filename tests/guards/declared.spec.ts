import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { root } from '../support/constants';

const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

/** Packages that a program loads and the root does not declare: they are there as long as another package has them. */
function undeclaredIn(source: string): readonly string[] {
  const loaded = [...source.matchAll(/(?:\bfrom |\brequire(?:\.resolve)?\(|\bimport\()'([^'.][^']*)'/g)];
  return loaded
    .map(([, name = '']) => name)
    .filter((name) => !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
    .filter((name) => !(name in dependencies) && !(name in devDependencies));
}

const programs = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'tools'), { recursive: true, encoding: 'utf8' }).map((file) =>
    join('tools', file),
  ),
].filter((file) => /\.[cm]js$/.test(file));

describe('a package that a tool or a configuration loads', () => {
  it.each(programs)('is declared at the root: %s', (file) =>
    expect(undeclaredIn(readFileSync(join(root, file), 'utf8'))).toEqual([]),
  );

  it('would be named', () => {
    const planted =
      "import a from 'no-such/part'; const b = require('@no/such'); require('node:fs'); import('jest');";
    expect(undeclaredIn(planted)).toEqual(['no-such', '@no/such']);
  });
});
