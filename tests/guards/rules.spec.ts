import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/constants';

const page = readFileSync(join(root, 'docs/reference/rules.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** What is wrong with a row, or nothing. */
function wrongIn(spec: string, sentence: string): string | undefined {
  const file = join(root, spec);
  if (!existsSync(file)) return `there is no ${spec}`;
  return readFileSync(file, 'utf8').includes(sentence) ? undefined : `${spec} does not say “${sentence}”`;
}

describe('the page of the rules', () => {
  it('names each of the fifteen', () =>
    expect([...new Set(rows.map(([, rule]) => Number(rule)))]).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    ));

  it.each(rows.map(([, rule = '', what = '', spec = '', sentence = '']) => ({ rule, what, spec, sentence })))(
    'has a spec for rule $rule: $what',
    ({ spec, sentence }) => expect(wrongIn(spec.replaceAll('`', ''), sentence)).toBeUndefined(),
  );

  it('would say so of a spec that is gone, and of a sentence that is', () => {
    expect(wrongIn('libs/domain/src/no-such.spec.ts', 'x')).toContain('there is no');
    expect(wrongIn('tests/guards/rules.spec.ts', ['no', 'such', 'sentence'].join(' '))).toContain(
      'does not say',
    );
  });
});
