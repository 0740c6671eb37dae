import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// A guard that nobody has seen fail is not a guard: each rule is seen red on a violation planted for it.

const root = join(__dirname, '..', '..');
const planted = join(__dirname, 'planted');

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string }[] };
}

const cruise = JSON.parse(
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['libs', 'apps', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'],
    ],
    { cwd: planted, encoding: 'utf8', maxBuffer: 1 << 26 },
  ).stdout,
) as Cruise;

const violations = cruise.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);

describe('the boundary rules, on planted violations', () => {
  it.each([
    ['unresolvable', 'libs/http/src/unresolvable.ts'],
    ['no-circle', 'libs/http/src/circle-a.ts'],
    ['domain-is-pure', 'libs/domain/src/impure.ts'],
    ['matching-is-pure', 'libs/matching/src/reads-a-file.ts'],
    ['integrity-is-pure', 'libs/integrity/src/needs-a-package.ts'],
    ['ports-know-no-adapter', 'libs/event-store/src/knows-an-adapter.ts'],
    ['ports-know-no-framework', 'libs/event-store/src/knows-a-framework.ts'],
    ['adapters-only-at-the-root', 'apps/intake/src/names-an-adapter.ts'],
    ['services-never-import-each-other', 'apps/reporting/src/imports-a-service.ts'],
    ['libraries-know-no-app', 'libs/http/src/knows-an-app.ts'],
    ['console-speaks-http', 'apps/console/src/imports-the-domain.ts'],
    ['one-sqlite-driver', 'libs/event-store-sqlite/src/second-driver.ts'],
    ['one-eventstoredb-driver', 'libs/event-store-eventstoredb/src/second-driver.ts'],
    ['one-mongo-driver', 'libs/http/src/second-mongo-driver.ts'],
    ['one-kafka-client', 'libs/messaging-mongo/src/second-client.ts'],
    ['esdb-double-in-specs-only', 'libs/event-store-eventstoredb/src/uses-the-double.ts'],
    ['not-to-specs', 'libs/http/src/imports-a-spec.ts'],
    ['not-to-development-packages', 'libs/http/src/needs-a-development-package.ts'],
  ])('%s goes red', (rule, from) => expect(violations).toContain(`${rule}: ${from}`));

  it('has a planted violation for every rule', () => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the configuration is CommonJS
    const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    expect(new Set(violations.map((each) => each.split(':')[0]))).toEqual(
      new Set(forbidden.map(({ name }) => name)),
    );
  });
});
