import type { GlobalPosition } from '@threekeys/event-store';
import { isDeepStrictEqual } from 'node:util';
import type { Projection, Row } from './projection';
import type { ViewParity } from './read-models';

export interface Entry {
  readonly stream: string;
  readonly lastRevision: number;
  /** JSON text: what was put in shares nothing with what comes out. */
  readonly json: string | null;
  readonly tokens: ReadonlySet<string>;
}

export interface Generation {
  readonly projection: Projection;
  readonly entries: Map<string, Entry>;
  checkpoint?: GlobalPosition;
}

/** Nothing where both are of one version. */
export function parityOf(view: string, standing: Generation, building: Generation): ViewParity | undefined {
  const fromVersion = standing.projection.version;
  const toVersion = building.projection.version;
  if (fromVersion === toVersion) return undefined;
  const [before, after] = [rowsOf(standing), rowsOf(building)];
  const columns = commonColumns(standing.projection, building.projection);
  const common = [...after.keys()].filter((key) => before.has(key));
  const changed = common.filter((key) =>
    columns.some((column) => !isDeepStrictEqual(before.get(key)?.[column], after.get(key)?.[column])),
  );
  return {
    ...{ view, fromVersion, toVersion },
    rows: common.length,
    missing: before.size - common.length,
    added: after.size - common.length,
    changed: changed.length,
  };
}

/** Columns that two versions of a projection declare alike. */
export function commonColumns(one: Projection, other: Projection): readonly string[] {
  return Object.keys(one.columns).filter((column) => one.columns[column] === other.columns[column]);
}

function rowsOf({ entries }: Generation): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const [key, { json }] of entries) if (json !== null) rows.set(key, JSON.parse(json) as Row);
  return rows;
}
