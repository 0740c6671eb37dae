// Personal data: keys per person and stream, sealing, and the one gate that opens it. Knows no database.
export * from './access-log';
export { commitmentOf, openText, sealText } from './envelope';
export { FieldSealer, plansOf, SealedAlready } from './field-sealer';
export { checkKeys } from './key-check';
export type { KeyProblem, KeyReport } from './key-check';
export { KeyRing } from './key-ring';
export * from './key-store';
export { Likeness } from './likeness';
export * from './mask';
export { MemoryKeyStore, newKeys } from './memory-key-store';
export { Opener } from './opener';
export { NobodysField } from './person';
export { recoverAssignments, writeAssignments } from './recover-assignments';
export * from './reveal-gate';
export { BigramIndexer, bigramTokens, tokenOf } from './search-tokens';
export * from './tracking-code';
