import '../../event-store-sqlite/src/adapter';
