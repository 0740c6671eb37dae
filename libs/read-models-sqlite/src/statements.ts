import type { Database, Statement } from '@threekeys/sqlite';

export type Parameter = string | number | null;

const preparedMax = 1000;

/** Statements by their text, prepared once. */
export class Statements {
  private readonly prepared = new Map<string, Statement<Parameter[]>>();

  constructor(readonly database: Database) {}

  run(sql: string, ...parameters: Parameter[]): void {
    this.of(sql).run(...parameters);
  }

  /** The new row's id, or nothing where the row was ignored. */
  insert(sql: string, ...parameters: Parameter[]): number | undefined {
    const { changes, lastInsertRowid } = this.of(sql).run(...parameters);
    return changes === 0 ? undefined : Number(lastInsertRowid);
  }

  all(sql: string, ...parameters: Parameter[]): readonly unknown[] {
    return this.of(sql).all(...parameters);
  }

  first(sql: string, ...parameters: Parameter[]): unknown {
    return this.of(sql).get(...parameters);
  }

  /** After tables are gone. */
  forget(): void {
    this.prepared.clear();
  }

  private of(sql: string): Statement<Parameter[]> {
    const known = this.prepared.get(sql);
    if (known !== undefined) return known;
    if (this.prepared.size >= preparedMax) this.prepared.clear();
    const statement = this.database.prepare<Parameter[]>(sql);
    this.prepared.set(sql, statement);
    return statement;
  }
}
