// ReadModels on views.sqlite. Knows no projection: tables follow from what a projection declares.
export { SqliteReadModels } from './sqlite-read-models';
export type { SqliteReadModelsOptions } from './sqlite-read-models';
export { ViewsOutdated } from './generations';
export { ViewDamaged } from './stored-json';
export { viewsIn } from './views-found';
export type { FoundViews } from './views-found';
export { damageOf } from './open-views';
