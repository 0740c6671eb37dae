import type { Accounts } from './accounts';
import type { Sessions } from './sessions';

interface SignInPorts {
  readonly accounts: Pick<Accounts, 'admit' | 'stillAdmits'>;
  readonly sessions: Pick<Sessions, 'create' | 'end'>;
}

/**
 * The token of a new session; undefined where the password is wrong or the account disabled. To compare a password takes a
 * while: whoever disables the account or gives it another password meanwhile ends the sessions that they find, and this one
 * is looked at again once it is among them.
 */
export async function signIn(
  { accounts, sessions }: SignInPorts,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<string | undefined> {
  const admission = await accounts.admit(username, password);
  if (!admission) return undefined;
  const token = await sessions.create(username);
  if (await accounts.stillAdmits(admission)) return token;
  await sessions.end(token);
  return undefined;
}
