import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { api } from '../../api';
import { CommandSender } from '../../command-sender';
import { useCommunity } from '../../community';
import { HappenedAt } from '../../happened-at';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Messages } from '../../messages/zh';
import { ProblemBox } from '../../problem';
import type { CaseDetail, Recorded, VolunteerPage } from '../../types';
import { Button } from '../../ui/button';
import { Checks } from '../../ui/checks';
import { Choice } from '../../ui/choice';
import { Select, TextArea, TextField } from '../../ui/field';
import { focusFirstWrong } from '../../ui/focus';
import { useToast } from '../../ui/toast';
import { AmountField, isAmount } from './amount-field';
import { dataOf } from './command-data';
import { useCommandNameIn } from './command-name';
import type { CommandField } from './field-makers';
import { formOf, isAsked } from './form-of';
import type { Given } from './form-of';
import { pointedField, wrongFields } from './pointed-field';
import { useVolunteerNames } from './volunteer-names';
import { volunteersOf } from './volunteer-words';

export interface CommandFormProps {
  command: string;
  one: CaseDetail;
  /** What follows from where the form was opened, and is not asked any more. */
  given?: Given | undefined;
  onClose: () => void;
}

/** What the form of a command asks, and how it is sent: pressing twice, or again after a lost answer, records once. */
function useCommandForm({ command, one, given = {}, onClose }: CommandFormProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const client = useQueryClient();
  const toast = useToast();
  const me = useMe().data;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [sender] = useState(() => new CommandSender());
  const register = useQuery({
    queryKey: ['volunteers'],
    queryFn: () => api.get<VolunteerPage>('/api/volunteers?active=true&limit=100'),
    enabled: command === 'OfferToVolunteer',
  });
  const volunteers = register.data?.volunteers ?? [];
  const nameIn = useCommandNameIn();
  const nameOf = useVolunteerNames(volunteersOf(one));
  const all = formOf(command, { one, community, language, t, me, volunteers, nameOf }, given);
  const fields = all.filter((field) => isAsked(field, all, typed));
  const send = useMutation({
    mutationFn: () =>
      sender.send<Recorded>(`/api/cases/${one.caseId}/commands/${command}`, (key) => ({
        ...dataOf(command, fields, typed, key),
        ...(typed.occurredAt && { occurredAt: typed.occurredAt }),
      })),
    onSuccess: async ({ position }) => {
      await api.get(`/api/cases/${one.caseId}?atLeast=${encodeURIComponent(position)}`);
      await client.invalidateQueries({ queryKey: ['live'] });
      toast((shown) => `${nameIn(command, shown)}: ${shown.case.done}`);
      onClose();
    },
  });
  return { fields, typed, setTyped, send };
}

export function CommandForm(props: CommandFormProps) {
  const { t } = useI18n();
  const { fields, typed, setTyped, send } = useCommandForm(props);
  const wrong = wrongFields(send.error, t);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    send.mutate(undefined, { onError: () => focusFirstWrong(form) });
  };
  return (
    <form onSubmit={submit}>
      {send.error && <ProblemBox error={send.error} labelOf={(pointer) => pointedField(pointer, t)} />}
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          error={wrong[field.name]}
          value={typed[field.name] ?? field.value ?? ''}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      <HappenedAt
        value={typed.occurredAt ?? ''}
        error={wrong.occurredAt}
        onChange={(occurredAt) => setTyped({ ...typed, occurredAt })}
      />
      <p className="actions">
        <Button type="submit" kind="primary" busy={send.isPending}>
          {t.send}
        </Button>
        <Button onClick={props.onClose}>{t.cancel}</Button>
      </p>
    </form>
  );
}

interface OneFieldProps {
  field: CommandField;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

function labelOf(name: string, t: Messages): string {
  return t.fields[name] ?? (name === 'to' ? t.case.accountable : name);
}

function OneField({ field, error, value, onChange }: OneFieldProps) {
  const { t } = useI18n();
  const { name, kind, required, hint } = field;
  const label = labelOf(name, t);
  if (isAmount(kind)) return <AmountField {...{ label, hint, error, required, kind, value, onChange }} />;
  switch (kind) {
    case 'fixed':
      return null;
    case 'words':
    case 'line':
      return <TextOf {...{ field, error, label, value, onChange }} />;
    case 'date':
    case 'instant':
      return (
        <TextField
          label={label}
          hint={hint}
          error={error}
          value={value}
          type={timeInputs[kind]}
          required={required}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'many':
      return (
        <Checks
          legend={label}
          error={error}
          options={field.options ?? []}
          values={value.split(',').filter(Boolean)}
          onChange={(values) => onChange(values.join(','))}
        />
      );
    case 'yes-no':
      return (
        <Choice
          legend={label}
          error={error}
          required={required}
          options={[
            { value: 'true', label: t.yes },
            { value: 'false', label: t.no },
          ]}
          value={value}
          onChange={onChange}
        />
      );
    case 'select':
      return <SelectOf {...{ field, error, label, value, onChange }} />;
  }
}

const timeInputs = { date: 'date', instant: 'datetime-local' } as const;

function SelectOf({ field, onChange, ...rest }: OneFieldProps & { label: string }) {
  const { t } = useI18n();
  const { required, hint, options = [] } = field;
  const none = field.value === undefined ? [{ value: '', label: required ? t.choose : '—' }] : [];
  const said = { ...rest, required, hint, options: [...none, ...options] };
  return <Select {...said} onChange={({ target }) => onChange(target.value)} />;
}

/** What is said at length, or in one line. */
function TextOf({ field, onChange, ...rest }: OneFieldProps & { label: string }) {
  const { kind, required, hint } = field;
  const said = { ...rest, required, hint };
  return kind === 'words' ? (
    <TextArea {...said} maxLength={2000} onChange={({ target }) => onChange(target.value)} />
  ) : (
    <TextField {...said} maxLength={200} onChange={({ target }) => onChange(target.value)} />
  );
}
