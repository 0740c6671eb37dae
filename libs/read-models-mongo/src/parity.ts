import { commonColumns } from '@threekeys/read-models';
import type { Row, ViewParity } from '@threekeys/read-models';
import { isDeepStrictEqual } from 'node:util';
import type { Build } from './builds';
import type { RowDocument } from './row-document';
import { rowOf } from './row-document';
import { plainText } from './ordered-text';

const comparedAtOnce = 1000;

/** Counts how the rows of two versions of a view differ, some at a time. */
export async function parityBetween(
  view: string,
  { from, to }: { readonly from: Build; readonly to: Build },
): Promise<ViewParity> {
  let [rows, changed] = [0, 0];
  const columns = commonColumns(from.projection, to.projection);
  for await (const portion of portions(to))
    for (const [before, after] of await inBoth(from, portion)) {
      rows += 1;
      if (before !== after && isChanged(columns, rowOf(before), rowOf(after))) changed += 1;
    }
  return {
    ...{ view, fromVersion: from.projection.version, toVersion: to.projection.version, rows, changed },
    missing: (await from.rows.size()) - rows,
    added: (await to.rows.size()) - rows,
  };
}

/** The rows, as JSON, that are there in both. */
async function inBoth(
  { rows }: Build,
  documents: readonly RowDocument[],
): Promise<readonly (readonly [string, string])[]> {
  const keys = documents.map(({ _id }) => plainText(_id));
  const others = await rows.rows(keys);
  return documents.flatMap(({ row }, i) => {
    const other = others.get(keys[i] ?? '')?.row ?? null;
    return other === null || row === null ? [] : [[other, row] as const];
  });
}

async function* portions({ rows }: Build): AsyncIterable<readonly RowDocument[]> {
  let portion: RowDocument[] = [];
  for await (const document of rows.scan()) {
    portion.push(document);
    if (portion.length < comparedAtOnce) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

function isChanged(columns: readonly string[], before: Row, after: Row): boolean {
  return columns.some((column) => !isDeepStrictEqual(before[column], after[column]));
}
