import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { api, ServerSaidNo } from '../api';
import { useI18n } from '../i18n';
import { LanguageSwitch } from '../language-switch';
import { PageTitle } from '../page';
import { TextSizeSwitch } from '../text-size-switch';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useI18n();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const signIn = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.post('/api/sessions', { username, password });
      onSignedIn();
    } catch (failure) {
      if (!(failure instanceof ServerSaidNo)) throw failure;
      setError(
        failure.status === 429 ? t.signIn.tooMany : failure.status === 401 ? t.signIn.wrong : failure.message,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <header>
        <strong>{t.product}</strong>
        <span className="actions">
          <TextSizeSwitch />
          <LanguageSwitch />
        </span>
      </header>
      <PageTitle focus={false}>{t.signIn.title}</PageTitle>
      <form onSubmit={(event) => void signIn(event)}>
        <p role="alert" className="error">
          {error}
        </p>
        <TextField
          label={t.signIn.username}
          autoComplete="username"
          autoFocus
          required
          value={username}
          onChange={({ target }) => setUsername(target.value)}
        />
        <TextField
          label={t.signIn.password}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button type="submit" kind="primary" busy={busy}>
          {t.signIn.submit}
        </Button>
      </form>
    </main>
  );
}
