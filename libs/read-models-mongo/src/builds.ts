import type { MongoDatabase } from '@threekeys/mongo';
import type { Projection } from '@threekeys/read-models';
import { described, descriptionOf } from '@threekeys/read-models';
import { BuildRows } from './build-rows';
import { layout } from './layout';
import type { BuildName } from './view-registry';
import { BuildReplaced, ViewRegistry } from './view-registry';
import type { RegisteredBuild, RegisteredView } from './views.collection';

/** One build of a view, and the projection it was made for. */
export interface Build extends BuildName {
  readonly projection: Projection;
  readonly rows: BuildRows;
}

interface Prepared {
  readonly projection: Projection;
  /** What this process writes. */
  readonly written: Build;
}

/** A view is not there as this version makes it, and is only read: the next start of what writes builds it. */
export class ViewsOutdated extends Error {
  constructor(view: string) {
    super(`the view ${view} was not built by this version`);
    this.name = 'ViewsOutdated';
  }
}

/** Which collections each view has. Others may prepare, begin anew and take over at the same time. */
export class Builds {
  private readonly prepared = new Map<string, Prepared>();
  private readonly registry: ViewRegistry;

  constructor(
    private readonly database: MongoDatabase,
    private readonly isReadOnly: boolean,
  ) {
    this.registry = new ViewRegistry(database);
  }

  /** @throws ViewsOutdated where only is read and there is no build as this version makes it */
  async prepare(projection: Projection): Promise<void> {
    const { name } = projection;
    const view = this.isReadOnly ? await this.registry.seen(name) : await this.made(projection);
    const written = [view?.building, view?.standing].find(fitting(projection));
    if (view === undefined || written === undefined) throw new ViewsOutdated(name);
    this.prepared.set(name, { projection, written: this.build(projection, written) });
    if (!this.isReadOnly) await this.sweep(view);
  }

  /** What this process fills: the collection that `checkpoint`, `rows`, `apply`, `index` and `scan` speak of. */
  written(view: string): Build {
    return this.known(view).written;
  }

  /** What answers now, whichever process has built it. @throws ViewsOutdated */
  async read(view: string): Promise<Build> {
    const { projection } = this.known(view);
    const { standing, building } = (await this.registry.seen(view)) ?? {};
    const answering = standing ?? building;
    if (answering === undefined) throw new ViewsOutdated(view);
    return this.build(projection, answering);
  }

  async reset(name: string): Promise<void> {
    const { projection } = this.known(name);
    for (;;) {
      const view = await this.registry.seenOrNew(name);
      const building = await this.create(projection, view);
      if (!(await this.registry.change(view, { $set: { building } }))) continue;
      this.prepared.set(name, { projection, written: this.build(projection, building) });
      return this.drop(name, view.building);
    }
  }

  /** What stands and what is built, where they are of two versions. */
  async versions(name: string): Promise<{ readonly from: Build; readonly to: Build } | undefined> {
    const { projection } = this.known(name);
    const { standing, building } = (await this.registry.seen(name)) ?? {};
    if (standing === undefined || building === undefined) return undefined;
    if (standing.version === building.version) return undefined;
    return { from: this.build(projection, standing), to: this.build(projection, building) };
  }

  /** @throws BuildReplaced */
  async takeOver(name: string): Promise<void> {
    const { number } = this.written(name);
    for (;;) {
      const view = await this.registry.seenOrNew(name);
      const { standing, building } = view;
      if (standing?.number === number) return;
      if (building?.number !== number) throw new BuildReplaced(name);
      if (await this.registry.change(view, { $set: { standing: building }, $unset: { building: '' } }))
        return this.drop(name, standing);
    }
  }

  /** A build fits, and beside it there is at most what stands. */
  private async made(projection: Projection): Promise<RegisteredView> {
    const fits = fitting(projection);
    for (;;) {
      const view = await this.registry.seenOrNew(projection.name);
      const { standing, building } = view;
      if (building === undefined ? fits(standing) : fits(building)) return view;
      if (fits(standing)) await this.registry.change(view, { $unset: { building: '' } });
      else await this.registry.change(view, { $set: { building: await this.create(projection, view) } });
    }
  }

  /** Its number was given to none before: late writes of a process that has fallen behind go into no other build. */
  private async create(projection: Projection, { turn }: RegisteredView): Promise<RegisteredBuild> {
    const { version } = projection;
    const created = { number: turn + 1, version, description: descriptionOf(projection, layout) };
    await this.build(projection, created).rows.create();
    return created;
  }

  /** Drops what a process that broke off, or one that wrote too late, has left of this view. */
  private async sweep({ _id: name, turn, standing, building }: RegisteredView): Promise<void> {
    const kept = new Set([standing?.number, building?.number]);
    for (const left of buildsIn(await this.database.collectionNames(), name))
      // One with a higher number is being made by somebody at this moment.
      if (left.number <= turn && !kept.has(left.number)) await this.drop(name, left);
  }

  private async drop(view: string, build: Numbered | undefined): Promise<void> {
    if (build === undefined) return;
    const { projection } = this.known(view);
    await new BuildRows(this.database, collectionOf(view, build), projection).drop();
  }

  private build(projection: Projection, registered: RegisteredBuild): Build {
    const { name } = projection;
    const { number, version, description } = registered;
    const of = fitting(projection)(registered) ? projection : described(projection, version, description);
    const rows = new BuildRows(this.database, collectionOf(name, registered), of);
    return { view: name, number, projection: of, rows };
  }

  private known(view: string): Prepared {
    const prepared = this.prepared.get(view);
    if (prepared === undefined) throw new Error(`the view ${view} is not prepared`);
    return prepared;
  }
}

type Numbered = Pick<RegisteredBuild, 'number' | 'version'>;

function fitting(projection: Projection): (build: RegisteredBuild | undefined) => build is RegisteredBuild {
  const description = descriptionOf(projection, layout);
  return (build): build is RegisteredBuild =>
    build?.version === projection.version && build.description === description;
}

const collectionOf = (view: string, { version, number }: Numbered): string =>
  `view_${view}_v${version}_${number}`;

function* buildsIn(collections: Iterable<string>, view: string): Iterable<Numbered> {
  const named = new RegExp(`^view_${view}_v(\\d+)_(\\d+)$`);
  for (const collection of collections) {
    const found = named.exec(collection);
    if (found !== null) yield { version: Number(found[1]), number: Number(found[2]) };
  }
}
