import type { Figure } from './benchmark';
import { isReached, ratioOf } from './benchmark';

/** `name | measured | limit | ratio | must reach | ok`, in columns. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['name', 'measured', 'limit', 'ratio', 'must reach', 'ok'],
    ...figures.map((figure) => [
      figure.name,
      `${rounded(figure.measured)} ${figure.unit}`,
      `${rounded(figure.limit)} ${figure.unit}`,
      ratioOf(figure).toFixed(2),
      wordsOf(figure),
      isReached(figure) ? 'yes' : 'NO',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function wordsOf({ mustReach }: Figure): string {
  return 'atLeast' in mustReach ? `≥ ${mustReach.atLeast}` : `≤ ${mustReach.atMost}`;
}

function rounded(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
