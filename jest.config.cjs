const { availableParallelism } = require('node:os');
const swc = require('./tools/swc.cjs');

/** Whole engines and their processes: a command of their own, jest.cluster.config.cjs. */
const clusterTests = ['/tests/cluster/', '/tests/kafka/', '/tests/mongo/'];

/** One root run: libraries are read from their sources, nothing needs a build. */
module.exports = {
  rootDir: __dirname,
  // Half of the time a test waits for a disk, a browser or another process: with a worker for each core a quarter of them idles.
  // So many have ports of their own (deploy/local/local-server.ts).
  maxWorkers: Math.min(8, Math.ceil(1.5 * availableParallelism())),
  // Nothing is timed here: a test that takes longer hangs. One figure for all, on the slowest machine beside other work.
  testTimeout: 400_000,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tests', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/', '\\.long\\.spec\\.ts$', ...clusterTests],
  modulePathIgnorePatterns: ['/dist/'],
  testSequencer: '<rootDir>/tools/test/sequencer.cjs',
  reporters: ['default', '<rootDir>/tools/test/summary-reporter.cjs'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@threekeys/source', 'node', 'node-addons'] },
  // Given to each module: one takes many times as long where it is looked up in the global object of a suite. Not what specs replace: Date.
  sandboxInjectedGlobals: ['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Set', 'String'],
  // Half of the modules of zod are texts in languages that nobody asks for, and each suite loads its modules anew.
  moduleNameMapper: { '^\\.\\./locales/index\\.cjs$': '<rootDir>/node_modules/zod/v4/locales/en.cjs' },
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
};
