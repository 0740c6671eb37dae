import { useState } from 'react';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { Select, TextArea, TextField } from '../../ui/field';
import { entryErrors, filledIn } from './entry-form';
import type { Entered, EntryField } from './entry-form';
import { isPerson } from './lines';
import { PersonField } from './person-field';
import { useCommunityAct } from './use-community-act';

interface EntryDialogProps {
  title: string;
  hint?: string;
  /** What is filled in from the start. */
  given?: Entered;
  /** What is asked, from what was filled in so far. */
  fieldsOf: (entered: Entered) => readonly EntryField[];
  /** The command and its data, and the view that has to show it before the form closes. */
  commandOf: (entered: Entered) => {
    readonly path: string;
    readonly data: object;
    readonly shownBy?: string;
  };
  onClose: () => void;
}

/** Founds or changes one thing of the community: a unit, a post, a compound, a building, a role. */
export function EntryDialog({ title, hint, given = {}, fieldsOf, commandOf, onClose }: EntryDialogProps) {
  const { t } = useI18n();
  const [entered, setEntered] = useState<Entered>(given);
  const [isChecked, setIsChecked] = useState(false);
  const { act, send } = useCommunityAct(title, onClose);
  const fields = fieldsOf(entered);
  const errors = entryErrors(fields, entered, t);
  const submit = () => {
    setIsChecked(true);
    if (Object.keys(errors).length > 0) return;
    const { path, data, shownBy } = commandOf(filledIn(entered));
    send(path, data, shownBy);
  };
  return (
    <FormDialog title={title} {...{ act, onClose }} onSubmit={submit}>
      {hint !== undefined && <p>{hint}</p>}
      {fields.map((field) => (
        <Entry
          key={field.name}
          field={field}
          error={isChecked ? errors[field.name] : undefined}
          value={entered[field.name] ?? ''}
          onChange={(value) => setEntered({ ...entered, [field.name]: value })}
        />
      ))}
    </FormDialog>
  );
}

interface EntryProps {
  field: EntryField;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

function Entry({ field, error, value, onChange }: EntryProps) {
  const { t } = useI18n();
  const { label, hint, required, kind, options = [] } = field;
  const said = { label, hint, required, error, value };
  switch (kind) {
    case 'choice':
      return (
        <Select
          {...said}
          options={[{ value: '', label: required ? t.choose : t.community.none }, ...options]}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'lines':
      return <TextArea {...said} onChange={({ target }) => onChange(target.value)} />;
    case 'person':
      return (
        <PersonField
          {...{ label, required, value, onChange }}
          error={error && !isPerson(value) ? t.community.personWrong : error}
        />
      );
    case 'date':
      return <TextField {...said} type="date" onChange={({ target }) => onChange(target.value)} />;
    case 'code':
    case 'text':
      return <TextField {...said} maxLength={80} onChange={({ target }) => onChange(target.value)} />;
  }
}
