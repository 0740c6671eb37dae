import { useState } from 'react';
import { useI18n } from '../../../i18n';
import type { CaseDetail } from '../../../types';
import { Select } from '../../../ui/field';
import { planRows } from './plan-rows';
import type { PlanOf } from './plan-rows';

type ResolutionOf = NonNullable<CaseDetail['resolution']>;

/** Two versions of the plan side by side, with what changed between them. */
export function Plans({ resolution: { plans, said } }: { resolution: ResolutionOf }) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<{ before?: number; after?: number }>({});
  const last = plans.at(-1);
  if (!last) return <p>{t.joint.noPlan}</p>;
  const after = plans.find(({ version }) => version === chosen.after) ?? last;
  const others = plans.filter(({ version }) => version < after.version);
  const before = others.find(({ version }) => version === chosen.before) ?? others.at(-1);
  const options = (those: readonly PlanOf[]) =>
    those.map(({ version }) => ({ value: String(version), label: t.joint.version(version) }));
  return (
    <>
      <h3>{t.joint.plans}</h3>
      {plans.length > 1 && (
        <div className="side-by-side">
          <Select
            label={t.joint.compareWith}
            options={options(others)}
            value={String(before?.version ?? '')}
            disabled={others.length === 0}
            onChange={({ target }) => setChosen({ after: after.version, before: Number(target.value) })}
          />
          <Select
            label={t.joint.compared}
            options={options(plans)}
            value={String(after.version)}
            onChange={({ target }) => setChosen({ after: Number(target.value) })}
          />
        </div>
      )}
      <PlanTable before={before} after={after} said={said} />
    </>
  );
}

interface PlanTableProps {
  before: PlanOf | undefined;
  after: PlanOf;
  said: ResolutionOf['said'];
}

/** What a version says; with an earlier one beside it, what changed. */
export function PlanTable({ before, after, said }: PlanTableProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const labelOf = ({ version }: PlanOf) => t.joint.version(version);
  return (
    <table className="stacked plans">
      <caption className="visually-hidden">{t.joint.plans}</caption>
      <thead>
        <tr>
          <td />
          {before && <th scope="col">{labelOf(before)}</th>}
          <th scope="col">{labelOf(after)}</th>
          {before && <th scope="col">{t.joint.change}</th>}
        </tr>
      </thead>
      <tbody>
        {planRows(before, after, said, i18n).map(({ name, was, is, change }) => (
          <tr key={name} className={change ? 'row-changed' : undefined}>
            <th scope="row">{name}</th>
            {before && <td data-label={labelOf(before)}>{was}</td>}
            <td data-label={before && labelOf(after)}>{is}</td>
            {before && <td data-label={t.joint.change}>{change ?? t.joint.same}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
