/** The product on its engines: a real Kafka, a MongoDB-compatible server, the EventStoreDB double; processes are killed. */
const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  // Each of most has a cluster of its own, of eight processes.
  maxWorkers: 2,
  roots: ['cluster', 'kafka', 'mongo'].map((folder) => `<rootDir>/tests/${folder}`),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/', '\\.long\\.spec\\.ts$'],
};
