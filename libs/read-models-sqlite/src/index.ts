// ReadModels on views.sqlite. Knows no projection: tables follow from what a projection declares.
export { SqliteReadModels } from './sqlite-read-models';
