// Who may do what: roles and the permission table (pure), accounts, sessions, tokens, receipts, sequences. Knows no database.
export * from './accounts';
export { HashedAccounts } from './hashed-accounts';
export { HashedTokens } from './hashed-tokens';
export { LoginLimiter } from './login-limiter';
export * from './may-do';
export { networkOf } from './network';
export * from './operator-token';
export { permissionTableMarkdown } from './permission-document';
export * from './permissions';
export * from './receipts';
export * from './relation';
export * from './sequences';
export * from './sessions';
export { signIn } from './sign-in';
export * from './tokens';
export * from './visible-fields';
