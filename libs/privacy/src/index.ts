// Personal data: keys per person and stream, sealing, and the one gate that opens it. Knows no database.
export * from './key-store';
export * from './reveal-gate';
