import type { Command } from '../context';
import { cases } from './cases';
import { history } from './history';
import { importChicago } from './import-chicago';
import { parked } from './parked';
import { run } from './run';
import { users } from './users';
import { verify } from './verify';

/** Every command by the words that call it. */
export const commands: Readonly<Record<string, Command>> = {
  'import chicago': importChicago,
  cases,
  history,
  run,
  verify,
  ...parked,
  ...users,
};
