import { Link } from 'wouter';
import { createPortal } from 'react-dom';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import { placeWords } from '../../place';
import type { Place } from '../../types';
import { Button } from '../../ui/button';

export interface Saved {
  readonly number: string;
  readonly trackingCode: string;
  readonly savedAt: string;
  readonly place: Place | undefined;
  readonly category: string;
  /** Whether a phone was given: its last digits are asked for with the tracking code. */
  readonly hasPhone: boolean;
}

/** Number and tracking code of what was just saved, and the slip that the resident takes home. */
export function Slip({ saved }: { saved: Saved }) {
  const { t } = useI18n();
  return (
    <section className="panel" aria-label={t.intake.last}>
      <h2>{t.intake.last}</h2>
      <dl>
        <dt>{t.intake.number}</dt>
        <dd data-testid="number">{saved.number}</dd>
        <dt>{t.intake.trackingCode}</dt>
        <dd data-testid="tracking-code">{saved.trackingCode}</dd>
      </dl>
      <p className="actions">
        <Button onClick={() => window.print()}>{t.intake.printSlip}</Button>
        <Link href={paths.case(saved.number)}>{t.intake.open}</Link>
      </p>
      {createPortal(<Paper saved={saved} />, document.body)}
    </section>
  );
}

function Paper({ saved: { number, trackingCode, savedAt, place, category, hasPhone } }: { saved: Saved }) {
  const { t, language, time } = useI18n();
  const community = useCommunity();
  const names = community?.categories.find((each) => each.category === category)?.names;
  const follow = new URL('/follow', window.location.origin).href;
  return (
    <div className="slip" aria-hidden="true">
      <p className="slip-title">
        {t.product} · {t.intake.slipTitle}
      </p>
      <p>
        {t.intake.number}: <strong>{number}</strong>
      </p>
      <p>
        {t.intake.trackingCode}: <strong>{trackingCode}</strong>
      </p>
      <p>
        {t.cases.reportedAt}: {time(savedAt)}
      </p>
      {place && (
        <p>
          {t.cases.place}: {placeWords(place, community, language)}
        </p>
      )}
      {names && (
        <p>
          {t.intake.category}: {names[language]}
        </p>
      )}
      <p>
        {t.intake.slipText(follow)} {hasPhone && t.intake.slipDigits}
      </p>
    </div>
  );
}
