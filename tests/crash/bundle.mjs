// Makes one file of the writer and its libraries: it is started a hundred times, and translating its sources each time
// would take longer than all that is tested. usage: node bundle.mjs <folder>
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const conditions = ['@threekeys/source', 'node', 'require', 'default'];

await build({
  configFile: false,
  logLevel: 'error',
  root: fileURLToPath(new URL('.', import.meta.url)),
  ssr: { noExternal: true, external: ['better-sqlite3'], resolve: { conditions } },
  build: {
    ssr: join(fileURLToPath(new URL('.', import.meta.url)), 'tally.writer.ts'),
    outDir: process.argv[2],
    emptyOutDir: false,
    minify: false,
    rollupOptions: { output: { format: 'cjs', entryFileNames: 'writer.cjs' } },
  },
});
