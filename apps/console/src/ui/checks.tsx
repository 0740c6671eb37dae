import type { Option } from './field';

interface ChecksProps {
  legend: string;
  options: readonly Option[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  error?: string | undefined;
}

/** Any of several. */
export function Checks({ legend, options, values, onChange, error }: ChecksProps) {
  const set = (value: string, isChecked: boolean) =>
    onChange(isChecked ? [...values, value] : values.filter((each) => each !== value));
  return (
    <fieldset className={`choice ${error ? 'field-wrong' : ''}`}>
      <legend>{legend}</legend>
      {error && <p className="error">{error}</p>}
      <div className="checks many-checks">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={({ target }) => set(value, target.checked)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
