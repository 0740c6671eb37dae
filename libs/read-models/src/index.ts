// Views of the log: projections, the ReadModels port and its memory adapter, projector, rebuild. Knows no database.
export * from './projection';
export * from './read-models';
