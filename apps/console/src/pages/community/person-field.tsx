import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '../../api';
import { useMe } from '../../me';
import type { PeopleOf } from '../../types';
import { TextField } from '../../ui/field';

interface PersonFieldProps {
  label: string;
  hint?: string;
  error: string | undefined;
  required?: boolean;
  value: string;
  onChange: (person: string) => void;
}

/** An account: those who hold posts or roles are offered, another may be typed. */
export function PersonField({ label, hint, error, required = false, value, onChange }: PersonFieldProps) {
  const id = useId();
  const me = useMe().data;
  const people = useQuery({
    queryKey: ['live', 'people'],
    queryFn: () => api.get<PeopleOf>('/api/people'),
    enabled: me?.may.includes('people.list') ?? false,
  });
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
        {people.data?.people.map(({ person }) => (
          <option key={person} value={person} />
        ))}
      </datalist>
    </>
  );
}
