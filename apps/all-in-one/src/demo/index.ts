// The invented community: who lives and works there, and what has happened so far. Played on the real application.
export { accountsToTry, demoAccounts } from './community';
export { demoPlan } from './plan';
export { seedDemo } from './seed';
