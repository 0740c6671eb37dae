// The views in MongoDB.
export { ViewsOutdated } from './builds';
export { MongoReadModels } from './mongo-read-models';
export type { MongoReadModelsOptions } from './mongo-read-models';
export { BuildReplaced } from './view-registry';
export { views as viewsCollection } from './views.collection';
