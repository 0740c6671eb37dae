import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from './api';
import { useCommunity } from './community';
import { useI18n } from './i18n';
import { paths } from './paths';
import { placeWords } from './place';
import type { CaseLine, CasePageOf, Me } from './types';

const shownMax = 5;

/** What is urgent and nobody has in hand yet: above every page, for the duty post and the secretary. */
export function Alerts({ me }: { me: Me }) {
  const { t } = useI18n();
  const { data } = useQuery({
    queryKey: ['live', 'alerts'],
    queryFn: () => api.get<CasePageOf>(`/api/alerts?limit=${String(shownMax)}`),
    enabled: me.may.includes('alerts.list'),
  });
  const alerts = data?.cases ?? [];
  return (
    <div aria-live="assertive">
      {alerts.length > 0 && (
        <section className="error-summary alerts" aria-label={t.alerts}>
          <strong>{t.alerts}</strong>
          <ul className="plain">
            {alerts.map((line) => (
              <Alert key={line.caseId} line={line} />
            ))}
          </ul>
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
