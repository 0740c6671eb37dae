import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import { useCommunity } from '../../community';
import { guessCategories } from '../../guess';
import { HappenedAt } from '../../happened-at';
import { useI18n } from '../../i18n';
import { onEnter } from '../../on-enter';
import type { Category } from '../../types';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Combobox } from '../../ui/combobox';
import { Select, TextArea, TextField } from '../../ui/field';
import type { Draft, DraftErrors } from './draft';
import { isHiddenFromNobody } from './draft';
import { ErrorSummary } from './error-summary';
import { ProxyFields } from './proxy-fields';
import { RespondentFields } from './respondent-fields';
import type { useIntake } from './use-intake';

interface IntakeFormProps {
  intake: ReturnType<typeof useIntake>;
  /** What stands beside the place and is reached from it: the open cases there, and what was just saved. */
  beside: ReactNode;
}

/** In the order people speak: place, person, words, category with guesses. Ctrl + Enter saves from anywhere. */
export function IntakeForm({ intake, beside }: IntakeFormProps) {
  const { t } = useI18n();
  const { draft, set, errors, save, form } = intake;
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
    <form
      ref={form}
      className="intake no-print"
      onSubmit={submit}
      onKeyDown={byKeyboard}
      noValidate
      aria-label={t.intake.title}
    >
      <PlaceFields intake={intake} />
      <div className="beside">{beside}</div>
      <div className="panel">
        <PersonFields intake={intake} />
        <TextArea
          label={t.intake.words}
          hint={t.intake.wordsHint}
          value={draft.words}
          maxLength={2000}
          error={errors.words}
          onChange={({ target }) => set({ words: target.value })}
        />
        <CategoryFields draft={draft} errors={errors} set={set} />
        <ProxyFields draft={draft} errors={errors} set={set} />
        <RespondentFields draft={draft} errors={errors} set={set} />
        <HappenedAt
          value={draft.occurredAt}
          error={errors.occurredAt}
          onChange={(occurredAt) => set({ occurredAt })}
        />
        <Saving intake={intake} />
      </div>
    </form>
  );
}

function Saving({ intake: { draft, busy, save } }: { intake: ReturnType<typeof useIntake> }) {
  const { t } = useI18n();
  const mayAccept = !isHiddenFromNobody(draft);
  return (
    <>
      <p className="hint of-keys" role="status">
        {mayAccept ? t.intake.keys : t.intake.confidentialNeedsRespondent}
      </p>
      <p className="actions">
        {mayAccept && (
          <Button type="submit" kind="primary" busy={busy}>
            {t.intake.saveAndAccept}
          </Button>
        )}
        <Button busy={busy} onClick={() => void save(false)}>
          {t.intake.saveOnly}
        </Button>
      </p>
    </>
  );
}

/** Enter leads from the place to the name; Tab to the door and the open cases in between. */
function PlaceFields({ intake }: { intake: ReturnType<typeof useIntake> }) {
  const { t } = useI18n();
  const { draft, set, errors, failure, addresses, first, name } = intake;
  return (
    <div className="panel">
      <ErrorSummary errors={errors} failure={failure} />
      <div className="place-and-door">
        <Combobox
          label={t.intake.where}
          hint={t.intake.whereHint}
          options={addresses}
          value={draft.address}
          onChange={(address) => set({ address })}
          onDone={() => name.current?.focus()}
          error={errors.address}
          inputRef={first}
        />
        <TextField
          label={t.intake.door}
          value={draft.door}
          maxLength={20}
          autoComplete="off"
          onChange={({ target }) => set({ door: target.value })}
        />
      </div>
    </div>
  );
}

interface PartProps {
  draft: Draft;
  errors: DraftErrors;
  set: (changes: Partial<Draft>) => void;
}

function PersonFields({ intake }: { intake: ReturnType<typeof useIntake> }) {
  const { t } = useI18n();
  const { draft, set, errors, name } = intake;
  return (
    <div className="side-by-side">
      <TextField
        label={t.intake.who}
        hint={t.intake.whoHint}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        error={errors.name}
        inputRef={name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <TextField
        label={t.intake.phone}
        value={draft.phone}
        error={errors.phone}
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
      <div className="side-by-side">
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
      </div>
    </>
  );
}
