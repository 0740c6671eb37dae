// Views of the log: projections, the ReadModels port and its memory adapter, projector, rebuild. Knows no database.
export * from './memory-read-models';
export * from './projection';
export * from './projections';
export * from './query';
export * from './read-models';
