import type { DecisionContext } from '../decider';
import { refuse, type Refusal } from '../refusals';
import { requesterOf } from './answers';
import { mediates } from './assignees';
import type { CaseHandler } from './case.handler';
import type { Order, ReportedCase } from './case.state';
import { categoryOf } from './categories';
import { handled } from './check';
import { unlessGround, withoutPolicy } from './clocks';
import { holdersOf } from './handling';
import { unlessImpartial } from './impartiality';
import { currentRound } from './openings';
import { liveOrderOf } from './orders';
import { alreadyUsed } from './used-ids';

interface Mediated {
  readonly workOrderId: string;
  readonly settlementId: string;
  readonly mediator?: string | undefined;
}

/** The order under which two sides were brought together, or why this is no settlement of it. */
function mediatedOrder(data: Mediated, state: ReportedCase, context: DecisionContext): Order | Refusal {
  const category = categoryOf(state, context.rules);
  if (category?.kind !== 'dispute') return refuse('NotADispute', { category: state.category ?? '' });
  const order = liveOrderOf(state, data.workOrderId);
  if ('refused' in order) return order;
  if (order.part !== 'lead') return refuse('NotTheLeadOrder', { workOrderId: data.workOrderId });
  return unlessMediates(data, state, context) ?? unlessMediator(order, data, context) ?? order;
}

/** Who brought the sides together: who holds the order, or mediates here by post or role. */
function unlessMediator(order: Order, { mediator }: Mediated, context: DecisionContext): Refusal | undefined {
  const person = mediator ?? context.by.id;
  const isTheirs = holdersOf(order, context.rules).includes(person) || mediates(person, context);
  return isTheirs ? undefined : refuse('NotTheMediator', { person });
}

function unlessMediates(
  { settlementId, mediator }: Mediated,
  state: ReportedCase,
  context: DecisionContext,
): Refusal | undefined {
  const { by, rules } = context;
  return (
    withoutPolicy(rules) ??
    alreadyUsed(state, settlementId) ??
    unlessImpartial([mediator ?? by.id], state, context)
  );
}

/** Who mediated, and whoever held the post of the order then and now. */
function doneBy(order: Order, data: Mediated, { by, rules }: DecisionContext) {
  const mediator = data.mediator ?? by.id;
  return { mediator, doneBy: [...new Set([mediator, ...holdersOf(order, rules)])] };
}

/** 调解成功: result and check in one (CASE, rule 5). */
export const recordSettlement: CaseHandler<'RecordSettlement'> = (data, state, context) => {
  const order = mediatedOrder(data, state, context);
  if ('refused' in order) return order;
  for (const requesterId of data.requesterIds) {
    const requester = requesterOf(state, requesterId);
    if ('refused' in requester) return requester;
  }
  const { round } = currentRound(state);
  const respondentId = state.respondent?.respondentId;
  const settled = { round, ...data, respondentId, ...doneBy(order, data, context) };
  return [{ type: 'SettlementRecorded', data: settled }, ...handled(state, context)];
};

/** 调解不成: an end, too, once both sides know what else they can do. */
export const recordSettlementFailure: CaseHandler<'RecordSettlementFailure'> = (data, state, context) => {
  const order = mediatedOrder(data, state, context);
  if ('refused' in order) return order;
  const { rightsExplained, ...rest } = data;
  if (!rightsExplained) return refuse('RightsNotExplained');
  const refusal = unlessGround(data.reason, context.rules.policy.grounds.settlementFailure);
  if (refusal) return refusal;
  const { round } = currentRound(state);
  const failed = { round, ...rest, rightsExplained, ...doneBy(order, data, context) };
  return [{ type: 'SettlementFailed', data: failed }, ...handled(state, context)];
};

/** 同意告知: without it the other side never hears who reported. */
export const consentToDisclosure: CaseHandler<'ConsentToDisclosure'> = (data, state) => {
  const requester = requesterOf(state, data.requesterId);
  if ('refused' in requester) return requester;
  return requester.disclosure ? [] : [{ type: 'DisclosureConsented', data }];
};
