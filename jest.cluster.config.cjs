/** The product on its engines: a real Kafka, a MongoDB-compatible server, the EventStoreDB double; processes are killed. */
const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  roots: ['cluster', 'kafka', 'mongo'].map((folder) => `<rootDir>/tests/${folder}`),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/', '\\.long\\.spec\\.ts$'],
};
