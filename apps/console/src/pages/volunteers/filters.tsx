import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useSearchParams } from 'wouter';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { instantOf, isInstant, localTextOf } from '../../community-time';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/field';
import { Folded } from '../../ui/folded';

export const filters = ['skill', 'interest', 'active', 'freeFrom', 'freeTo'] as const;
type Typed = Record<(typeof filters)[number], string>;

/** By skill, interest, and who is free for the whole of a window; nobody's name is in the address. */
export function VolunteerFilters() {
  const { t, language, offsetMinutes: offset } = useI18n();
  const community = useCommunity();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(() => typedOf(search, offset));
  const [isWrong, setIsWrong] = useState(false);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const freeFrom = instantOf(typed.freeFrom, offset);
    const freeTo = instantOf(typed.freeTo, offset);
    const isRight = (freeFrom === undefined && freeTo === undefined) || (freeFrom ?? '~') < (freeTo ?? '');
    setIsWrong(!isRight);
    if (!isRight) return;
    const values = { ...typed, freeFrom: freeFrom ?? '', freeTo: freeTo ?? '' };
    setSearch(new URLSearchParams(filters.flatMap((name) => (values[name] ? [[name, values[name]]] : []))));
  };
  const options = (kind: 'skills' | 'interests') => [
    { value: '', label: t.volunteers.all },
    ...Object.entries(community?.vocabulary[kind] ?? {}).map(([value, each]) => ({
      value,
      label: each[language],
    })),
  ];
  return (
    <search>
      <form className="panel" noValidate onSubmit={submit}>
        <Folded summary={t.volunteers.filters}>
          <Select
            label={t.volunteers.skill}
            options={options('skills')}
            value={typed.skill}
            onChange={({ target }) => set({ skill: target.value })}
          />
          <Select
            label={t.volunteers.interest}
            options={options('interests')}
            value={typed.interest}
            onChange={({ target }) => set({ interest: target.value })}
          />
          {(['freeFrom', 'freeTo'] as const).map((name) => (
            <TextField
              key={name}
              label={t.volunteers[name]}
              type="datetime-local"
              step={1800}
              error={isWrong && name === 'freeTo' ? t.volunteers.freeBoth : undefined}
              value={typed[name]}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          ))}
        </Folded>
        <div className="checks">
          <label>
            <input
              type="checkbox"
              checked={typed.active === 'true'}
              onChange={({ target }) => set({ active: target.checked ? 'true' : '' })}
            />
            {t.volunteers.active}
          </label>
          <Button type="submit" kind="primary">
            {t.volunteers.apply}
          </Button>
        </div>
      </form>
    </search>
  );
}

function typedOf(search: URLSearchParams, offset: number): Typed {
  const at = (name: string) => {
    const instant = search.get(name) ?? '';
    return isInstant(instant) ? localTextOf(instant, offset) : '';
  };
  const text = (name: string) => search.get(name) ?? '';
  return {
    ...{ skill: text('skill'), interest: text('interest'), active: text('active') },
    ...{ freeFrom: at('freeFrom'), freeTo: at('freeTo') },
  };
}
