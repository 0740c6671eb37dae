import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { api, ServerSaidNo } from '../api';
import { DueBadge, FlagBadges } from '../badges';
import { useCommunity } from '../community';
import { useI18n } from '../i18n';
import { PageTitle } from '../page';
import { paths } from '../paths';
import { placeWords } from '../place';
import type { CaseDetail, History, HistoryEvent } from '../types';
import { Commands } from './case/commands';
import { Facts } from './case/facts';
import { Story } from './case/story';
import { NotFoundPage } from './not-found';

const Joint = lazy(async () => ({ default: (await import('./case/joint')).Joint }));

/** One case: what happened, who is accountable, what this person may do now. */
export function CasePage({ number }: { number: string }) {
  const { t } = useI18n();
  const at = `/api/cases/${encodeURIComponent(number)}`;
  const detail = useQuery({ queryKey: ['live', 'case', number], queryFn: () => api.get<CaseDetail>(at) });
  const history = useQuery({
    queryKey: ['live', 'history', number],
    queryFn: () => api.get<History>(`${at}/history`),
    enabled: detail.data?.hasHistory ?? false,
  });
  if (detail.error instanceof ServerSaidNo && detail.error.status === 404) return <NotFoundPage />;
  if (detail.error) return <p role="alert">{detail.error.message}</p>;
  if (!detail.data) return <p className="loading">{t.loading}</p>;
  // Who is only asked to help, or answers for a compound, may not read the history.
  const events = detail.data.hasHistory ? (history.data?.events ?? []) : undefined;
  return <Case one={detail.data} events={events} />;
}

interface CaseProps {
  one: CaseDetail;
  /** Undefined: not for this person. */
  events: readonly HistoryEvent[] | undefined;
}

function Case({ one, events }: CaseProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const category = community?.categories.find(({ category: code }) => code === one.category);
  return (
    <>
      <PageTitle>{`${one.number} ${category?.names[language] ?? ''}`}</PageTitle>
      <p className="case-head">
        <strong>{t.statuses[one.status]}</strong> <FlagBadges line={one} /> <DueBadge line={one} />{' '}
        <span>{placeWords(one.place, community, language)}</span>{' '}
        {events && <Link href={paths.replay(one.number)}>{t.case.replay}</Link>}
      </p>
      {/* The story begins with these words. */}
      {one.summary && !events && <blockquote>{one.summary}</blockquote>}
      <Suspense fallback={<p className="loading">{t.loading}</p>}>
        {one.joint && <Joint one={one} />}
      </Suspense>
      <div className="columns">
        {events && (
          <section className="panel" aria-label={t.case.story}>
            <h2>{t.case.story}</h2>
            <Story events={events} />
          </section>
        )}
        <aside>
          <Commands one={one} />
          <Facts one={one} />
        </aside>
      </div>
    </>
  );
}
