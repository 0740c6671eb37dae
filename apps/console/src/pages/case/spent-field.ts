import { money } from './field-makers';
import type { FieldMaker } from './field-makers';

/** What the work cost: behind an open lock it is held against the plan (CASE, rule 3). */
export const spent: FieldMaker = (sources) => {
  const required = sources.one.joint?.lock === 'open';
  return { ...money('costFen')(sources), required, hint: required ? sources.t.case.costHint : undefined };
};
