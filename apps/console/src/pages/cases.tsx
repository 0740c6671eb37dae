import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { api } from '../api';
import { useCommunity } from '../community';
import { DueBadge, FlagBadges } from '../badges';
import { useI18n } from '../i18n';
import { PageTitle } from '../page';
import { paths } from '../paths';
import { placeWords } from '../place';
import type { CaseLine, CasePageOf } from '../types';
import { Button } from '../ui/button';
import { Select, TextField } from '../ui/field';

const filters = ['status', 'category', 'urgency', 'unit', 'sort'] as const;

/**
 * The list; its filters are the address, so a link or the back button restores it. What is searched is not: a name or a phone
 * would stay in the history of the browser.
 */
export function CasesPage() {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const [q, setQ] = useState('');
  const query = filtersOf(search);
  const page = useQuery({
    queryKey: ['live', 'cases', query, q],
    queryFn: () =>
      q === ''
        ? api.get<CasePageOf>(`/api/cases?${query}`)
        : api.post<CasePageOf>(`/api/cases/search?${query}`, { q }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <PageTitle>{t.cases.title}</PageTitle>
      <Filters onSearch={setQ} />
      {page.error && <p role="alert">{page.error.message}</p>}
      {page.data && <CaseTable cases={page.data.cases} />}
      {page.data && <Pager search={search} next={page.data.next} count={page.data.cases.length} />}
    </>
  );
}

/** Of an address that somebody has kept from before, what was searched is left out. */
function filtersOf(search: URLSearchParams): string {
  const known = new URLSearchParams(search);
  known.delete('q');
  return known.toString();
}

function Filters({ onSearch }: { onSearch: (q: string) => void }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const [q, setQ] = useState('');
  const set = (changes: Record<string, string>) => {
    const next = new URLSearchParams(filtersOf(search));
    next.delete('cursor');
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    navigate(`${paths.cases}?${next.toString()}`);
  };
  const all = { value: '', label: t.cases.all };
  const from = (texts: Record<string, string>) => [
    all,
    ...Object.entries(texts).map(([value, label]) => ({ value, label })),
  ];
  const named = (things: readonly { code: string; names: { zh: string; en: string } }[]) => [
    all,
    ...things.map(({ code, names }) => ({ value: code, label: names[language] })),
  ];
  const options = {
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
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
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
          onChange={({ target }) => setQ(target.value)}
        />
        {filters.map((name) => (
          <Select
            key={name}
            label={t.cases[name]}
            options={options[name]}
            value={search.get(name) ?? ''}
            onChange={({ target }) => set({ [name]: target.value })}
          />
        ))}
        <Button type="submit" kind="primary">
          {t.cases.apply}
        </Button>
      </form>
    </search>
  );
}

function CaseTable({ cases }: { cases: readonly CaseLine[] }) {
  const { t } = useI18n();
  if (cases.length === 0) return <p role="status">{t.cases.empty}</p>;
  return (
    <div className="scrolling" tabIndex={0} role="region" aria-label={t.cases.caption}>
      <table>
        <caption className="visually-hidden">{t.cases.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.cases.number}</th>
            <th scope="col">{t.cases.summary}</th>
            <th scope="col">{t.cases.status}</th>
            <th scope="col">{t.cases.place}</th>
            <th scope="col">{t.cases.accountable}</th>
            <th scope="col">{t.cases.reportedAt}</th>
            <th scope="col">{t.cases.due}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((line) => (
            <CaseRow key={line.caseId} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CaseRow({ line }: { line: CaseLine }) {
  const { t, language, time } = useI18n();
  const community = useCommunity();
  const category = community?.categories.find(({ category: code }) => code === line.category);
  return (
    <tr>
      <th scope="row">
        <Link href={paths.case(line.number)}>{line.number}</Link>
      </th>
      <td>
        {category?.names[language] ?? line.category ?? t.cases.uncategorised} <FlagBadges line={line} />
      </td>
      <td>{t.statuses[line.status]}</td>
      <td>{placeWords(line.place, community, language)}</td>
      <td>{line.accountable.person}</td>
      <td>{time(line.reportedAt)}</td>
      <td>
        <DueBadge line={line} />
      </td>
    </tr>
  );
}

function Pager({
  search,
  next,
  count,
}: {
  search: URLSearchParams;
  next: string | undefined;
  count: number;
}) {
  const { t } = useI18n();
  const at = (cursor: string) => {
    const params = new URLSearchParams(search);
    if (cursor) params.set('cursor', cursor);
    else params.delete('cursor');
    return `${paths.cases}?${params.toString()}`;
  };
  return (
    <p className="pager">
      <span role="status">{t.cases.count(count)}</span>
      {search.has('cursor') && <Link href={at('')}>{t.first}</Link>}
      {next !== undefined && <Link href={at(next)}>{t.more}</Link>}
    </p>
  );
}
