import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api } from '../../api';
import { instantOf, localTextOf } from '../../community-time';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import type { PastDeskPageOf } from '../../types';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { DeskTable } from './table';

type List = 'to-do' | 'waiting';
const lists: readonly List[] = ['to-do', 'waiting'];

const pathOf = (query: Readonly<Record<string, string>>) =>
  `${paths.desk}?${new URLSearchParams(query).toString()}`;

interface PastInstantProps {
  /** As the address has it; empty: the desk of now. */
  asked: string;
  /** Undefined: what is asked is no instant. */
  asOf: string | undefined;
}

/** Asks for the desk of another instant; it is a part of the address. It begins with now, to be changed in part. */
export function PastInstant({ asked, asOf }: PastInstantProps) {
  const { t, offsetMinutes } = useI18n();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(() => localTextOf(asOf ?? new Date().toISOString(), offsetMinutes));
  const show = (event: SyntheticEvent) => {
    event.preventDefault();
    const instant = instantOf(typed, offsetMinutes);
    const list = search.get('list');
    if (instant !== undefined) setSearch({ ...(list !== null && { list }), asOf: instant });
  };
  return (
    <details open={asked !== ''}>
      <summary>{t.desk.past}</summary>
      <form className="filters" onSubmit={show}>
        <TextField
          label={t.desk.instant}
          type="datetime-local"
          required
          error={asked !== '' && asOf === undefined ? t.desk.noInstant(asked) : undefined}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit">{t.desk.show}</Button>
      </form>
    </details>
  );
}

interface PastDeskProps {
  asOf: string;
  list: List;
}

/** What was to be done then. Nothing of it can be done now from here. */
export function PastDesk({ asOf, list }: PastDeskProps) {
  const { t, time } = useI18n();
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  const query = new URLSearchParams({ asOf, list, ...(cursor !== null && { cursor }) }).toString();
  const page = useQuery({
    queryKey: ['desk', 'as-of', query],
    queryFn: () => api.get<PastDeskPageOf>(`/api/desk/as-of?${query}`),
  });
  const { lines = [], next } = page.data ?? {};
  return (
    <>
      <PastHead asOf={asOf} list={list} />
      {page.error && <p role="alert">{page.error.message}</p>}
      {page.isPending && <p className="loading">{t.loading}</p>}
      {page.data && lines.length === 0 && next === undefined && (
        <p className="panel empty">{list === 'to-do' ? t.desk.nothingThen : t.desk.nobodyWaitedThen}</p>
      )}
      {lines.length > 0 && <DeskTable lines={lines} now={asOf} caption={t.desk.asKnownAt(time(asOf))} />}
      {next !== undefined && (
        <p className="pager">
          <Link href={pathOf({ asOf, list, cursor: next })}>{t.more}</Link>
        </p>
      )}
    </>
  );
}

/** Of when it is, the way back, and both lists of then. Takes the focus: the page is another one now. */
function PastHead({ asOf, list }: PastDeskProps) {
  const { t, time } = useI18n();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), [asOf]);
  const names = { 'to-do': t.desk.toDoAlone, waiting: t.desk.waitingAlone };
  return (
    <>
      <p ref={said} tabIndex={-1} className="stale">
        {t.desk.asKnownAt(time(asOf))} <Link href={paths.desk}>{t.desk.now}</Link>
      </p>
      <nav className="tabs" aria-label={t.desk.lists}>
        {lists.map((each) => (
          <Link
            key={each}
            href={pathOf({ asOf, list: each })}
            aria-current={each === list ? 'page' : undefined}
          >
            {names[each]}
          </Link>
        ))}
      </nav>
    </>
  );
}
