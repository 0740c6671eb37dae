import { useRef } from 'react';
import { Link } from 'wouter';
import { useCasePages } from '../../case-pages';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import { placeQuery } from '../../place';
import type { Place } from '../../types';
import { Button } from '../../ui/button';
import { MoreButton } from '../../ui/more-button';
import type { JoinTarget } from './use-intake';

interface OpenHereProps {
  place: Place | undefined;
  onJoin: (target: JoinTarget) => void;
}

/** Open cases at the same place: the second caller joins instead of opening a second case. */
export function OpenHere({ place, onJoin }: OpenHereProps) {
  const { t, time } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  const here = useCasePages({
    ...{ name: 'at-place', path: '/api/cases/at-place', query: place ? placeQuery(place) : {} },
    enabled: place !== undefined,
  });
  const cases = here.cases ?? [];
  return (
    <section className="panel" aria-label={t.intake.openHere}>
      <h2>{t.intake.openHere}</h2>
      {place === undefined && <p className="hint">{t.intake.placeFirst}</p>}
      <div role="status">{here.cases?.length === 0 && <p>{t.intake.nothingOpenHere}</p>}</div>
      <ul ref={list} className="plain">
        {cases.map(({ caseId, number, status, summary, reportedAt }) => (
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
      <MoreButton pages={here} list={list} about={t.intake.openHere} shown={cases.length} />
    </section>
  );
}
