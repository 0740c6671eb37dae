// Personal data: keys per person and stream, sealing, and the one gate that opens it. Knows no database.
export * from './access-log';
export { commitmentOf, openText, sealText } from './envelope';
export { FieldSealer, plansOf, SealedAlready } from './field-sealer';
export { KeyRing } from './key-ring';
export * from './key-store';
export { Likeness } from './likeness';
export * from './mask';
export { MemoryKeyStore, newKey } from './memory-key-store';
export { Opener } from './opener';
export { NobodysField } from './person';
export { recoverAssignments, writeAssignments } from './recover-assignments';
export * from './reveal-gate';
export { BigramIndexer, bigramTokens, tokenOf } from './search-tokens';
export * from './tracking-code';
export { wrongCommitments } from './wrong-commitments';
export type { WrongCommitment } from './wrong-commitments';
