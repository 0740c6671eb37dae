import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import { unlessKnownPlace } from '../places';
import { accountableFor } from '../routing';
import { requesterOf } from './answers';
import type { CaseEvent, CaseEventOf } from './case.events';
import type { CaseHandler, DataOf } from './case.handler';
import type { CaseRequester, Order, ReportedCase } from './case.state';
import { keptOutMax, type Place } from './case.values';
import { later, unlessGround } from './clocks';
import { fitFor } from './impartiality';
import { jointOf } from './key-holders';
import { currentRound, holdsSeat, isOpen, liveOrders } from './openings';
import { reclassified } from './reclassification';
import { identityAmended, isNothing } from './requester-identity';
import { vacated } from './seats';
import { alreadyUsed } from './used-ids';

type Amended = CaseEventOf<'ReportAmended'>['data'];
/** Of the matter, not of whoever reported it. */
type Fields = Omit<DataOf<'AmendReport'>['fields'], 'requester'>;

/**
 * 更正: an earlier fact is never written over; what corrects it names it. Whom it shuts out answers for the case no longer. Of a
 * case that has ended only who reported it is corrected: they still follow it, and may ask for it again.
 */
export const amendReport: CaseHandler<'AmendReport'> = ({ known, alike = [], ...data }, state, context) => {
  const requester = known === false ? refuse('EventUnknown', { id: data.supersedes }) : ofWhom(data, state);
  if ('refused' in requester) return requester;
  const { requester: said, ...others } = data.fields;
  const refusal = unlessMovable(others, state, context);
  if (refusal) return refusal;
  const identity = identityAmended(said, requester);
  if ('refused' in identity) return identity;
  const classified = reclassified(others, state, context.rules);
  if ('refused' in classified) return classified;
  const amended = { ...data, ...classified, fields: others, ...aboutRespondent(others, state) };
  const passed = passedOn(amended.fields, state, context);
  const stay = passed.length === 0 ? [state.accountable.person] : [];
  const isFit = fitFor({ respondent: amended.fields.respondent }, context);
  const hands = [...stay, ...liveOrders(state).flatMap(handsOf)].filter((each) => !isFit(each));
  const named = namingThem(amended.fields, [...hands, ...alike]);
  const fields = { ...named, ...classified.fields, ...identity };
  return [{ type: 'ReportAmended', data: { ...amended, fields } }, ...passed];
};

/** The requester whom a correction names, or why it is none. */
function ofWhom(
  { amendmentId, requesterId, fields: { requester: said, ...others } }: DataOf<'AmendReport'>,
  state: ReportedCase,
): CaseRequester | Refusal {
  const isOfMatter = Object.keys(others).length > 0;
  if (!isOfMatter && isNothing(said)) return refuse('NothingToAmend');
  if (isOfMatter && !isOpen(state)) return refuse('OnlyWhoReported', { number: state.number });
  const requester = requesterOf(state, requesterId);
  return 'refused' in requester ? requester : (alreadyUsed(state, amendmentId) ?? requester);
}

/**
 * Who acts for the respondent's organisation is known by their grants, and a volunteer who is the respondent by their phone;
 * whose hands the case is in is named, so that everybody who reads the correction knows it.
 */
function namingThem(fields: Fields, people: readonly string[]): Fields {
  const { respondent } = fields;
  if (!respondent) return fields;
  const { keptOut = [] } = respondent;
  const unnamed = people.filter((each) => !keptOut.includes(each));
  if (unnamed.length === 0) return fields;
  const named = [...new Set([...keptOut, ...unnamed])].slice(0, keptOutMax);
  return { ...fields, respondent: { ...respondent, keptOut: named } };
}

/** Who has an order, or a seat of it. */
function handsOf({ assignee, offers }: Order): string[] {
  if (assignee.kind === 'post') return [assignee.person];
  return offers
    .filter(holdsSeat)
    .flatMap(({ volunteerId, account }) => (account === undefined ? [volunteerId] : [volunteerId, account]));
}

function unlessMovable(
  { place }: Fields,
  state: ReportedCase,
  { rules }: DecisionContext,
): Refusal | undefined {
  return place && (unlessKnownPlace(place, rules) ?? unlessUnderLock(place, state));
}

/** Whose keys a lock has, its compound says: it is not moved from under them. */
function unlessUnderLock({ compound }: Place, state: ReportedCase): Refusal | undefined {
  const isOn = !('refused' in jointOf(state));
  return isOn && compound !== state.place.compound
    ? refuse('PlaceUnderLock', { compound: state.place.compound })
    : undefined;
}

/**
 * What a correction of the same respondent leaves out stays: who is kept out is let in by a list that leaves them out, never
 * by silence. Somebody else begins anew, and nobody has agreed to be named to them.
 */
function aboutRespondent(
  fields: Fields,
  { respondent: before }: ReportedCase,
): Partial<Pick<Amended, 'phoneStays' | 'anotherRespondent'>> & { readonly fields?: Fields } {
  const { respondent } = fields;
  if (!respondent) return {};
  if (respondent.respondentId !== before?.respondentId) return { anotherRespondent: true };
  const { organisation = before.organisation, keptOut = before.keptOut } = respondent;
  const phoneStays = respondent.phone === undefined && before.phone !== undefined;
  return {
    fields: { ...fields, respondent: { ...respondent, organisation, keptOut } },
    ...(phoneStays ? { phoneStays } : {}),
  };
}

/** To whoever corrects it, else to whom a report by them would go; where nobody is left, it stays by name for people to pass on. */
function passedOn(
  { respondent }: Fields,
  { accountable: from }: ReportedCase,
  context: DecisionContext,
): CaseEvent[] {
  const isFit = fitFor({ respondent }, context);
  if (!respondent || isFit(from.person)) return [];
  const to = accountableFor(context.by, context.rules, isFit);
  if (to === 'no-holder') return [];
  return [{ type: 'AccountabilityTransferred', data: { from, to, reason: 'conflict-of-interest' } }];
}

/** 作废: what never was a case. One asks for it, a second person makes it so on the same ground (CASE, rule 12). */
export const voidCase: CaseHandler<'VoidCase'> = ({ ground, words }, state, { by, rules }) => {
  const { begun, voidProposed } = state;
  const refusal = begun
    ? refuse('HandlingHasBegun', { number: state.number })
    : unlessGround(ground, rules.policy.grounds.void);
  if (refusal) return refusal;
  if (voidProposed?.ground !== ground) return [{ type: 'VoidProposed', data: { ground, by: by.id, words } }];
  if (voidProposed.by === by.id) return refuse('SecondPersonNeeded', { ground });
  const { round } = currentRound(state);
  return [
    ...liveOrders(state).flatMap((order) => vacated(order, round, 'case-void')),
    { type: 'CaseVoided', data: { round, ground, first: voidProposed.by, second: by.id, words } },
  ];
};

const dayMs = 86_400_000;

/** 归档: after the term in which a requester reopens it at once. */
export const archiveCase: CaseHandler<'ArchiveCase'> = (_data, state, { now, rules }) => {
  const { endedAt, reopeningRequests } = state;
  const until = endedAt && later(endedAt, rules.policy.reopeningTermDays * dayMs);
  if (until !== undefined && now <= until) return refuse('StillReopenable', { until });
  const [waiting] = reopeningRequests;
  if (waiting) return refuse('ReopeningAlreadyAsked', { requestId: waiting.requestId });
  return [{ type: 'CaseArchived', data: { round: currentRound(state).round } }];
};
