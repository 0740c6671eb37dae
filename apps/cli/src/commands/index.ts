import type { Command } from '../context';
import { access } from './access';
import { asOf } from './as-of';
import { backup } from './backup';
import { cases } from './cases';
import { demo } from './demo';
import { history } from './history';
import { importChicago } from './import-chicago';
import { indexes } from './indexes';
import { move } from './move';
import { parked } from './parked';
import { policy } from './policy';
import { rebuild } from './rebuild';
import { recover } from './recover';
import { recoverySecret } from './recovery-secret';
import { restore } from './restore';
import { run } from './run';
import { tokens } from './tokens';
import { topics } from './topics';
import { users } from './users';
import { verify } from './verify';

/** Every command by the words that call it. What one of them alone needs is loaded when it runs. */
export const commands: Readonly<Record<string, Command>> = {
  demo,
  'import chicago': importChicago,
  cases,
  history,
  'as-of': asOf,
  run,
  access,
  verify,
  rebuild,
  backup,
  restore,
  recover,
  'recovery-secret': recoverySecret,
  ...policy,
  ...parked,
  ...users,
  ...tokens,
  ...topics,
  'indexes create': indexes,
  move,
};
