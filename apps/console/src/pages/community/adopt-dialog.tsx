import { useState } from 'react';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import type { Messages } from '../../messages/zh';
import type { Community } from '../../types';
import { Select, TextArea, TextField } from '../../ui/field';
import { ChangeTable } from './change-table';
import { KindField, KindsField } from './kind-fields';
import { changesBetween } from './entries';
import type { Grounds } from './new-grounds';
import { withGrounds } from './new-grounds';
import { draftOf, fieldsOf, filledDocument, keyOf } from './policy-form';
import type { Draft, PolicyField } from './policy-form';
import { useCommunityAct } from './use-community-act';
import type { WrongFields } from './wrong-fields';
import { isClock, refusedIn, wrongIn } from './wrong-fields';
import { pathWords } from './words';

interface AdoptDialogProps {
  community: Pick<Community, 'policy' | 'policyTerms'>;
  /** Taken into the draft from the start. */
  adding: readonly Grounds[];
  onClose: () => void;
}

/** The policy as a form, group by group; what would change is said before it is adopted. */
export function AdoptDialog({ community, adding, onClose }: AdoptDialogProps) {
  const { t } = useI18n();
  // What others adopt meanwhile is refused by the server, not silently taken over.
  const [{ version, ...document }] = useState(community.policy);
  const fields = fieldsOf(community.policyTerms);
  const [draft, setDraft] = useState<Draft>(() => withGrounds(draftOf(fields, document), adding));
  const [isChecked, setIsChecked] = useState(false);
  const title = t.community.adoptNext(version + 1);
  const { act, send } = useCommunityAct(title, onClose);
  const wrong = wrongIn(fields, draft, t);
  const filled = filledDocument(fields, draft);
  const changes = wrong.size === 0 ? changesBetween(document, filled) : [];
  const submit = () => {
    setIsChecked(true);
    if (wrong.size === 0 && changes.length > 0)
      send('/api/policy/commands/AdoptPolicy', { version: version + 1, document: filled });
  };
  const groups = [...new Set(fields.map(({ at }) => at[0] ?? ''))];
  return (
    <FormDialog
      title={title}
      {...{ act, onClose }}
      labelOf={(pointer) => labelOf(pointer, t)}
      onSubmit={submit}
    >
      <p className="hint">{t.community.adoptHint}</p>
      {isChecked && wrong.size > 0 && (
        <div role="alert" className="error-summary">
          <strong>{t.errorSummary}</strong>
          <ul>
            {[...wrong].map(([field, words]) => (
              <li key={keyOf(field)}>
                {pathWords(field.at, t)}: {words}
              </li>
            ))}
          </ul>
        </div>
      )}
      {groups.map((group) => (
        <Group
          key={group}
          fields={fields.filter(({ at }) => at[0] === group)}
          wrong={new Map([...refusedIn(fields, act.error), ...(isChecked ? wrong : [])])}
          draft={draft}
          onChange={setDraft}
        />
      ))}
      {changes.length > 0 ? (
        <ChangeTable label={t.community.compare} changes={changes} />
      ) : (
        <p role={isChecked ? 'alert' : undefined}>{wrong.size === 0 && t.community.nothingChanged}</p>
      )}
    </FormDialog>
  );
}

interface GroupProps {
  fields: readonly PolicyField[];
  wrong: WrongFields;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The fields of one member of the document: one by itself, several folded under its name. */
function Group({ fields, wrong, draft, onChange }: GroupProps) {
  const { t } = useI18n();
  const [first] = fields;
  if (!first) return null;
  const inside = fields.map((field) => (
    <OneField
      key={keyOf(field)}
      field={field}
      error={wrong.get(field)}
      value={draft[keyOf(field)] ?? ''}
      onChange={(value) => onChange({ ...draft, [keyOf(field)]: value })}
    />
  ));
  if (fields.length === 1) return <>{inside}</>;
  return (
    <details open={fields.some((each) => wrong.has(each)) || undefined}>
      <summary className="group-fold">{pathWords(first.at.slice(0, 1), t)}</summary>
      <div className="side-by-side">{inside}</div>
    </details>
  );
}

interface OneFieldProps {
  field: PolicyField;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

function OneField({ field, error, value, onChange }: OneFieldProps) {
  const { t } = useI18n();
  const label = pathWords(field.at, t);
  switch (field.kind) {
    case 'number':
      return (
        <TextField
          {...{ label, error, value }}
          hint={field.unit && t.community.units[field.unit]}
          inputMode={isClock(field.unit) ? 'text' : 'numeric'}
          maxLength={6}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'code':
      if (field.options) return <KindField {...{ label, error, value, onChange }} codes={field.options} />;
      return (
        <TextField
          {...{ label, error, value }}
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'codes':
      if (field.options) return <KindsField {...{ label, error, value, onChange }} codes={field.options} />;
      return (
        <TextArea
          {...{ label, error, value }}
          hint={t.community.codesHint}
          rows={4}
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'choice':
      return (
        <Select
          {...{ label, error, value }}
          options={field.options.map((code) => ({ value: code, label: t.urgencies[code] ?? code }))}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}

const labelOf = (pointer: string, t: Messages): string =>
  pathWords(
    pointer.split('/').filter((each) => each !== '' && each !== 'document'),
    t,
  );
