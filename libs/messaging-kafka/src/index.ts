// Kafka between services: messaging consumed through Nest's transport, the relay that fills its topics. Decides nothing.
export { EventPublisher } from './event-publisher';
export * from './event-message';
export type { ConnectionStatus } from './membership';
export * from './kafka-messaging';
export { KafkaPublisher } from './kafka-publisher';
export { kafkaDefaults, kafkaMechanisms, kafkaSecurity } from './kafka-settings';
export type { KafkaLogin, KafkaSettings } from './kafka-settings';
export * from './relay';
export * from './topics';
