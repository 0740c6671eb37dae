import { useRef } from 'react';
import { Link } from 'wouter';
import { useCasePages } from './case-pages';
import { useCommunity } from './community';
import { useI18n } from './i18n';
import { paths } from './paths';
import { placeWords } from './place';
import type { CaseLine, Me } from './types';
import { MoreButton } from './ui/more-button';

const shownAtFirst = 5;

/** What is urgent and nobody has in hand yet: above every page, for the duty post and the secretary. */
export function Alerts({ me }: { me: Me }) {
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  const pages = useCasePages({
    ...{ name: 'alerts', path: '/api/alerts', query: { limit: String(shownAtFirst) } },
    enabled: me.may.includes('alerts.list'),
  });
  const alerts = pages.cases ?? [];
  return (
    <div aria-live="assertive">
      {alerts.length > 0 && (
        <section className="error-summary alerts" aria-label={t.alerts}>
          <strong>{t.alerts}</strong>
          <ul ref={list} className="plain">
            {alerts.map((line) => (
              <Alert key={line.caseId} line={line} />
            ))}
          </ul>
          <MoreButton {...{ pages, list }} about={t.alerts} shown={alerts.length} />
        </section>
      )}
    </div>
  );
}

function Alert({ line }: { line: CaseLine }) {
  const { t, time, language } = useI18n();
  const community = useCommunity();
  const category = community?.categories.find((each) => each.category === line.category);
  const words = [
    category?.names[language] ?? t.urgencies['urgent'],
    placeWords(line.place, community, language),
  ];
  return (
    <li>
      <Link href={paths.case(line.number)}>{words.join(' · ')}</Link>{' '}
      <time dateTime={line.alertedAt}>{time(line.alertedAt ?? line.reportedAt)}</time>
    </li>
  );
}
