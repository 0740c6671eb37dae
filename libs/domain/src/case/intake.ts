import type { DecisionContext } from '../decider';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { Urgency } from '../values';
import type { CaseDecision, CaseHandler, DataOf } from './case.handler';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { ReportedCase } from './case.state';
import { categoryOf, moreUrgent, unlessCategory, unlessOrdinary } from './categories';
import { archiveAtOf, deadlineOf, unlessGround, withoutPolicy } from './clocks';
import { activeRequesters, currentRound } from './openings';
import type { Deadline } from './case.values';
import { endOfWithdrawn } from './withdrawal';

/**
 * 受理. Urgency left out: as reported, or the category's where that is higher. A matter from which everybody has withdrawn
 * ends as soon as its category says that it is no public hazard.
 */
export const acceptCase: CaseHandler<'AcceptCase'> = (data, state, { now, rules }) => {
  const refusal = withoutPolicy(rules) ?? unlessCategory(data.category, rules);
  if (refusal) return refusal;
  const { category } = data;
  const usual = categoryOf({ category }, rules)?.urgency ?? state.urgency;
  const urgency = data.urgency ?? moreUrgent(state.urgency, usual);
  const deadlines = clocksOfAccepted(urgency, state, { now, rules });
  return [
    { type: 'CaseAccepted', data: { category, urgency, deadlines, policyVersion: rules.policy.version } },
    ...endOfWithdrawn({ ...state, category }, { now, rules }),
  ];
};

/** Another urgency moves the end of the dispatch clock, never its start; an imported case begins to run here. */
function clocksOfAccepted(
  urgency: Urgency,
  state: ReportedCase,
  { now, rules }: Pick<DecisionContext, 'now' | 'rules'>,
): Deadline[] {
  const running = state.deadlines.find(({ name }) => name === 'dispatch');
  if (running && urgency === state.urgency) return [];
  return [deadlineOf('dispatch', { startedAt: running?.startedAt ?? now, urgency }, rules)];
}

/** 不予受理, on a ground of the policy. An answer is owed to every requester. */
export const declineCase: CaseHandler<'DeclineCase'> = (data, _state, { rules }) =>
  unlessGround(data.ground, rules.policy.grounds.decline) ?? [{ type: 'CaseDeclined', data }];

/** 直接答复: a question, answered at once. Everybody who asked hears it. */
export const answerDirectly: CaseHandler<'AnswerDirectly'> = (data, state, { now, rules }) => {
  const category = data.category ?? state.category;
  if (category === undefined) return refuse('CategoryMissing');
  const refusal = unlessCategory(category, rules);
  if (refusal) return refusal;
  if (categoryOf({ category }, rules)?.kind !== 'question') return refuse('NotAQuestion', { category });
  const notShort = unlessShort(category, state, rules);
  if (notShort) return notShort;
  const { round } = currentRound(state);
  const archiveAt = archiveAtOf(now, rules);
  return [
    { type: 'CaseAnswered', data: { round, category, archiveAt } },
    ...answersToAll(state, 'answer', data),
  ];
};

/** 当场办结: small things, fixed by whoever found them. The policy's share of them goes to a check instead of closing. */
export const recordHandledOnSpot: CaseHandler<'RecordHandledOnSpot'> = (data, state, { now, by, rules }) => {
  const { category, words, check = false } = data;
  const refusal = unlessCategory(category, rules) ?? unlessShort(category, state, rules);
  if (refusal) return refusal;
  const { round } = currentRound(state);
  const archiveAt = check ? undefined : archiveAtOf(now, rules);
  return [
    { type: 'CaseHandledOnSpot', data: { round, category, check, by: by.id, words, archiveAt } },
    ...answersToAll(state, 'on-the-spot', data),
  ];
};

/**
 * CASE, rule 1: no short way for sensitive, three-key and dispute matters. A guess at the report may be wrong; what was
 * accepted as such a matter stays one, whatever the short way calls it.
 */
function unlessShort(
  category: string,
  state: ReportedCase,
  rules: DecisionContext['rules'],
): Refusal | undefined {
  return (
    unlessSmall({ category }, rules) ?? (state.status === 'accepted' ? unlessSmall(state, rules) : undefined)
  );
}

function unlessSmall(
  of: Pick<ReportedCase, 'category'>,
  rules: DecisionContext['rules'],
): Refusal | undefined {
  const category = categoryOf(of, rules);
  if (category === undefined) return undefined;
  const refusal = unlessOrdinary(category);
  if (refusal) return refusal;
  const needsLead = category.sensitive || category.certifiedLead;
  return needsLead ? refuse('SensitiveNotOnTheSpot', { category: category.category }) : undefined;
}

/** A short way is taken once in a case, so each requester's own id names the answer they got by it. */
function answersToAll(
  state: ReportedCase,
  subjectOf: CaseEventOf<'RequesterAnswered'>['data']['subjectOf'],
  { channel, words }: Pick<DataOf<'AnswerDirectly'>, 'channel' | 'words'>,
): CaseEvent[] {
  return activeRequesters(state).map(({ requesterId }) => ({
    type: 'RequesterAnswered',
    data: { requesterId, answerId: requesterId, subjectOf, channel, words },
  }));
}

/** 立案: the unit whose work it is. Again after a return or a reopening, where another unit takes it. */
export const fileCase: CaseHandler<'FileCase'> = (data, state, { now, rules }) => {
  const refusal = withoutPolicy(rules) ?? unlessUnit(data, rules) ?? unlessCategoryFits(data, state, rules);
  if (refusal) return refusal;
  const { level, unit, category } = data;
  const deadlines = dispatchClock(state, now, rules);
  if (isFiledSo(data, state) && deadlines.length === 0) return [];
  return filed({ round: currentRound(state).round, level, unit, category, deadlines }, rules);
};

function filed(
  data: Omit<CaseEventOf<'CaseFiled'>['data'], 'policyVersion' | 'catalogueVersion'>,
  { policy, catalogue }: DecisionContext['rules'],
): CaseDecision {
  const versions = { policyVersion: policy.version, catalogueVersion: catalogue.version };
  return [{ type: 'CaseFiled', data: { ...data, ...versions } }];
}

function isFiledSo({ level, unit, category }: DataOf<'FileCase'>, state: ReportedCase): boolean {
  const settled = category === undefined || category === state.category;
  return state.status === 'filed' && settled && state.level === level && state.unit === unit;
}

/** Where a case waits for its first order without a clock (a check sent it back from the spot), the clock starts here. */
function dispatchClock(state: ReportedCase, now: string, rules: DecisionContext['rules']): Deadline[] {
  const runs = state.deadlines.some(({ name }) => name === 'dispatch' || name === 'handling');
  return runs ? [] : [deadlineOf('dispatch', { startedAt: now, urgency: state.urgency }, rules)];
}

function unlessUnit(
  { unit, level }: DataOf<'FileCase'>,
  { organisation }: DecisionContext['rules'],
): Refusal | undefined {
  const known = entryOf(organisation.units, unit);
  if (!known) return refuse('UnitUnknown', { unit });
  if (known.closed) return refuse('UnitIsClosed', { unit });
  return known.level === level ? undefined : refuse('UnitOfOtherLevel', { unit, level });
}

function unlessCategoryFits(
  { category }: DataOf<'FileCase'>,
  state: ReportedCase,
  rules: DecisionContext['rules'],
): Refusal | undefined {
  if (category === undefined) return state.category === undefined ? refuse('CategoryMissing') : undefined;
  if (state.category === undefined) return unlessCategory(category, rules);
  return category === state.category ? undefined : refuse('CategoryAlreadySet', { category: state.category });
}
