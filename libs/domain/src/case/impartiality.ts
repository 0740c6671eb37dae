import { isInOffice } from '../organisation/term-of-office';
import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import type { Fit } from '../routing';
import type { ReportedCase } from './case.state';
import type { Assignee } from './case.values';

type Asked = Pick<DecisionContext, 'now' | 'rules'>;

/** Whom a case keeps out. */
interface Sided {
  readonly respondent?:
    | { readonly organisation?: string | undefined; readonly keptOut?: readonly string[] | undefined }
    | undefined;
}

/**
 * 身份隔离: the respondent, their kin, household and employees, and whoever acts for their organisation, neither handle nor
 * check nor help in the case (CASE, shape).
 */
export function isOfRespondent(person: string, { respondent }: Sided, { now, rules }: Asked): boolean {
  if (respondent?.keptOut?.includes(person)) return true;
  const { organisation } = respondent ?? {};
  return (
    organisation !== undefined &&
    rules.organisation.grants.some(
      (grant) => grant.person === person && grant.scope === organisation && isInOffice(grant, now),
    )
  );
}

/** Who may answer for a case. */
export function fitFor(of: Sided, asked: Asked): Fit {
  return (person) => !isOfRespondent(person, of, asked);
}

/** Whether somebody may handle, check or ask. */
export function unlessImpartial(
  people: readonly (string | undefined)[],
  state: Sided,
  asked: Asked,
): Refusal | undefined {
  const isBiased = people.some((each) => each !== undefined && isOfRespondent(each, state, asked));
  return isBiased ? refuse('RespondentsSide') : undefined;
}

/** Whether work may go there. */
export function unlessImpartialAssignee(
  assignee: Assignee,
  state: ReportedCase,
  asked: Asked,
): Refusal | undefined {
  switch (assignee.kind) {
    case 'post':
      return unlessImpartial([assignee.person], state, asked);
    case 'organisation':
      return assignee.organisation === state.respondent?.organisation ? refuse('RespondentsSide') : undefined;
    case 'volunteers':
      return undefined;
  }
}
