import { useState } from 'react';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Community, UsersOf } from '../../types';
import { Button } from '../../ui/button';
import { AddAccountDialog, NewPasswordDialog, PasswordDialog, SwitchDialog } from './account-dialogs';
import type { Shown } from './account-dialogs';
import { GrantDialog } from './grant-dialog';
import { RolesPart } from './roles';
import { Tokens } from './tokens';
import { useUsers } from './use-users';

type User = UsersOf['users'][number];
type Act = 'grant' | 'password' | 'disable' | 'enable';
type Asked =
  | { readonly act: 'add' }
  | { readonly act: Act; readonly username: string }
  | { readonly act: 'shown'; readonly shown: Shown };

interface CommunityProps {
  community: Community;
}

/** Who can sign in, in which roles, and by which tokens. */
export function AccountsPart({ community }: CommunityProps) {
  const me = useMe().data;
  return (
    <>
      {me?.may.includes('users.list') && <Accounts community={community} />}
      <RolesPart community={community} />
      {me?.may.includes('tokens.list') && <Tokens />}
    </>
  );
}

function Accounts({ community }: CommunityProps) {
  const { t } = useI18n();
  const me = useMe().data;
  const users = useUsers();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  return (
    <section className="panel" aria-labelledby="accounts">
      <h2 id="accounts">{t.accounts.title}</h2>
      {me?.may.includes('users.add') && (
        <p>
          <Button kind="primary" onClick={() => setAsked({ act: 'add' })}>
            {t.accounts.add}
          </Button>
        </p>
      )}
      {users.error && <p role="alert">{users.error.message}</p>}
      {users.isPending && <p className="loading">{t.loading}</p>}
      <AccountTable users={users.data?.users ?? []} community={community} onAsk={setAsked} />
      {asked && <AskedDialog {...{ asked, community, onAsk: setAsked }} />}
    </section>
  );
}

interface AskedDialogProps extends CommunityProps {
  asked: Asked;
  onAsk: (asked: Asked | undefined) => void;
}

function AskedDialog({ asked, community, onAsk }: AskedDialogProps) {
  const onClose = () => onAsk(undefined);
  const onMade = (shown: Shown) => onAsk({ act: 'shown', shown });
  switch (asked.act) {
    case 'add':
      return <AddAccountDialog {...{ onMade, onClose }} />;
    case 'grant':
      return <GrantDialog {...{ community, onClose }} person={asked.username} />;
    case 'password':
      return <NewPasswordDialog {...{ onMade, onClose }} username={asked.username} />;
    case 'disable':
    case 'enable':
      return <SwitchDialog to={asked.act} username={asked.username} onClose={onClose} />;
    case 'shown':
      return <PasswordDialog shown={asked.shown} onClose={onClose} />;
  }
}

interface AccountTableProps extends CommunityProps {
  users: readonly User[];
  onAsk: (asked: Asked) => void;
}

function AccountTable({ users, community, onAsk }: AccountTableProps) {
  const { t, language } = useI18n();
  const postNamed = (code: string) =>
    community.posts.find(({ post }) => post === code)?.names[language] ?? code;
  return (
    <table className="cards" aria-labelledby="accounts">
      <thead>
        <tr>
          <th scope="col">{t.community.account}</th>
          <th scope="col">{t.accounts.does}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {users.map(({ username, disabled, roles, posts }) => (
          <tr key={username}>
            <th scope="row">
              {username} {disabled && <span className="badge">{t.accounts.disabled}</span>}
            </th>
            <td data-label={t.accounts.does}>
              {[...roles.map((role) => t.roles[role] ?? role), ...posts.map(postNamed)].join(' · ') || (
                <span className="badge badge-warn">{t.accounts.nothing}</span>
              )}
            </td>
            <td className="row-acts">
              <AccountActs {...{ username, disabled, onAsk }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const acts = {
  ...{ grant: 'GrantRole', password: 'users.password' },
  ...{ disable: 'users.disable', enable: 'users.enable' },
} as const;
const whileEnabled: readonly Act[] = ['grant', 'password', 'disable'];
const whileDisabled: readonly Act[] = ['enable'];

interface AccountActsProps {
  username: string;
  disabled: boolean;
  onAsk: (asked: Asked) => void;
}

function AccountActs({ username, disabled, onAsk }: AccountActsProps) {
  const { t } = useI18n();
  const me = useMe().data;
  const names = {
    grant: t.community.grant,
    password: t.accounts.newPassword,
    disable: t.accounts.disable,
    enable: t.accounts.enable,
  };
  // Whoever shuts themselves out cannot let themselves in again.
  const isOwn = me?.username === username;
  return (disabled ? whileDisabled : whileEnabled)
    .filter((act) => me?.may.includes(acts[act]) && !(act === 'disable' && isOwn))
    .map((act) => (
      <Button key={act} about={username} onClick={() => onAsk({ act, username })}>
        {names[act]}
      </Button>
    ));
}
