import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api } from '../api';
import { useI18n } from '../i18n';
import { useMe } from '../me';
import { PageTitle } from '../page';
import { paths } from '../paths';
import type { CasePageOf } from '../types';
import { Filters, filtersOf } from './cases/filters';
import { CaseTable } from './cases/table';
import { NotFoundPage } from './not-found';

/**
 * The list; its filters are the address, so a link or the back button restores it. What is searched is not: a name or a phone
 * would stay in the history of the browser.
 */
export function CasesPage() {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const [q, setQ] = useState('');
  const me = useMe().data;
  const query = filtersOf(search);
  const page = useQuery({
    queryKey: ['live', 'cases', query, q],
    queryFn: () =>
      q === ''
        ? api.get<CasePageOf>(`/api/cases?${query}`)
        : api.post<CasePageOf>(`/api/cases/search?${query}`, { q }),
    placeholderData: (before) => before,
    enabled: me?.may.includes('cases.list') ?? false,
  });
  if (me && !me.may.includes('cases.list')) return <NotFoundPage />;
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
