import { doubleRules, rules } from './rules.fixtures';

const head = `# What the double keeps, and where the server says so

Files are those of the server's source (EventStore 24.10.4, KurrentDB 26.2), pages those of its documentation. Each rule is asked through the unmodified driver by \`src/rules.spec.ts\`, those of writing (W) through both calls. Written by \`npm run esdb -- --rules\`.

| rule | | where the server says so | test |
| --- | --- | --- | --- |
`;

const elsewhere = [
  ['K1', 'what was acknowledged is there after `kill -9`', 'durability of the log', '`process.spec.ts`'],
  [
    'K2',
    'after a restart, any and stream_exists know no ids any more',
    'IndexWriter.cs, _committedEvents',
    '`process.spec.ts`',
  ],
  [
    'F2',
    'a server that does not list BatchAppend is written through Append',
    'ServerFeatures.cs',
    '`rules.spec.ts`',
  ],
] as const;

/** The rules as a page. */
export function rulesTable(): string {
  const all = [...rules, ...doubleRules].map(({ id, rule, source }) =>
    row(id, rule, source, '`rules.spec.ts`'),
  );
  return (
    head + [...all, ...elsewhere.map(([id, rule, source, test]) => row(id, rule, source, test))].join('')
  );
}

function row(id: string, rule: string, source: string, test: string): string {
  return `| ${id} | ${rule.replaceAll('|', '\\|')} | ${source} | ${test} |\n`;
}
