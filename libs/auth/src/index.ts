// Who may do what: roles and the permission table (pure), accounts, sessions, receipts, sequences. Knows no database.
export * from './may-do';
export { permissionTableMarkdown } from './permission-document';
export * from './permissions';
export * from './relation';
export * from './visible-fields';
