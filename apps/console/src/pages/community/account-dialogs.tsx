import { useState } from 'react';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { isUsername } from './lines';
import { newPassword } from './password';
import { useCommunityAct } from './use-community-act';

/** A password that nobody can be told again. */
export interface Shown {
  readonly username: string;
  readonly password: string;
}

interface MakingProps {
  onMade: (shown: Shown) => void;
  onClose: () => void;
}

/** Somebody new who can sign in. What they may do are the roles that they are given. */
export function AddAccountDialog({ onMade, onClose }: MakingProps) {
  const { t } = useI18n();
  const [username, setUsername] = useState('');
  // The same one where the first answer was lost.
  const [password] = useState(newPassword);
  const [isChecked, setIsChecked] = useState(false);
  const { act, send } = useCommunityAct(t.accounts.add, () => onMade({ username, password }));
  const submit = () => {
    setIsChecked(true);
    if (isUsername(username)) send('/api/users', { username, password });
  };
  return (
    <FormDialog title={t.accounts.add} {...{ act, onClose }} onSubmit={submit}>
      <TextField
        label={t.community.account}
        hint={t.accounts.nameHint}
        error={isChecked && !isUsername(username) ? t.accounts.nameWrong : undefined}
        required
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        value={username}
        onChange={({ target }) => setUsername(target.value.trim())}
      />
      <p className="hint">{t.accounts.addHint}</p>
    </FormDialog>
  );
}

interface OfAccountProps {
  username: string;
  onClose: () => void;
}

/** In place of one that is forgotten, or that somebody else knows. */
export function NewPasswordDialog({ username, onMade, onClose }: OfAccountProps & MakingProps) {
  const { t } = useI18n();
  const [password] = useState(newPassword);
  const title = t.accounts.newPasswordOf(username);
  const { act, send } = useCommunityAct(title, () => onMade({ username, password }));
  const path = `/api/users/${encodeURIComponent(username)}/password`;
  return (
    <FormDialog title={title} {...{ act, onClose }} onSubmit={() => send(path, { password })}>
      <p>{t.accounts.newPasswordHint}</p>
    </FormDialog>
  );
}

/** Whether anybody can sign in with it. */
export function SwitchDialog({ to, username, onClose }: OfAccountProps & { to: 'disable' | 'enable' }) {
  const { t } = useI18n();
  const title = t.accounts[`${to}Of` as const](username);
  const { act, send } = useCommunityAct(title, onClose);
  const path = `/api/users/${encodeURIComponent(username)}/${to}`;
  const kind = to === 'disable' ? 'danger' : 'primary';
  return (
    <FormDialog {...{ title, kind, act, onClose }} onSubmit={() => send(path, {})}>
      <p>{t.accounts[`${to}Hint` as const]}</p>
    </FormDialog>
  );
}

/** The only time that it is shown. */
export function PasswordDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog title={t.accounts.passwordOf(shown.username)} onClose={onClose}>
      <p>{t.accounts.shownOnce}</p>
      <p>
        <code data-testid="password">{shown.password}</code>
      </p>
      <p className="actions">
        <Button kind="primary" onClick={onClose}>
          {t.accounts.written}
        </Button>
      </p>
    </Dialog>
  );
}
