import { useEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { assigneeOptions, holderOptions, volunteers } from '../../assignees';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { instantOf } from '../../community-time';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Select, TextArea, TextField } from '../../ui/field';
import { focusFirstWrong } from '../../ui/focus';
import { bodyOf, groundsOf } from './acts';
import type { ActName, Target } from './acts';
import { useMany } from './use-many';
import type { LineState } from './use-many';

interface ActDialogProps {
  act: ActName;
  targets: readonly Target[];
  /** How many were chosen that the act does not fit. */
  leftOut?: number;
  /** With the ids of the cases for which it is recorded. */
  onClose: (recorded: ReadonlySet<string>) => void;
}

const nothingTyped = { assignee: '', from: '', to: '', reason: '', words: '' };
type Typed = typeof nothingTyped;

/** One act on one case or several; each line says what became of it. */
export function ActDialog({ act, targets: chosen, leftOut = 0, onClose }: ActDialogProps) {
  const { t, offsetMinutes } = useI18n();
  const community = useCommunity();
  const [typed, setTyped] = useState(nothingTyped);
  const [isChecked, setIsChecked] = useState(false);
  // What refreshes behind the dialog does not change what it is about.
  const [targets] = useState(chosen);
  const { states, isBusy, send } = useMany();
  const errors = useErrors(typed);
  const recorded = new Set(
    targets.map(({ caseId }) => caseId).filter((id) => states.get(id)?.at === 'recorded'),
  );
  const isOver = recorded.size === targets.length;
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsChecked(true);
    if (Object.keys(errors).length > 0) {
      focusFirstWrong(event.currentTarget);
      return;
    }
    const [from, to] = [typed.from, typed.to].map((each) => instantOf(each, offsetMinutes));
    const said = { ...typed, from, to };
    await send(
      targets.map((target) => ({
        caseId: target.caseId,
        path: `/api/cases/${target.caseId}/commands/${act}`,
        body: (key) => bodyOf(act, target, said, { key, community }),
      })),
    );
  };
  return (
    <Dialog title={t.commands[act] ?? act} onClose={() => onClose(recorded)}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {leftOut > 0 && <p className="hint">{t.board.leftOut(leftOut)}</p>}
        {!isOver && <Fields act={act} typed={typed} errors={isChecked ? errors : {}} onChange={setTyped} />}
        <Lines targets={targets} states={states} isBusy={isBusy} recorded={recorded.size} />
        <p className="actions">
          {!isOver && (
            <Button type="submit" kind="primary" busy={isBusy}>
              {recorded.size > 0 ? t.board.again : t.send}
            </Button>
          )}
          <Button onClick={() => onClose(recorded)}>{isOver ? t.close : t.cancel}</Button>
        </p>
      </form>
    </Dialog>
  );
}

type Errors = Partial<Record<keyof Typed, string>>;

function useErrors({ assignee, from, to, reason }: Typed): Errors {
  const { t } = useI18n();
  const asksVolunteers = assignee === volunteers;
  return {
    ...(assignee === '' && { assignee: t.board.missing(t.board.assignee) }),
    ...(reason === '' && { reason: t.board.missing(t.fields.reason ?? '') }),
    ...(asksVolunteers && from === '' && { from: t.board.missing(t.board.from) }),
    ...(asksVolunteers && !(from < to) && { to: t.board.windowOrder }),
  };
}

interface FieldsProps {
  act: ActName;
  typed: Typed;
  errors: Errors;
  onChange: (typed: Typed) => void;
}

function Fields({ act, typed, errors, onChange }: FieldsProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const set = (change: Partial<Typed>) => onChange({ ...typed, ...change });
  const assignees =
    act === 'TransferAccountability'
      ? holderOptions(community, language)
      : assigneeOptions(community, { language, volunteerWords: t.board.volunteers });
  const grounds = (community?.grounds[groundsOf(act)] ?? []).map((value) => ({
    value,
    label: t.codes[value] ?? value,
  }));
  const choose = { value: '', label: t.choose };
  return (
    <>
      <Select
        label={act === 'TransferAccountability' ? t.case.accountable : t.board.assignee}
        required
        error={errors.assignee}
        options={[choose, ...assignees]}
        value={typed.assignee}
        onChange={({ target }) => set({ assignee: target.value })}
      />
      {typed.assignee === volunteers && (
        <div className="side-by-side">
          {(['from', 'to'] as const).map((name) => (
            <TextField
              key={name}
              label={t.board[name]}
              type="datetime-local"
              required
              error={errors[name]}
              value={typed[name]}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          ))}
        </div>
      )}
      <Select
        label={t.fields.reason ?? ''}
        required
        error={errors.reason}
        options={[choose, ...grounds]}
        value={typed.reason}
        onChange={({ target }) => set({ reason: target.value })}
      />
      <TextArea
        label={t.fields.words ?? ''}
        maxLength={2000}
        value={typed.words}
        onChange={({ target }) => set({ words: target.value })}
      />
    </>
  );
}

interface LinesProps {
  targets: readonly Target[];
  states: ReadonlyMap<string, LineState>;
  isBusy: boolean;
  recorded: number;
}

/** What became of each case. Takes the focus when the last answer is in, so that it is read. */
function Lines({ targets, states, isBusy, recorded }: LinesProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const outcome = useRef<HTMLParagraphElement>(null);
  const isAnswered = states.size > 0 && !isBusy;
  useEffect(() => {
    if (isAnswered) outcome.current?.focus();
  }, [isAnswered]);
  const words = (state: LineState | undefined) => {
    if (state === undefined) return t.board.notYet;
    if (state.at === 'failed') return t.board.failed(state.why);
    return state.at === 'sending' ? t.board.sending : t.board.recorded;
  };
  const mark = { failed: 'badge-wrong', recorded: 'badge-right', sending: '' };
  return (
    <>
      <p ref={outcome} tabIndex={-1} role="status">
        {isAnswered && t.board.outcome(recorded, targets.length)}
      </p>
      <ul className="plain" aria-label={t.board.lines}>
        {targets.map(({ caseId, number, category }) => {
          const state = states.get(caseId);
          const known = community?.categories.find((each) => each.category === category);
          return (
            <li key={caseId}>
              <strong>{number}</strong> {known?.names[language] ?? category ?? t.board.noCategory}{' '}
              <span className={state && `line-state ${mark[state.at]}`}>{words(state)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
