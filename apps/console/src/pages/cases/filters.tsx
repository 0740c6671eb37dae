import { useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { askedIn } from '../../address';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { Language } from '../../i18n';
import type { Messages } from '../../messages/zh';
import { paths } from '../../paths';
import type { Community } from '../../types';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/field';
import { Folded } from '../../ui/folded';

const filters = ['status', 'category', 'urgency', 'unit', 'sort'] as const;

const flags = ['accountable', 'open', 'overdue', 'keyOverdue'] as const;

/** What was searched is none of them: a name belongs into no address. */
export function filtersOf(search: URLSearchParams): string {
  return askedIn(search, [...filters, ...flags, 'cursor']).toString();
}

export function Filters({ onSearch }: { onSearch: (q: string) => void }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const [q, setQ] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const set = (changes: Record<string, string>) => {
    const next = new URLSearchParams(filtersOf(search));
    next.delete('cursor');
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    navigate(`${paths.cases}?${next.toString()}`);
  };
  const options = optionsOf(t, language, community);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isTooShort = q.trim().length === 1;
    setError(isTooShort ? t.cases.searchTooShort : undefined);
    if (isTooShort) return field.current?.focus();
    onSearch(q.trim());
    set({});
  };
  return (
    <search>
      <form className="filters panel" onSubmit={submit}>
        <TextField
          label={t.cases.search}
          hint={t.cases.searchHint}
          type="search"
          value={q}
          error={error}
          inputRef={field}
          onChange={({ target }) => setQ(target.value)}
        />
        <Button type="submit" kind="primary">
          {t.cases.apply}
        </Button>
        <Folded summary={t.cases.filters}>
          {filters.map((name) => (
            <Select
              key={name}
              label={t.cases[name]}
              options={options[name]}
              value={search.get(name) ?? ''}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          ))}
        </Folded>
      </form>
    </search>
  );
}

function optionsOf(t: Messages, language: Language, community: Community | undefined) {
  const all = { value: '', label: t.cases.all };
  const from = (texts: Record<string, string>) => [
    all,
    ...Object.entries(texts).map(([value, label]) => ({ value, label })),
  ];
  const named = (things: readonly { code: string; names: { zh: string; en: string } }[]) => [
    all,
    ...things.map(({ code, names }) => ({ value: code, label: names[language] })),
  ];
  return {
    status: from(t.statuses),
    category: named(community?.categories.map(({ category, names }) => ({ code: category, names })) ?? []),
    urgency: from(t.urgencies),
    unit: named(community?.units.map(({ unit, names }) => ({ code: unit, names })) ?? []),
    sort: [
      { value: '', label: t.cases.sortNewest },
      { value: 'due', label: t.cases.sortDue },
      { value: 'updated', label: t.cases.sortUpdated },
    ],
  };
}
