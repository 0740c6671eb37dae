import type { DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { unlessKnownPlace } from '../places';
import { refuse, type Refusal } from '../refusals';
import { unlessHolder } from './accountability';
import type { CaseDecision, CaseHandler, DataOf } from './case.handler';
import type { CaseEventOf } from './case.events';
import type { Case, ReportedCase } from './case.state';
import { unlessCategory } from './categories';
import { deadlineOf, withoutPolicy } from './clocks';
import { unlessImpartial } from './impartiality';
import { alreadyUsed } from './used-ids';

/** 上报: from now on one post answers for it, and the clocks of acceptance and dispatch run (CASE, rule 11). */
export function reportCase(
  data: DataOf<'ReportCase'>,
  state: Case,
  { now, rules }: DecisionContext,
): CaseDecision {
  if (state.status !== 'unreported') return refuse('CaseAlreadyReported', { number: state.number });
  const refusal = unlessReportable(data, { now, rules });
  if (refusal) return refusal;
  const urgency = data.urgency ?? urgencyByDefault(data.category, rules);
  const start = { startedAt: now, urgency };
  const deadlines = [deadlineOf('acceptance', start, rules), deadlineOf('dispatch', start, rules)];
  return [{ type: 'CaseReported', data: { ...reportOf(data), urgency, deadlines } }];
}

function unlessReportable(
  data: DataOf<'ReportCase'>,
  { now, rules }: Pick<DecisionContext, 'now' | 'rules'>,
): Refusal | undefined {
  const { accountable, category, place } = data;
  return (
    withoutPolicy(rules) ??
    unlessHolder(accountable, rules) ??
    unlessImpartial([accountable.person], data, { now, rules }) ??
    unlessKnownPlace(place, rules) ??
    (category === undefined ? undefined : unlessCategory(category, rules))
  );
}

/** 导入: deterministic, whoever imports. Starts no clock, asks for no policy and no post: it happened elsewhere. */
export function importCase(
  data: DataOf<'ImportCase'>,
  state: Case,
  { rules }: DecisionContext,
): CaseDecision {
  if (state.status !== 'unreported') return importedAgain(data, state);
  const { origin, externalId, outsideStatus, externalParent, urgency } = data;
  const event: CaseEventOf<'CaseImported'> = {
    type: 'CaseImported',
    data: {
      ...reportOf(data),
      urgency: urgency ?? urgencyByDefault(data.category, rules),
      ...{ origin, externalId, outsideStatus, externalParent },
    },
  };
  return [event];
}

/** The same outside entry is no news; one that has changed outside is told, never stored over what is here. */
function importedAgain(
  data: DataOf<'ImportCase'>,
  { imported, number }: ReportedCase,
): readonly [] | Refusal {
  if (!imported) return refuse('CaseAlreadyReported', { number });
  const { origin, externalId, outsideStatus, externalParent } = data;
  return equalContent(imported, { origin, externalId, outsideStatus, externalParent })
    ? []
    : refuse('ImportedDifferently', { number, externalId });
}

function urgencyByDefault(category: string | undefined, { catalogue, policy }: DecisionContext['rules']) {
  return (
    (category === undefined ? undefined : entryOf(catalogue.categories, category)?.urgency) ??
    policy.defaultUrgency
  );
}

function reportOf(data: DataOf<'ReportCase'>) {
  const { caseId, number, requester, respondent, channel, category, place, ...rest } = data;
  const { summary, confidential, accountable } = rest;
  return {
    ...{ caseId, number, requesters: [requester], respondent, channel, category, place },
    ...{ summary, confidential, accountable },
  };
}

/** 加入: a second caller about the same matter. */
export const joinCase: CaseHandler<'JoinCase'> = (data, state) =>
  alreadyUsed(state, data.requester.requesterId) ?? [{ type: 'RequesterJoined', data }];

/** A note of the other system. Once: its words are sealed, so the same id is the same note. */
export const recordExternalNote: CaseHandler<'RecordExternalNote'> = (data, state) => {
  if (!state.imported) return refuse('CaseNotImported', { number: state.number });
  return state.noteIds.includes(data.noteId) ? [] : [{ type: 'ExternalNoteRecorded', data }];
};
