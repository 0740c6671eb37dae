import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { api } from '../../api';
import { useCommunity } from '../../community';
import { chinaOffsetMinutes, instantOf, localTextOf } from '../../community-time';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import type { PastDeskPageOf } from '../../types';
import { TextField } from '../../ui/field';
import { DeskTable } from './table';

/** Asks for the desk of another instant; it is a part of the address. */
export function PastInstant({ asOf }: { asOf: string | undefined }) {
  const { t } = useI18n();
  const [search, setSearch] = useSearchParams();
  const offset = useCommunity()?.policy.timeZoneOffsetMinutes ?? chinaOffsetMinutes;
  const show = (typed: string) => {
    const instant = instantOf(typed, offset);
    const list = search.get('list');
    if (instant !== undefined) setSearch({ ...(list !== null && { list }), asOf: instant });
  };
  return (
    <details open={asOf !== undefined}>
      <summary>{t.desk.past}</summary>
      <TextField
        label={t.desk.instant}
        type="datetime-local"
        defaultValue={asOf === undefined ? '' : localTextOf(asOf, offset)}
        onChange={({ target }) => show(target.value)}
      />
      {asOf !== undefined && <Link href={paths.desk}>{t.desk.now}</Link>}
    </details>
  );
}

/** What was to be done then. Nothing of it can be done now from here. */
export function PastDesk({ asOf, list }: { asOf: string; list: 'to-do' | 'waiting' }) {
  const { t, time } = useI18n();
  const [search] = useSearchParams();
  const query = new URLSearchParams({ asOf, list });
  const cursor = search.get('cursor');
  if (cursor !== null) query.set('cursor', cursor);
  const page = useQuery({
    queryKey: ['desk', 'as-of', query.toString()],
    queryFn: () => api.get<PastDeskPageOf>(`/api/desk/as-of?${query.toString()}`),
  });
  const next = page.data?.next;
  return (
    <>
      <p role="status">{t.desk.asKnownAt(time(asOf))}</p>
      {page.error && <p role="alert">{page.error.message}</p>}
      {page.isPending && <p className="loading">{t.loading}</p>}
      {page.data && page.data.lines.length === 0 && <p className="panel empty">{t.desk.nothingThen}</p>}
      {page.data && page.data.lines.length > 0 && (
        <DeskTable lines={page.data.lines} now={asOf} caption={t.desk.asKnownAt(time(asOf))} />
      )}
      {next !== undefined && (
        <p className="pager">
          <Link href={`${paths.desk}?${new URLSearchParams({ asOf, list, cursor: next }).toString()}`}>
            {t.more}
          </Link>
        </p>
      )}
    </>
  );
}
