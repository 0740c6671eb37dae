import { useState } from 'react';
import { useAct } from '../../act';
import { useCommunity } from '../../community';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { Messages } from '../../messages/zh';
import { isPhone } from '../../phone';
import { placeWords } from '../../place';
import type { Recorded } from '../../types';
import { Choice } from '../../ui/choice';
import { Select, TextField } from '../../ui/field';
import { useToast } from '../../ui/toast';
import { isPerson } from '../community/lines';

const nothing = { name: '', phone: '', kind: '', compound: '', building: '', account: '' };
type Typed = typeof nothing;

interface RegisterDialogProps {
  onClose: () => void;
  onDone: (volunteerId: string) => void;
}

/** Registers somebody. What they can do and when is said on their own page. */
export function RegisterDialog({ onClose, onDone }: RegisterDialogProps) {
  const { t } = useI18n();
  const toast = useToast();
  const [typed, setTyped] = useState(nothing);
  const [isChecked, setIsChecked] = useState(false);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const errors = { ...wrongIn(typed, t), ...missingIn(typed, t) };
  const shown: Partial<Typed> = isChecked ? errors : {};
  const act = useAct<Recorded & { volunteerId: string }>(({ volunteerId }) => {
    toast(({ volunteers: { register, done } }) => `${register}: ${done}`);
    onDone(volunteerId);
  });
  const submit = () => {
    setIsChecked(true);
    if (Object.keys(errors).length > 0) return;
    const body = Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
    );
    act.mutate({ path: '/api/volunteers', body: () => body, shownBy: '/api/volunteers?limit=1' });
  };
  const labelOf = (pointer: string) => {
    const name = pointer.slice(1);
    return name in nothing ? t.volunteers[name as keyof Typed] : pointer;
  };
  return (
    <FormDialog title={t.volunteers.register} {...{ act, labelOf, onClose }} onSubmit={submit}>
      {(['name', 'phone'] as const).map((name) => (
        <TextField
          key={name}
          label={t.volunteers[name]}
          required
          maxLength={80}
          autoComplete="off"
          inputMode={name === 'phone' ? 'tel' : 'text'}
          error={shown[name]}
          value={typed[name]}
          onChange={({ target }) => set({ [name]: target.value })}
        />
      ))}
      <Choice
        legend={t.volunteers.kind}
        required
        error={shown.kind}
        options={Object.entries(t.volunteers.kinds).map(([value, label]) => ({ value, label }))}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
      />
      <Home typed={typed} error={shown.compound} onChange={set} />
      <TextField
        label={t.volunteers.account}
        hint={t.volunteers.accountHint}
        error={shown.account}
        maxLength={100}
        autoComplete="off"
        value={typed.account}
        onChange={({ target }) => set({ account: target.value })}
      />
    </FormDialog>
  );
}

interface HomeProps {
  typed: Typed;
  error: string | undefined;
  onChange: (change: Partial<Typed>) => void;
}

/** Where they live: how near they are to the work is one of the terms of matching. */
function Home({ typed, error, onChange }: HomeProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const compound = community?.compounds.find((each) => each.compound === typed.compound);
  return (
    <>
      <Select
        label={t.volunteers.compound}
        required
        error={error}
        options={[
          { value: '', label: t.choose },
          ...(community?.compounds ?? []).map((each) => ({
            value: each.compound,
            label: each.names[language],
          })),
          { value: 'outside', label: placeWords({ compound: 'outside' }, community, language) },
        ]}
        value={typed.compound}
        onChange={({ target }) => onChange({ compound: target.value, building: '' })}
      />
      <Select
        label={t.volunteers.building}
        options={[
          { value: '', label: '—' },
          ...(compound?.buildings ?? []).map((each) => ({
            value: each.building,
            label: each.names[language],
          })),
        ]}
        value={typed.building}
        onChange={({ target }) => onChange({ building: target.value })}
      />
    </>
  );
}

function wrongIn({ phone, account }: Typed, { wrongInput, community }: Messages): Partial<Typed> {
  return {
    ...(!isPhone(phone.trim()) && { phone: wrongInput.phone }),
    ...(account.trim() !== '' && !isPerson(account.trim()) && { account: community.personWrong }),
  };
}

function missingIn(typed: Typed, t: Messages): Partial<Typed> {
  const required = ['name', 'phone', 'kind', 'compound'] as const;
  return Object.fromEntries(
    required
      .filter((name) => typed[name].trim() === '')
      .map((name) => [name, t.board.missing(t.volunteers[name])]),
  );
}
