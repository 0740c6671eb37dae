import { described, descriptionOf } from '@threekeys/read-models';
import type { GlobalPosition } from '@threekeys/event-store';
import type { Projection } from '@threekeys/read-models';
import type { Statements } from './statements';
import {
  layout,
  dropStatements,
  indexStatements,
  keyIndexStatements,
  shapeOf,
  tableStatements,
} from './table-shape';
import type { TableShape } from './table-shape';
import type { Registered } from './views-schema';
import { viewsTable } from './views-schema';
import { ViewTable } from './view-table';

/** One set of tables of a view. */
export interface Generation {
  readonly view: string;
  readonly number: number;
  readonly table: ViewTable;
}

interface View {
  readonly projection: Projection;
  readonly standing?: Generation;
  readonly building?: Generation;
}

/** Which of two sets of tables is read: the one that answers, or the one that is built beside it, where there is one. */
export type Side = 'answers' | 'is-built';

/** A view is not there as this version makes it, and is only read: the next start builds it. */
export class ViewsOutdated extends Error {
  constructor(view: string) {
    super(`the view ${view} was not built by this version`);
    this.name = 'ViewsOutdated';
  }
}

/** Which tables each view has: the ones that answer, and the ones that are built beside them. Transactions are the caller's. */
export class Generations {
  private readonly views = new Map<string, View>();

  /** @param side of what is only read */
  constructor(
    private readonly statements: Statements,
    private readonly side: Side = 'answers',
  ) {
    if (statements.database.readonly) return;
    statements.database.exec(viewsTable);
  }

  /** @throws ViewsOutdated where only is read and no tables are as this version makes them */
  prepare(projection: Projection): void {
    if (this.statements.database.readonly) this.prepareToRead(projection);
    else this.prepareToWrite(projection);
  }

  private prepareToRead(projection: Projection): void {
    const { name, version } = projection;
    const fitting = this.registered(name).filter(
      (each) => each.version === version && each.description === descriptionOf(projection, layout),
    );
    const [standing, building] = ([1, 0] as const).map((is) => fitting.find((each) => each.standing === is));
    const read = this.side === 'answers' ? (standing ?? building) : (building ?? standing);
    if (!read) throw new ViewsOutdated(name);
    this.views.set(name, { projection, standing: this.generation(projection, read) });
  }

  private prepareToWrite(projection: Projection): void {
    const { name, version } = projection;
    const description = descriptionOf(projection, layout);
    const fits = (each: Registered): boolean => each.version === version && each.description === description;
    const registered = this.registered(name);
    const standing = registered.find((each) => each.standing === 1);
    const building = registered.find((each) => each.standing === 0 && fits(each));
    const isBuilt = building !== undefined || (standing !== undefined && fits(standing));
    const others = registered.filter((each) => each !== standing && each !== building);
    for (const each of others) this.drop(this.generation(projection, each));
    this.views.set(name, {
      projection,
      ...(standing && { standing: this.generation(projection, standing) }),
      ...(building && { building: this.generation(projection, building) }),
      ...(!isBuilt && { building: this.create(projection) }),
    });
  }

  /** The tables that `checkpoint`, `rows`, `apply`, `index` and `scan` speak of. */
  written(view: string): Generation {
    const { standing, building } = this.view(view);
    return (building ?? standing) as Generation;
  }

  /** The tables that `get`, `find` and `count` speak of. */
  read(view: string): Generation {
    const { standing, building } = this.view(view);
    return (standing ?? building) as Generation;
  }

  reset(name: string): void {
    const { building, ...view } = this.view(name);
    if (building !== undefined) this.drop(building);
    this.views.set(name, { ...view, building: this.create(view.projection) });
  }

  /** What the build still lacks before it can answer fast. */
  missingIndexes(name: string): readonly string[] {
    const { building } = this.view(name);
    return building === undefined ? [] : indexStatements(building.table.shape);
  }

  /** What stands and what is built, where they are of two versions. */
  versions(name: string): { readonly from: TableShape; readonly to: TableShape } | undefined {
    const { standing, building } = this.view(name);
    if (standing === undefined || building === undefined) return undefined;
    const [from, to] = [standing.table.shape, building.table.shape];
    return from.projection.version === to.projection.version ? undefined : { from, to };
  }

  takeOver(name: string): void {
    const { projection, standing, building } = this.view(name);
    if (building === undefined) return;
    if (standing !== undefined) this.drop(standing);
    this.statements.run(
      'UPDATE views SET standing = 1 WHERE name = ? AND generation = ?',
      name,
      building.number,
    );
    this.views.set(name, { projection, standing: building });
  }

  checkpoint({ view, number }: Generation): GlobalPosition | undefined {
    const found = this.statements.first(
      'SELECT checkpoint FROM views WHERE name = ? AND generation = ?',
      view,
      number,
    ) as { checkpoint: GlobalPosition | null } | undefined;
    return found?.checkpoint ?? undefined;
  }

  moveCheckpoint({ view, number }: Generation, position: GlobalPosition): void {
    this.statements.run(
      'UPDATE views SET checkpoint = ? WHERE name = ? AND generation = ?',
      position,
      view,
      number,
    );
  }

  private view(name: string): View {
    const view = this.views.get(name);
    if (view === undefined) throw new Error(`the view ${name} is not prepared`);
    return view;
  }

  private registered(name: string): readonly Registered[] {
    return this.statements.all(
      'SELECT * FROM views WHERE name = ? ORDER BY generation',
      name,
    ) as readonly Registered[];
  }

  private create(projection: Projection): Generation {
    const { name, version } = projection;
    const { number } = this.statements.first(
      'SELECT coalesce(max(generation), 0) + 1 AS number FROM views WHERE name = ?',
      name,
    ) as { number: number };
    const shape = shapeOf(projection, number);
    for (const sql of [...tableStatements(shape), ...keyIndexStatements(shape)])
      this.statements.database.exec(sql);
    this.statements.run(
      'INSERT INTO views (name, generation, version, description, standing) VALUES (?, ?, ?, ?, 0)',
      name,
      number,
      version,
      descriptionOf(projection, layout),
    );
    return { view: name, number, table: new ViewTable(this.statements, shape) };
  }

  /** Tables as they were made, whatever the projection says now. */
  private generation(projection: Projection, { generation, version, description }: Registered): Generation {
    const shape = shapeOf(described(projection, version, description), generation);
    return { view: projection.name, number: generation, table: new ViewTable(this.statements, shape) };
  }

  private drop({ view, number, table }: Generation): void {
    for (const sql of dropStatements(table.shape)) this.statements.database.exec(sql);
    this.statements.run('DELETE FROM views WHERE name = ? AND generation = ?', view, number);
    this.statements.forget();
  }
}
