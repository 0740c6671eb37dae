import { commonColumns } from '@threekeys/read-models';
import type { ViewParity } from '@threekeys/read-models';
import type { Statements } from './statements';
import type { TableShape } from './table-shape';
import { named } from './table-shape';

/** Counts in SQL how the rows of two versions of a view differ. */
export function parityBetween(
  statements: Statements,
  view: string,
  { from, to }: { readonly from: TableShape; readonly to: TableShape },
): ViewParity {
  const count = (sql: string): number => (statements.first(sql) as { rows: number }).rows;
  const only = (one: TableShape, other: TableShape): number =>
    count(`SELECT count(*) AS rows FROM ${one.table} a WHERE a.gone = 0
      AND NOT EXISTS (SELECT 1 FROM ${other.table} b WHERE b.key = a.key AND b.gone = 0)`);
  const both = `FROM ${from.table} a JOIN ${to.table} b ON b.key = a.key AND b.gone = 0
    JOIN ${from.rows} ar ON ar.id = a.id JOIN ${to.rows} br ON br.id = b.id WHERE a.gone = 0`;
  return {
    view,
    fromVersion: from.projection.version,
    toVersion: to.projection.version,
    rows: count(`SELECT count(*) AS rows ${both}`),
    missing: only(from, to),
    added: only(to, from),
    changed: count(`SELECT count(*) AS rows ${both} AND (${differing(from, to)})`),
  };
}

function differing(from: TableShape, to: TableShape): string {
  const columns = commonColumns(from.projection, to.projection).map((column) =>
    to.projection.columns[column] === 'text[]'
      ? `ar.row -> '$.${column}' IS NOT br.row -> '$.${column}'`
      : `a.${named(column)} <> b.${named(column)}`,
  );
  return columns.length === 0 ? '0' : columns.join(' OR ');
}
