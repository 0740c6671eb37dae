import { useI18n } from '../../../i18n';
import type { CaseDetail } from '../../../types';
import { PlanTable } from './plans';

/** Commands whose word is about the plan as it stands. */
const aboutPlan: ReadonlySet<string> = new Set([
  'TurnKey',
  'RefuseKey',
  'ReferToOwnersAssembly',
  'RecordAssemblyDecision',
]);

interface PlanAtHandProps {
  command: string;
  /** The case as it was when the form was opened. */
  opened: CaseDetail;
  now: CaseDetail;
}

/** The plan that a word is given on, as it was when the form was opened; and that there is another one since. */
export function PlanAtHand({ command, opened: { joint, resolution }, now }: PlanAtHandProps) {
  const { t } = useI18n();
  const at = resolution?.plans.findIndex(({ version }) => version === joint?.version) ?? -1;
  const plan = resolution?.plans[at];
  if (!aboutPlan.has(command) || !resolution || !plan) return null;
  return (
    <>
      {now.joint?.version !== plan.version && (
        <p role="alert" className="error-summary">
          {t.joint.replaced(plan.version, now.joint?.version)}
        </p>
      )}
      <PlanTable before={resolution.plans[at - 1]} after={plan} said={resolution.said} />
    </>
  );
}
