/** The long tiers: crash, power cut, hostile input, models. */
const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  testMatch: ['**/*.long.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/'],
  testTimeout: 3_600_000,
};
