import { useI18n } from '../../../i18n';
import type { CaseDetail } from '../../../types';

/** Why all owners decide, since when, and what they decided. */
export function Assembly({ one: { resolution } }: { one: CaseDetail }) {
  const { t, time } = useI18n();
  const assembly = resolution?.assembly;
  if (!assembly) return null;
  const { rule, referredAt, decided } = assembly;
  return (
    <p>
      {t.joint.reserved[rule] ?? rule} {t.joint.referred(time(referredAt))}{' '}
      {decided
        ? `${t.assemblies[decided.approved ? 'approved' : 'rejected'] ?? ''} · ${time(decided.at)} · ${t.joint.minutes(decided.minutes)}`
        : t.assemblies.awaited}
    </p>
  );
}
