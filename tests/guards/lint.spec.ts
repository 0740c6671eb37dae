import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';

const root = join(__dirname, '..', '..');
const planted = join(__dirname, 'planted');

interface Linted {
  filePath: string;
  messages: { ruleId: string | null; line: number }[];
}

const files = [
  'libs/domain/src/case/unmarked.events.ts',
  'libs/http/src/backtracks.ts',
  'apps/console/src/raw-enter.ts',
  'apps/console/src/needs-a-secure-context.ts',
  'libs/event-store/src/reads-the-clock.ts',
];
const linted = JSON.parse(
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/eslint/bin/eslint.js'),
      '--no-ignore',
      '--format',
      'json',
      ...files.map((file) => join(planted, file)),
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  ).stdout,
) as Linted[];

const found = linted.flatMap(({ filePath, messages }) =>
  messages.map(({ ruleId, line }) => `${relative(planted, filePath)}:${String(line)} ${String(ruleId)}`),
);

describe('the lint rules, on planted violations', () => {
  it.each([
    [
      'unmarked free text in an event',
      'libs/domain/src/case/unmarked.events.ts:4 threekeys/unmarked-free-text',
    ],
    ['a free-text type used bare', 'libs/domain/src/case/unmarked.events.ts:5 threekeys/unmarked-free-text'],
    ['an expression that moves super-linearly', 'libs/http/src/backtracks.ts:1 regexp/no-super-linear-move'],
    [
      'an expression that backtracks super-linearly',
      'libs/http/src/backtracks.ts:2 regexp/no-super-linear-backtracking',
    ],
    ["a raw key === 'Enter'", 'apps/console/src/raw-enter.ts:1 no-restricted-syntax'],
    [
      'an id that a browser makes over TLS only',
      'apps/console/src/needs-a-secure-context.ts:1 no-restricted-properties',
    ],
    ['a clock read inside a library', 'libs/event-store/src/reads-the-clock.ts:1 no-restricted-syntax'],
  ])('go red on %s', (_what, finding) => expect(found).toContain(finding));
});
