// threekeys, the command line. Its composition root is main.ts; nothing imports it.
export { commands } from './commands';
