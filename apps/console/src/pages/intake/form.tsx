import type { KeyboardEvent, SyntheticEvent } from 'react';
import { useCommunity } from '../../community';
import { guessCategories } from '../../guess';
import { useI18n } from '../../i18n';
import { onEnter } from '../../on-enter';
import type { Category } from '../../types';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Combobox } from '../../ui/combobox';
import { Select, TextArea, TextField } from '../../ui/field';
import type { Draft, DraftErrors } from './draft';
import { ErrorSummary } from './error-summary';
import { ProxyFields } from './proxy-fields';
import type { useIntake } from './use-intake';

/** Place or person, words, category with guesses, urgency, call-back. Ctrl + Enter saves from anywhere. */
export function IntakeForm({ intake }: { intake: ReturnType<typeof useIntake> }) {
  const { t } = useI18n();
  const { draft, set, errors, failure, busy, save } = intake;
  const byKeyboard = onEnter((event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    void save(true);
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save(true);
  };
  return (
    <form className="panel" onSubmit={submit} onKeyDown={byKeyboard} noValidate aria-label={t.intake.title}>
      <ErrorSummary errors={errors} failure={failure} />
      <Combobox
        label={t.intake.where}
        hint={t.intake.whereHint}
        options={intake.addresses}
        value={draft.address}
        onChange={(address) => set({ address })}
        error={errors.address}
        inputRef={intake.first}
      />
      <PersonFields draft={draft} errors={errors} set={set} />
      <TextArea
        label={t.intake.words}
        hint={t.intake.wordsHint}
        value={draft.words}
        maxLength={2000}
        error={errors.words}
        onChange={({ target }) => set({ words: target.value })}
      />
      <CategoryFields draft={draft} errors={errors} set={set} />
      <ProxyFields draft={draft} set={set} />
      <p className="hint">{t.intake.keys}</p>
      <p className="actions">
        <Button type="submit" kind="primary" busy={busy}>
          {t.intake.saveAndAccept}
        </Button>
        <Button busy={busy} onClick={() => void save(false)}>
          {t.intake.saveOnly}
        </Button>
      </p>
    </form>
  );
}

interface PartProps {
  draft: Draft;
  errors: DraftErrors;
  set: (changes: Partial<Draft>) => void;
}

function PersonFields({ draft, errors, set }: PartProps) {
  const { t } = useI18n();
  return (
    <div className="side-by-side">
      <TextField
        label={t.intake.door}
        value={draft.door}
        maxLength={20}
        autoComplete="off"
        onChange={({ target }) => set({ door: target.value })}
      />
      <TextField
        label={t.intake.who}
        hint={t.intake.whoHint}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        error={errors.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <TextField
        label={t.intake.phone}
        value={draft.phone}
        inputMode="tel"
        maxLength={24}
        autoComplete="off"
        onChange={({ target }) => set({ phone: target.value })}
      />
    </div>
  );
}

function CategoryFields({ draft, errors, set }: PartProps) {
  const { t, language } = useI18n();
  const categories = useCommunity()?.categories ?? [];
  const guessed = guessCategories(draft.words, categories);
  const shown = guessed.length > 0 ? guessed : categories.slice(0, 5);
  const option = ({ category, names }: Category) => ({ value: category, label: names[language] });
  const usual = categories.find(({ category }) => category === draft.category)?.urgency ?? 'normal';
  return (
    <>
      <Choice
        legend={t.intake.guesses}
        options={shown.map(option)}
        value={draft.category}
        onChange={(category) => set({ category })}
        error={errors.category}
      />
      <Select
        label={t.intake.allCategories}
        options={[{ value: '', label: '—' }, ...categories.map(option)]}
        value={draft.category}
        onChange={({ target }) => set({ category: target.value })}
      />
      <Choice
        legend={t.intake.urgency}
        options={Object.entries(t.urgencies).map(([value, label]) => ({ value, label }))}
        value={draft.urgency || usual}
        onChange={(urgency) => set({ urgency })}
      />
    </>
  );
}
