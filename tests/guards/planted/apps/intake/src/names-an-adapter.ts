import '../../../libs/event-store-sqlite/src/adapter';
