import { holderOptions, organisationOptions } from '../../assignees';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { Select, TextField } from '../../ui/field';
import { listed } from '../case/amendment-data';
import type { Draft, DraftErrors } from './draft';

interface RespondentFieldsProps {
  draft: Draft;
  errors: DraftErrors;
  set: (changes: Partial<Draft>) => void;
}

/** 被反映人: who is complained about, and whose accounts are kept out of the case. */
export function RespondentFields({ draft, errors, set }: RespondentFieldsProps) {
  const { t } = useI18n();
  const community = useCommunity();
  if (!draft.about) return null;
  return (
    <fieldset className="choice">
      <legend>{t.case.respondent}</legend>
      <div className="side-by-side">
        <Select
          label={t.fields.respondentKind ?? ''}
          options={Object.entries(t.respondentKinds).map(([value, label]) => ({ value, label }))}
          value={draft.respondentKind}
          onChange={({ target }) => set({ respondentKind: target.value })}
        />
        <TextField
          label={t.fields.respondentName ?? ''}
          value={draft.respondentName}
          maxLength={80}
          error={errors.respondentName}
          autoComplete="off"
          onChange={({ target }) => set({ respondentName: target.value })}
        />
        <TextField
          label={t.fields.respondentPhone ?? ''}
          value={draft.respondentPhone}
          maxLength={24}
          error={errors.respondentPhone}
          inputMode="tel"
          autoComplete="off"
          onChange={({ target }) => set({ respondentPhone: target.value })}
        />
        <Select
          label={t.fields.organisation ?? ''}
          options={[{ value: '', label: t.choose }, ...organisationOptions(community)]}
          value={draft.organisation}
          onChange={({ target }) => set({ organisation: target.value })}
        />
      </div>
      <KeptOut keptOut={draft.keptOut} set={set} />
    </fieldset>
  );
}

/** Typed, or chosen among those who hold a post. */
function KeptOut({ keptOut, set }: Pick<Draft, 'keptOut'> & Pick<RespondentFieldsProps, 'set'>) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const add = (account: string) =>
    set({ keptOut: [...new Set([...(listed(keptOut) ?? []), account])].join(', ') });
  const staff = holderOptions(community, language).map(({ value, label }) => ({
    value: value.split('|')[1] ?? '',
    label,
  }));
  const chosen = listed(keptOut) ?? [];
  return (
    <div className="side-by-side">
      <TextField
        label={t.fields.keptOut ?? ''}
        hint={t.intake.keptOutHint}
        value={keptOut}
        maxLength={400}
        autoComplete="off"
        onChange={({ target }) => set({ keptOut: target.value })}
      />
      <Select
        label={t.intake.keepOutHolder}
        options={[{ value: '', label: t.choose }, ...staff.filter(({ value }) => !chosen.includes(value))]}
        value=""
        onChange={({ target }) => target.value !== '' && add(target.value)}
      />
    </div>
  );
}
