import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { api, ServerSaidNo } from '../../api';
import { CommandSender } from '../../command-sender';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { CaseDetail, Recorded, VolunteerPage } from '../../types';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Select, TextArea, TextField } from '../../ui/field';
import { useToast } from '../../ui/toast';
import { dataOf } from './command-data';
import { asksForVolunteer, commandFields } from './command-fields';
import { useCommandName } from './command-name';
import type { CommandField } from './field-makers';
import { pointedField } from './pointed-field';
import { useVolunteerNames } from './volunteer-names';
import { volunteersOf } from './volunteer-words';

interface CommandDialogProps {
  command: string;
  one: CaseDetail;
  onClose: () => void;
}

export function CommandDialog({ command, one, onClose }: CommandDialogProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const client = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  /** Pressing twice, or again after a lost answer, records once. */
  const [sender] = useState(() => new CommandSender());
  const register = useQuery({
    queryKey: ['volunteers'],
    queryFn: () => api.get<VolunteerPage>('/api/volunteers?active=true&limit=100'),
    enabled: asksForVolunteer.has(command),
  });
  const volunteers = register.data?.volunteers ?? [];
  const nameOfCommand = useCommandName();
  const nameOf = useVolunteerNames(volunteersOf(one));
  const fields = (commandFields[command] ?? []).map((make) =>
    make({ one, community, language, t, volunteers, nameOf }),
  );
  const send = useMutation({
    mutationFn: () =>
      sender.send<Recorded>(`/api/cases/${one.caseId}/commands/${command}`, (key) =>
        dataOf(command, fields, typed, key),
      ),
    onSuccess: async ({ position }) => {
      await api.get(`/api/cases/${one.caseId}?atLeast=${encodeURIComponent(position)}`);
      await client.invalidateQueries({ queryKey: ['live'] });
      toast(`${nameOfCommand(command)}: ${t.case.done}`);
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Dialog title={nameOfCommand(command)} onClose={onClose}>
      <form onSubmit={submit}>
        {send.error && <CommandProblem error={send.error} />}
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={typed[field.name] ?? field.value ?? ''}
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
        <p className="actions">
          <Button type="submit" kind="primary" busy={send.isPending}>
            {t.send}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </p>
      </form>
    </Dialog>
  );
}

function CommandProblem({ error }: { error: Error }) {
  const { t } = useI18n();
  const errors = error instanceof ServerSaidNo ? (error.problem.errors ?? []) : [];
  return (
    <div role="alert" className="error-summary">
      <p>{error.message}</p>
      <ul>
        {errors.map(({ pointer, expected }) => (
          <li key={pointer}>
            {pointedField(pointer, t)}: {expected}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface OneFieldProps {
  field: CommandField;
  value: string;
  onChange: (value: string) => void;
}

function OneField({ field, value, onChange }: OneFieldProps) {
  const { t } = useI18n();
  const { name, kind, required } = field;
  const label = t.fields[name] ?? (name === 'to' ? t.case.accountable : name);
  switch (kind) {
    case 'fixed':
      return null;
    case 'words':
      return (
        <TextArea
          label={label}
          value={value}
          required={required}
          maxLength={2000}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'instant':
      return (
        <TextField
          label={label}
          value={value}
          type="datetime-local"
          required={required}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'number':
      return (
        <TextField
          label={label}
          value={value}
          inputMode="numeric"
          pattern="[0-9]{1,5}"
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'yes-no':
      return (
        <Choice
          legend={label}
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
      return (
        <Select
          label={label}
          options={[
            ...(field.value === undefined ? [{ value: '', label: required ? t.choose : '—' }] : []),
            ...(field.options ?? []),
          ]}
          value={value}
          required={required}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}
