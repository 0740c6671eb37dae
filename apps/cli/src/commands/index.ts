import type { Command } from '../context';
import { access } from './access';
import { backup } from './backup';
import { cases } from './cases';
import { demo } from './demo';
import { history } from './history';
import { importChicago } from './import-chicago';
import { parked } from './parked';
import { rebuild } from './rebuild';
import { recover } from './recover';
import { recoverySecret } from './recovery-secret';
import { restore } from './restore';
import { run } from './run';
import { tokens } from './tokens';
import { topics } from './topics';
import { users } from './users';
import { verify } from './verify';

/** Every command by the words that call it. */
export const commands: Readonly<Record<string, Command>> = {
  demo,
  'import chicago': importChicago,
  cases,
  history,
  run,
  access,
  verify,
  rebuild,
  backup,
  restore,
  recover,
  'recovery-secret': recoverySecret,
  ...parked,
  ...users,
  ...tokens,
  ...topics,
};
