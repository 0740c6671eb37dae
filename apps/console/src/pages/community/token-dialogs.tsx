import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { NewToken } from '../../types';
import { Button } from '../../ui/button';
import { CopyField } from '../../ui/copy-field';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { isUsername } from './lines';
import { PersonField } from './person-field';
import { useSayDone } from './use-community-act';

/** Sends what makes or ends a token, says so, and reads the tokens anew. */
function useTokenAct<Answer>(said: string, send: () => Promise<Answer>, onDone: (answer: Answer) => void) {
  const sayDone = useSayDone(said);
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      sayDone();
      onDone(answer);
    },
    // Also where the answer was lost: the token may be there.
    onSettled: () => client.invalidateQueries({ queryKey: ['live', 'tokens'] }),
  });
}

interface AddTokenProps {
  onMade: (made: NewToken) => void;
  onClose: () => void;
}

export function AddTokenDialog({ onMade, onClose }: AddTokenProps) {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const [account, setAccount] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const act = useTokenAct(t.tokens.add, () => api.post<NewToken>('/api/tokens', { name, account }), onMade);
  const submit = () => {
    setIsChecked(true);
    if (isUsername(name) && isUsername(account)) act.mutate();
  };
  const labelOf = (pointer: string) => (pointer === '/account' ? t.tokens.actsAs : pointer);
  return (
    <FormDialog title={t.tokens.add} {...{ act, labelOf, onClose }} onSubmit={submit}>
      <TextField
        label={t.tokens.name}
        hint={t.tokens.nameHint}
        error={isChecked && !isUsername(name) ? t.accounts.nameWrong : undefined}
        required
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        value={name}
        onChange={({ target }) => setName(target.value.trim())}
      />
      <PersonField
        label={t.tokens.actsAs}
        hint={t.tokens.actsAsHint}
        error={isChecked && !isUsername(account) ? t.tokens.accountWrong : undefined}
        required
        value={account}
        onChange={setAccount}
      />
    </FormDialog>
  );
}

/** The only time that it is shown. */
export function TokenDialog({ made, onClose }: { made: NewToken; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog title={t.tokens.tokenOf(made.name)} onClose={onClose}>
      <p>{t.tokens.shownOnce}</p>
      <CopyField label={t.tokens.token} value={made.token} copy={t.tokens.copy}>
        <Button onClick={onClose}>{t.tokens.kept}</Button>
      </CopyField>
    </Dialog>
  );
}

export function EndTokenDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useI18n();
  const title = t.tokens.endOf(name);
  const act = useTokenAct(title, () => api.delete(`/api/tokens/${encodeURIComponent(name)}`), onClose);
  return (
    <FormDialog title={title} kind="danger" {...{ act, onClose }} onSubmit={() => act.mutate()}>
      <p>{t.tokens.endHint}</p>
    </FormDialog>
  );
}
