/** One root run: libraries are read from their sources, nothing needs a build. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tests', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/', '\\.long\\.spec\\.ts$'],
  modulePathIgnorePatterns: ['/dist/'],
  reporters: ['default', '<rootDir>/tools/test/summary-reporter.cjs'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@threekeys/source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: false, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
