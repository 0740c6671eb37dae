import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Redirect, useLocation, useSearchParams } from 'wouter';
import { askedIn } from '../address';
import { api } from '../api';
import { useI18n } from '../i18n';
import { useMe } from '../me';
import { PageTitle } from '../page';
import { paths } from '../paths';
import type { VolunteerPage as Page } from '../types';
import { Button } from '../ui/button';
import { NotFoundPage } from './not-found';
import { RegisterDialog } from './volunteers/register-dialog';
import { filters, VolunteerFilters } from './volunteers/filters';
import { VolunteerTable } from './volunteers/table';

/** The register. Its filters are the address; a volunteer's own account is led to itself. */
export function VolunteersPage() {
  const { t } = useI18n();
  const me = useMe().data;
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const [isRegistering, setIsRegistering] = useState(false);
  const query = askedIn(search, [...filters, 'cursor']).toString();
  const page = useQuery({
    queryKey: ['live', 'volunteers', query],
    queryFn: () => api.get<Page>(`/api/volunteers?${query}`),
    enabled: me?.may.includes('volunteers.list') ?? false,
    placeholderData: (before) => before,
  });
  if (me && !me.may.includes('volunteers.list'))
    return me.volunteerId === undefined ? (
      <NotFoundPage />
    ) : (
      <Redirect to={paths.volunteer(me.volunteerId)} replace />
    );
  return (
    <>
      <PageTitle>{t.volunteers.title}</PageTitle>
      {me?.may.includes('RegisterVolunteer') && (
        <p>
          <Button kind="primary" onClick={() => setIsRegistering(true)}>
            {t.volunteers.register}
          </Button>
        </p>
      )}
      <VolunteerFilters />
      {page.error && <p role="alert">{page.error.message}</p>}
      {page.data && (
        <VolunteerTable volunteers={page.data.volunteers} isLast={page.data.next === undefined} />
      )}
      {page.data && <Pager next={page.data.next} count={page.data.volunteers.length} />}
      {isRegistering && (
        <RegisterDialog
          onClose={() => setIsRegistering(false)}
          onDone={(volunteerId) => navigate(paths.volunteer(volunteerId))}
        />
      )}
    </>
  );
}

function Pager({ next, count }: { next: string | undefined; count: number }) {
  const { t } = useI18n();
  const [search] = useSearchParams();
  const at = (cursor: string) => {
    const params = new URLSearchParams(search);
    if (cursor) params.set('cursor', cursor);
    else params.delete('cursor');
    return `${paths.volunteers}?${params.toString()}`;
  };
  return (
    <p className="pager">
      <span role="status">{t.volunteers.count(count)}</span>
      {search.has('cursor') && <Link href={at('')}>{t.first}</Link>}
      {next !== undefined && <Link href={at(next)}>{t.more}</Link>}
    </p>
  );
}
