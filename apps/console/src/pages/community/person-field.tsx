import { useId } from 'react';
import { TextField } from '../../ui/field';
import { usePeopleKnown } from './use-users';

interface PersonFieldProps {
  label: string;
  hint?: string;
  error: string | undefined;
  required?: boolean;
  value: string;
  onChange: (person: string) => void;
}

/** An account: those that are known are offered, another may be typed. */
export function PersonField({ label, hint, error, required = false, value, onChange }: PersonFieldProps) {
  const id = useId();
  const people = usePeopleKnown();
  return (
    <>
      <TextField
        {...{ label, hint, error, required, value }}
        list={id}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      <datalist id={id}>
        {people.map((person) => (
          <option key={person} value={person} />
        ))}
      </datalist>
    </>
  );
}
