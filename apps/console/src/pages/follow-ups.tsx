import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { askedIn } from '../address';
import { api } from '../api';
import { useI18n } from '../i18n';
import { PageTitle } from '../page';
import { paths } from '../paths';
import type { FollowUpPageOf } from '../types';
import { FollowUp } from './follow-ups/follow-up';
import { giveFocusBack, successorsOf } from '../ui/focus';

/** Which form is open, on whom, and what gets the focus afterwards. */
export interface Opened {
  readonly requesterId: string;
  readonly command: string;
  readonly opener: Element | null;
  readonly successors: readonly Element[];
}

/** Whom to call about a result: one after the other, without leaving the list. */
export function FollowUpsPage() {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const isMine = search.get('mine') === 'true';
  const query = askedIn(search, ['cursor']);
  query.set('mine', String(isMine));
  const page = useQuery({
    queryKey: ['live', 'follow-ups', query.toString()],
    queryFn: () => api.get<FollowUpPageOf>(`/api/follow-ups?${query.toString()}`),
    placeholderData: (before) => before,
  });
  const open = (requesterId: string, command: string) => {
    const opener = document.activeElement;
    setOpened({ requesterId, command, opener, successors: successorsOf(opener) });
  };
  const close = () => {
    setOpened(undefined);
    window.requestAnimationFrame(() => giveFocusBack(opened?.opener ?? null, opened?.successors));
  };
  return (
    <>
      <PageTitle>{t.followUps.title}</PageTitle>
      <nav className="tabs" aria-label={t.followUps.lists}>
        <Link href={paths.followUps} aria-current={isMine ? undefined : 'page'}>
          {t.followUps.all}
        </Link>
        <Link href={`${paths.followUps}?mine=true`} aria-current={isMine ? 'page' : undefined}>
          {t.followUps.mine}
        </Link>
      </nav>
      {page.error && <p role="alert">{page.error.message}</p>}
      {!page.data && !page.error && <p className="loading">{t.loading}</p>}
      {page.data && <List page={page.data} opened={opened} onOpen={open} onClose={close} />}
    </>
  );
}

interface ListProps {
  page: FollowUpPageOf;
  opened: Opened | undefined;
  onOpen: (requesterId: string, command: string) => void;
  onClose: () => void;
}

function List({ page, opened, onOpen, onClose }: ListProps) {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const { lines, now, next } = page;
  const further = new URLSearchParams(search);
  further.set('cursor', next ?? '');
  return (
    <>
      <p role="status">
        {lines.length === 0 ? t.followUps.empty : t.followUps.count(lines.length, page.cases)}
      </p>
      <ol className="plain follow-ups" data-to-do aria-label={t.followUps.title}>
        {lines.map((line) => (
          <FollowUp
            key={line.requester.requesterId}
            line={line}
            now={now}
            command={opened?.requesterId === line.requester.requesterId ? opened.command : undefined}
            onOpen={(command) => onOpen(line.requester.requesterId, command)}
            onClose={onClose}
          />
        ))}
      </ol>
      {next !== undefined && (
        <p className="pager">
          <Link href={`${paths.followUps}?${further.toString()}`}>{t.more}</Link>
        </p>
      )}
    </>
  );
}
