import { Link } from 'wouter';
import { createPortal } from 'react-dom';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import { Button } from '../../ui/button';

export interface Saved {
  readonly number: string;
  readonly trackingCode: string;
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
      {createPortal(
        <div className="slip" aria-hidden="true">
          <p className="slip-title">
            {t.product} · {t.intake.slipTitle}
          </p>
          <p>
            {t.intake.number}: <strong>{saved.number}</strong>
          </p>
          <p>
            {t.intake.trackingCode}: <strong>{saved.trackingCode}</strong>
          </p>
          <p>{t.intake.slipText}</p>
        </div>,
        document.body,
      )}
    </section>
  );
}
