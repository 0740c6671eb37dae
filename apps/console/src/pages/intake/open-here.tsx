import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import type { CasePageOf, Place } from '../../types';
import { Button } from '../../ui/button';
import type { JoinTarget } from './use-intake';

interface OpenHereProps {
  place: Place | undefined;
  onJoin: (target: JoinTarget) => void;
}

/** Open cases at the same place: the second caller joins instead of opening a second case. */
export function OpenHere({ place, onJoin }: OpenHereProps) {
  const { t, time } = useI18n();
  const at = place
    ? new URLSearchParams({
        compound: place.compound,
        ...(place.building && { building: place.building }),
        ...(place.entrance && { entrance: place.entrance }),
      }).toString()
    : undefined;
  const here = useQuery({
    queryKey: ['live', 'at-place', at],
    queryFn: () => api.get<CasePageOf>(`/api/cases/at-place?${at ?? ''}`),
    enabled: at !== undefined,
  });
  return (
    <section className="panel" aria-label={t.intake.openHere}>
      <h2>{t.intake.openHere}</h2>
      {place === undefined && <p className="hint">{t.intake.placeFirst}</p>}
      <div role="status">{here.data?.cases.length === 0 && <p>{t.intake.nothingOpenHere}</p>}</div>
      <ul className="plain">
        {(here.data?.cases ?? []).map(({ caseId, number, status, summary, reportedAt }) => (
          <li key={caseId}>
            <Link href={paths.case(number)}>{number}</Link> {t.statuses[status]} · {time(reportedAt)}
            <br />
            {summary}
            <br />
            <Button onClick={() => onJoin({ caseId, number })} aria-label={`${t.intake.joinThis}: ${number}`}>
              {t.intake.joinThis}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
