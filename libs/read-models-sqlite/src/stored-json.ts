import type { Row } from '@threekeys/read-models';

/** What stands in a table of a view is nothing that was ever written there. */
export class ViewDamaged extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'ViewDamaged';
  }
}

/** @throws ViewDamaged */
export function rowIn(text: string): Row {
  const row = jsonIn(text);
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new ViewDamaged('a row is no row');
  return row as Row;
}

/** @throws ViewDamaged */
export function tokensIn(text: string): readonly string[] {
  const tokens = jsonIn(text);
  if (!Array.isArray(tokens)) throw new ViewDamaged('the search tokens of a row are no list');
  return tokens as readonly string[];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ViewDamaged('a row, or its search tokens, is no JSON', { cause });
  }
}

/** Undefined where the row, altered, has nothing of the kind that its view declares. */
export function valueOf<T>(value: () => T): T | undefined {
  try {
    return value();
  } catch (error) {
    if (error instanceof ViewDamaged) throw error;
    return undefined;
  }
}
