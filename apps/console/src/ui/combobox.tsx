import { useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { useI18n } from '../i18n';
import { onEnter } from '../on-enter';
import { Frame, useTies } from './field';
import type { Labelled } from './field';
import { matching } from './matching';
import type { ComboboxOption } from './matching';

interface ComboboxProps extends Labelled {
  options: readonly ComboboxOption[];
  /** The value chosen, or '' for none. */
  value: string;
  onChange: (value: string) => void;
  /** Enter on a chosen value: the typist moves on. */
  onDone?: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

const shownMax = 8;

/** Text, list and active option of a combobox. The text is undefined while it is the label of what was chosen. */
function useCombobox({ options, value, onChange }: Pick<ComboboxProps, 'options' | 'value' | 'onChange'>) {
  const chosen = options.find((each) => each.value === value)?.label ?? '';
  const [text, setText] = useState<string | undefined>(undefined);
  const [unfolded, setUnfolded] = useState(false);
  const [active, setActive] = useState(0);
  const found = text === undefined ? [] : matching(options, text);
  const shown = found.slice(0, shownMax);
  const choose = (option: ComboboxOption | undefined) => {
    if (!option) return;
    onChange(option.value);
    setText(undefined);
    setActive(0);
  };
  const type = (typed: string) => {
    setText(typed);
    setUnfolded(true);
    setActive(0);
    if (value) onChange('');
  };
  /** One match is meant; of several none was chosen, and what was typed stays to be corrected. */
  const leave = () => {
    setUnfolded(false);
    if (text === '') setText(undefined);
    else if (found.length === 1) choose(found[0]);
  };
  const unfold = () => {
    setText(text ?? '');
    setUnfolded(true);
  };
  const open = unfolded && shown.length > 0;
  const problem = unfolded ? undefined : problemOf(text, found.length);
  return {
    text: text ?? chosen,
    chosen: text === undefined && chosen !== '',
    shown,
    open,
    problem,
    active,
    setActive,
    choose,
    type,
    leave,
    unfold,
    fold: () => setUnfolded(false),
  };
}

/** Said only after leaving or Enter: the first letters of an input method are not yet what is meant. */
function problemOf(text: string | undefined, found: number): 'nothingFound' | 'chooseOne' | undefined {
  if (!text?.trim()) return undefined;
  return found === 0 ? 'nothingFound' : 'chooseOne';
}

/** What each key does to a combobox. Its Enter never submits the form around it: the rest is still to be said. */
function useKeys(box: ReturnType<typeof useCombobox>, onDone: (() => void) | undefined) {
  const { shown, open, active, setActive, choose, unfold, fold } = box;
  const onPick = onEnter((event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (open) choose(shown[active]);
    else fold();
    if (open || box.chosen) onDone?.();
  });
  return (event: KeyboardEvent) => {
    onPick(event);
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      fold();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (open) setActive((active + step + shown.length) % shown.length);
    else unfold();
  };
}

/** A text field that finds one of many. WAI-ARIA APG: editable combobox with list autocomplete. */
export function Combobox({ label, hint, error, options, value, onChange, onDone, inputRef }: ComboboxProps) {
  const { t } = useI18n();
  const box = useCombobox({ options, value, onChange });
  const { text, shown, open, problem, active, choose, type, leave } = box;
  const onKeyDown = useKeys(box, onDone);
  const { id, described } = useTies({ hint, error, problem });
  return (
    <Frame {...{ id, label, hint, error }} className="combobox">
      <p id={`${id}-problem`} className="error" role="status">
        {problem && t.combobox[problem]}
      </p>
      <input
        id={id}
        ref={inputRef}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${String(active)}` : undefined}
        aria-invalid={Boolean(error)}
        aria-describedby={described}
        value={text}
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <OptionList {...{ id, label, shown, open, active, choose }} />
    </Frame>
  );
}

type OptionListProps = Pick<ReturnType<typeof useCombobox>, 'shown' | 'open' | 'active' | 'choose'> & {
  id: string;
  label: string;
};

function OptionList({ id, label, shown, open, active, choose }: OptionListProps) {
  return (
    <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
      {shown.map((option, index) => (
        <li
          key={option.value}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(option);
          }}
        >
          {option.label}
        </li>
      ))}
    </ul>
  );
}
