import type { MouseEvent } from 'react';
import { useI18n } from '../i18n';
import { Button } from './button';
import type { Option } from './field';
import { Select } from './field';

interface OrderedProps {
  legend: string;
  options: readonly Option[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  error?: string | undefined;
}

/** Several of what is offered, in an order that counts. */
export function Ordered({ legend, options, values, onChange, error }: OrderedProps) {
  const { t } = useI18n();
  const labelOf = (value: string) => options.find((each) => each.value === value)?.label ?? value;
  const left = options.filter(({ value }) => !values.includes(value));
  const remove = (value: string, { currentTarget }: MouseEvent<HTMLButtonElement>) => {
    // Its button goes with it: the keyboard stays at this field.
    currentTarget.closest('fieldset')?.querySelector('select')?.focus();
    onChange(values.filter((each) => each !== value));
  };
  return (
    <fieldset className={`choice ${error ? 'field-wrong' : ''}`}>
      <legend>{legend}</legend>
      {error && <p className="error">{error}</p>}
      <ol>
        {values.map((value, index) => (
          <li key={value} className="actions">
            <span>{labelOf(value)}</span>
            {index > 0 && (
              <Button about={labelOf(value)} onClick={() => onChange(earlier(values, index))}>
                {t.ordered.earlier}
              </Button>
            )}
            <Button about={labelOf(value)} onClick={(event) => remove(value, event)}>
              {t.ordered.remove}
            </Button>
          </li>
        ))}
      </ol>
      <Select
        label={t.ordered.add}
        options={[{ value: '', label: t.choose }, ...left]}
        value=""
        onChange={({ target }) => target.value !== '' && onChange([...values, target.value])}
      />
    </fieldset>
  );
}

/** The same values, one of them a place earlier. */
export function earlier(values: readonly string[], index: number): readonly string[] {
  const [moved, before] = [values[index], values[index - 1]];
  return moved === undefined || before === undefined
    ? values
    : values.with(index - 1, moved).with(index, before);
}
