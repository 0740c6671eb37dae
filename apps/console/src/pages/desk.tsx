import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api } from '../api';
import { instantOf } from '../community-time';
import { useI18n } from '../i18n';
import { PageTitle } from '../page';
import { paths } from '../paths';
import type { DeskPageOf } from '../types';
import { CommandOn } from './case/command-on';
import { Founding } from './community/founding';
import { PastDesk, PastInstant } from './desk/past';
import { DeskTable } from './desk/table';
import { givenOf } from './desk/given';
import type { Chosen } from './desk/given';

const groups = ['urgent', 'overdue', 'today', 'later'] as const;

/** What this person has to do next and, on a list of its own, what they answer for while others have to act. */
export function DeskPage() {
  const { t, offsetMinutes } = useI18n();
  const [search] = useSearchParams();
  const list = search.get('list') === 'waiting' ? 'waiting' : 'to-do';
  const asked = search.get('asOf') ?? '';
  const asOf = instantOf(asked, offsetMinutes);
  return (
    <>
      <PageTitle key={`title ${asked}`}>{t.desk.title}</PageTitle>
      {asOf === undefined && <Founding />}
      {asOf === undefined ? <Desk list={list} /> : <PastDesk asOf={asOf} list={list} />}
      <PastInstant key={`instant ${asked}`} asked={asked} asOf={asOf} />
    </>
  );
}

function Desk({ list }: { list: List }) {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const query = new URLSearchParams({
    list,
    ...(search.has('cursor') && { cursor: search.get('cursor') ?? '' }),
  });
  const page = useQuery({
    queryKey: ['live', 'desk', query.toString()],
    queryFn: () => api.get<DeskPageOf>(`/api/desk?${query.toString()}`),
    placeholderData: (before) => before,
  });
  return (
    <>
      {page.error && <p role="alert">{page.error.message}</p>}
      {!page.data && !page.error && <p className="loading">{t.loading}</p>}
      {page.data && <Tabs list={list} counts={page.data.counts} />}
      {page.data && <Lists page={page.data} list={list} onChoose={setChosen} />}
      {chosen && (
        <CommandOn
          key={`${chosen.line.caseId} ${chosen.command}`}
          command={chosen.command}
          number={chosen.line.number}
          about={chosen.line.number}
          given={givenOf(chosen)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

type List = 'to-do' | 'waiting';

function Tabs({ list, counts }: { list: List; counts: DeskPageOf['counts'] }) {
  const { t } = useI18n();
  const isToDo = list === 'to-do';
  const all = groups.reduce((sum, group) => sum + counts[group], 0);
  return (
    <nav className="tabs" aria-label={t.desk.lists}>
      <Link href={paths.desk} aria-current={isToDo ? 'page' : undefined}>
        {isToDo ? t.desk.toDo(all) : t.desk.toDoAlone}
      </Link>
      <Link href={`${paths.desk}?list=waiting`} aria-current={isToDo ? undefined : 'page'}>
        {t.desk.waiting(counts.waiting)}
      </Link>
    </nav>
  );
}

interface ListsProps {
  page: DeskPageOf;
  list: List;
  onChoose: (chosen: Chosen) => void;
}

function Lists({ page, list, onChoose }: ListsProps) {
  const { t } = useI18n();
  if (page.lines.length === 0)
    return <p className="panel empty">{list === 'to-do' ? t.desk.empty : t.desk.nobodyWaits}</p>;
  return (
    <div data-to-do>
      {groups.map((group) => {
        const lines = page.lines.filter((line) => line.group === group);
        return lines.length === 0 ? null : (
          <section key={group} className={`group group-${group}`} aria-label={t.desk.groups[group]}>
            <h2>
              {t.desk.groups[group]} <span className="count">{page.counts[group]}</span>
            </h2>
            <DeskTable lines={lines} now={page.now} caption={t.desk.groups[group]} onChoose={onChoose} />
          </section>
        );
      })}
      <Pager list={list} next={page.next} />
    </div>
  );
}

function Pager({ list, next }: { list: List; next: string | undefined }) {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const first = new URLSearchParams(list === 'waiting' ? { list } : {});
  const at = (params: URLSearchParams) => `${paths.desk}?${params.toString()}`;
  if (next === undefined && !search.has('cursor')) return null;
  return (
    <p className="pager">
      {search.has('cursor') && <Link href={at(first)}>{t.first}</Link>}
      {next !== undefined && (
        <Link href={at(new URLSearchParams([...first, ['cursor', next]]))}>{t.more}</Link>
      )}
    </p>
  );
}
