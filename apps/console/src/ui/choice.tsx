import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import type { Option } from './field';

interface ChoiceProps {
  legend: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  required?: boolean;
}

/** One of a few: a radio group in which the digits choose too, while it has the focus. */
export function Choice({ legend, options, value, onChange, error, required }: ChoiceProps) {
  const name = useId();
  const chooseByDigit = (event: KeyboardEvent) => {
    const option = options[Number(event.key) - 1];
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key) || !option) return;
    event.preventDefault();
    onChange(option.value);
  };
  return (
    <fieldset className={`choice ${error ? 'field-wrong' : ''}`} onKeyDown={chooseByDigit}>
      <legend>{legend}</legend>
      {error && <p className="error">{error}</p>}
      <div className="choice-options">
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              required={required}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className="digit" aria-hidden="true">
              {index + 1}
            </span>
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
