import type { CaseEventType } from './case.events';
import type { Amendment } from './case.values';

const ofReports: readonly string[] = [
  'CaseReported',
  'CaseImported',
  'RequesterJoined',
  'ReportAmended',
] satisfies readonly CaseEventType[];

/** What else says as what a matter is handled, and how urgently. */
const ofCategories: readonly string[] = ['CaseAccepted', 'CaseFiled'] satisfies readonly CaseEventType[];

interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whether an event tells something that can be corrected; where a correction is given: some of what that one corrects. */
export function isCorrigible({ type, data }: Told, correction?: Amendment): boolean {
  if (ofReports.includes(type)) return true;
  const isOfCategory = ofCategories.includes(type) && data['category'] !== undefined;
  return isOfCategory && (!correction || (correction.category ?? correction.urgency) !== undefined);
}
