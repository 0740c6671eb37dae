import { useId, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { onEnter } from '../on-enter';

export interface ComboboxOption {
  value: string;
  label: string;
  /** Other spellings that find it. */
  keywords?: string;
}

interface ComboboxProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: readonly ComboboxOption[];
  /** The value chosen, or '' for none. */
  value: string;
  onChange: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}

const shownMax = 8;

function matching(options: readonly ComboboxOption[], text: string): readonly ComboboxOption[] {
  const words = text.toLowerCase().split(' ').filter(Boolean);
  return options
    .filter(({ label, keywords, value }) => {
      const haystack = `${label} ${keywords ?? ''} ${value}`.toLowerCase();
      return words.every((word) => haystack.includes(word));
    })
    .slice(0, shownMax);
}

/** Text, list and active option of a combobox, and what each key does to them. */
function useCombobox({ options, value, onChange }: Pick<ComboboxProps, 'options' | 'value' | 'onChange'>) {
  const chosen = options.find((each) => each.value === value)?.label ?? '';
  const [text, setText] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(0);
  const found = text === undefined ? [] : matching(options, text);
  const open = text !== undefined && found.length > 0;
  const choose = (option: ComboboxOption | undefined) => {
    if (option) onChange(option.value);
    setText(undefined);
    setActive(0);
  };
  const type = (typed: string) => {
    setText(typed);
    setActive(0);
    if (value) onChange('');
  };
  /** One match is meant; of several none was chosen. */
  const leave = () => (text !== undefined && found.length === 1 ? choose(found[0]) : setText(undefined));
  const onPick = onEnter((event) => {
    if (!open || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(found[active]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    onPick(event);
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setText(undefined);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (open) setActive((active + step + found.length) % found.length);
    else setText('');
  };
  return { shown: text ?? chosen, found, open, active, choose, type, leave, onKeyDown };
}

/** A text field that finds one of many. WAI-ARIA APG: editable combobox with list autocomplete. */
export function Combobox({ label, hint, error, options, value, onChange, inputRef }: ComboboxProps) {
  const id = useId();
  const { shown, found, open, active, choose, type, leave, onKeyDown } = useCombobox({
    options,
    value,
    onChange,
  });
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`field combobox ${error ? 'field-wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
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
        value={shown}
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
        {found.map((option, index) => (
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
    </div>
  );
}
