// Between services: the Messaging port, its memory adapter, the consumer loop. Knows no broker.
export * from './checkpoints';
export * from './messaging';
