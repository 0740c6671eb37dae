// Kafka between services: messaging consumed through Nest's transport, the relay that fills its topics. Decides nothing.
export { EventPublisher } from './event-publisher';
export * from './event-message';
export type { ConnectionStatus } from './kafka-connection';
export * from './kafka-messaging';
export { KafkaPublisher } from './kafka-publisher';
export { kafkaDefaults } from './kafka-settings';
export type { KafkaSettings } from './kafka-settings';
export * from './relay';
export * from './topics';
