import type { Schema } from 'mongoose';

/** A collection with everything that has to be there before it is used: its schema names its indexes. */
export interface DeclaredCollection<Document> {
  readonly name: string;
  readonly schema: Schema<Document>;
}

/** Names a collection. The schema has to be strict, without version key and without an id of mongoose's own. */
export function declared<Document>(name: string, schema: Schema<Document>): DeclaredCollection<Document> {
  for (const option of ['versionKey', 'id'] as const) {
    if (schema.get(option) !== false) throw new Error(`${name}: a schema here sets ${option} to false`);
  }
  return { name, schema };
}
