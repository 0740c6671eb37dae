// Runs TypeScript from its sources: node --conditions=@threekeys/source -r ./tools/source.cjs apps/…/src/main.ts
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { version } = require('@swc/core/package.json');
const swc = require('./swc.cjs');

process.setSourceMapsEnabled(true);
const options = { ...swc, swcrc: false, sourceMaps: 'inline', inlineSourcesContent: false };
const cache = join(__dirname, '../node_modules/.cache/threekeys');
const hashOf = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');

/** At the end of what is kept: what was cut off does not count. */
const whole = '\n// whole';

/** What a file became stays beside a hash of what it was made from: the compiler is loaded for what has changed only. */
function compiled(path) {
  const source = readFileSync(path, 'utf8');
  const madeFrom = hashOf(version, JSON.stringify(options), source);
  const kept = join(cache, hashOf(path));
  const known = read(kept);
  if (known?.startsWith(madeFrom) && known.endsWith(whole)) return known.slice(madeFrom.length);
  const { code } = require('@swc/core').transformSync(source, { ...options, filename: path });
  keep(kept, madeFrom + code + whole);
  return code;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** At once, as others read it meanwhile. Where nothing can be written it is made anew each time. */
function keep(file, text) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // As above.
  }
}

require.extensions['.ts'] = (module, path) => module._compile(compiled(path), path);
