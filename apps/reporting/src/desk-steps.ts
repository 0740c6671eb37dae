import type { CaseCommandType, Category, JointResolution, Party, Rules } from '@threekeys/domain';
import {
  entryOf,
  hasHeard,
  isLocked,
  isTooEarly,
  reservedBy,
  sheetKeyOf,
  statusTable,
} from '@threekeys/domain';
import { awaitedParties, liveOrdersOf, untoldIn } from '@threekeys/read-models';
import type { CaseAssignment, CaseOrder, CaseRow } from '@threekeys/read-models';
import type { Desk } from './desk';
import type { Step } from './desk-step';
import { passingOn } from './passing-on';

type StepFinder = (row: CaseRow, desk: Desk) => Step | undefined;

const step = (...commands: readonly CaseCommandType[]): Step => ({ commands });

/** The parts somebody can have in a case, the nearest to the work first; before all, that somebody has it who can. */
const parts: readonly StepFinder[] = [passingOn, seatOf, orderOf, keyOf];

/**
 * What somebody may have to do with a case that lies on their desk, likeliest first. Whether they may, the permission table
 * says; of what they did themselves they neither check nor follow up (CASE, rule 6).
 */
export function stepsOf(row: CaseRow, desk: Desk): readonly Step[] {
  // What only has to be known stands behind what is to be done, where that is theirs.
  const isTheirTurn = row.turns.some((turn) => desk.names.includes(turn));
  const rest = isTheirTurn ? [stepInStatus, sheetOf] : [sheetOf, stepInStatus];
  const found = [...parts, ...rest].map((part) => part(row, desk));
  return found.flatMap((each) => (each === undefined ? [] : [within(each, row, desk)]));
}

const othersOnly: readonly CaseCommandType[] = ['CheckResult', 'RecordFollowUp'];
/** An attempt to reach a requester, once it is handled, counts as a follow-up. */
const othersOnlyIn: Partial<Record<CaseRow['status'], readonly CaseCommandType[]>> = {
  'awaiting-follow-up': [...othersOnly, 'RecordContact'],
};

function within({ commands, ...of }: Step, { status, doers }: CaseRow, { caller }: Desk): Step {
  const isDoer = [caller.id, caller.volunteerId].some((each) => each !== undefined && doers.includes(each));
  const table = statusTable[status].commands;
  const barred = isDoer ? (othersOnlyIn[status] ?? othersOnly) : [];
  return {
    ...of,
    commands: commands.filter((command) => command in table && !barred.includes(command)),
  };
}

/** Of a volunteer: to answer, to come, to report. */
function seatOf(row: CaseRow, { caller, ...desk }: Desk): Step | undefined {
  const isTheirs = ({ volunteerId }: { volunteerId: string }) => volunteerId === caller.volunteerId;
  for (const order of liveOrdersOf(row)) {
    const { workOrderId, offers, assigned } = order;
    const seat = assigned.findLast((each) => isTheirs(each) && seated.includes(each.status));
    if (seat) return { commands: seatSteps(seat, desk), workOrderId, offerId: seat.offerId };
    const offer = offers.find((each) => isTheirs(each) && each.status === 'offered');
    const answers = seatsLeft(order) > 0 ? step('AcceptOffer', 'DeclineOffer') : step('DeclineOffer');
    if (offer) return { ...answers, workOrderId, offerId: offer.offerId };
  }
  return undefined;
}

/** First answer takes the seat, until its booking is given back. */
function seatsLeft({ need, offers, assigned }: CaseOrder): number {
  const left = assigned.filter(({ status }) => gone.includes(status));
  const taken = offers.filter(
    ({ offerId, status }) => status === 'accepted' && !left.some((each) => each.offerId === offerId),
  );
  return (need?.seats ?? 0) - taken.length;
}

const seated: readonly CaseAssignment['status'][] = ['assigned', 'checked-in'];
const gone: readonly CaseAssignment['status'][] = ['done', 'released', 'no-show'];

/** Nobody is there days before they are awaited. */
function seatSteps(
  { status, window }: CaseAssignment,
  { now, rules: { policy } }: Pick<Desk, 'now' | 'rules'>,
): readonly CaseCommandType[] {
  if (status === 'checked-in') return ['ReportResult'];
  return isTooEarly(window, { now, policy }) ? [] : ['CheckInVolunteer'];
}

/** Of who has a work order: to take it, to begin, to report. */
function orderOf(row: CaseRow, { caller, rules }: Desk): Step | undefined {
  const order = liveOrdersOf(row).find(({ assignee }) => {
    if (assignee.kind === 'organisation')
      return caller.grants.some(({ scope }) => scope === assignee.organisation);
    return assignee.kind === 'post' && holds(caller, assignee);
  });
  if (!order) return undefined;
  const isDispute = order.part === 'lead' && categoryOf(row, rules)?.kind === 'dispute';
  const ends = isDispute ? settlement : (['ReportResult', 'ReportProgress'] as const);
  const commands = { ...orderSteps, handling: ends }[order.status as 'handling'];
  return { commands, workOrderId: order.workOrderId };
}

const settlement = ['RecordSettlement', 'RecordSettlementFailure'] as const;
const orderSteps: Readonly<Record<string, readonly CaseCommandType[]>> = {
  dispatched: ['AcknowledgeWorkOrder', 'ReturnWorkOrder'],
  acknowledged: ['StartHandling', 'ReportResult'],
};

function holds(
  { id, posts }: Desk['caller'],
  { post, person }: { readonly post: string; readonly person: string },
): boolean {
  return id === person || posts.some((held) => held.post === post);
}

/** Of who holds the key of a party, or stands in for it. */
function keyOf(row: CaseRow, { caller, rules, now }: Desk): Step | undefined {
  const { joint, compound, status } = row;
  if (!joint || status !== 'awaiting-keys') return undefined;
  const party = partiesAsked(row, rules).find(
    (each) => keyHolderOf(each, { joint, compound, rules, now }) === caller.id,
  );
  return party && { ...step('TurnKey', 'RefuseKey'), party };
}

/** Of who holds the key of a party that staff wrote down from a signed sheet: to object, where nobody signed it. */
function sheetOf({ joint, compound, status }: CaseRow, { caller, rules, now }: Desk): Step | undefined {
  const party = joint?.parties.find(
    (each) =>
      sheetKeyOf(each, { joint, status }) !== undefined &&
      keyHolderOf(each, { joint, compound, rules, now }) === caller.id,
  );
  return party && { ...step('TakeKeyBack'), party, because: 'sheet' };
}

/** The parties whose word is missing. What is reserved to all owners their committee has no word on (CASE, rule 4). */
export function partiesAsked({ joint, category }: CaseRow, rules: Rules): readonly Party[] {
  if (!joint) return [];
  const reserved = joint.plan && reservedBy(joint.plan, { category }, { rules }) !== undefined;
  return awaitedParties(joint).filter((party) => !(reserved && party === 'owners'));
}

/** Who holds a party's key now: the stand-in while one is in force, else whom the register of the compound names. */
export function keyHolderOf(
  party: Party,
  { joint, compound, rules, now }: { joint: JointResolution; compound: string } & Pick<Desk, 'rules' | 'now'>,
): string | undefined {
  const standIn = joint.standIns.find((each) => each.party === party && each.until > now);
  return standIn?.person ?? entryOf(rules.compounds, compound)?.parties[party]?.holder;
}

function categoryOf({ category }: Pick<CaseRow, 'category'>, { catalogue }: Rules): Category | undefined {
  return category === undefined ? undefined : entryOf(catalogue.categories, category);
}

const noStep: StepFinder = () => undefined;

/** Of who answers for the case, and of the dispatcher and the secretary on whose desk it lies. */
const stepInStatus: StepFinder = (row, desk) => inStatus[row.status](row, desk);

const inStatus: Readonly<Record<CaseRow['status'], StepFinder>> = {
  reported: () => step('AcceptCase', 'DeclineCase', 'AnswerDirectly'),
  accepted: () => step('FileCase'),
  filed: dispatchOrConvene,
  dispatched: exhausted,
  handling: exhausted,
  'awaiting-keys': resolution,
  referred: (row) => goesOnElsewhere(row, 'RecordReferralAnswer') ?? step('RecordReferralAnswer'),
  'awaiting-check': () => step('CheckResult'),
  'awaiting-follow-up': answerOrFollowUp,
  declined: answerOwed,
  closed: reopening,
  archived: reopening,
  merged: (row) => goesOnElsewhere(row, 'RecordContact'),
  withdrawn: noStep,
  void: noStep,
};

function dispatchOrConvene(row: CaseRow, { rules }: Desk): Step {
  const category = categoryOf(row, rules);
  if (row.category === undefined) return step('FileCase', 'ReferCase');
  const waits = category !== undefined && isLocked(category) && row.joint?.lock !== 'open';
  return waits ? step('ConveneJointResolution', 'ReferCase') : step('DispatchWorkOrder', 'ReferCase');
}

function exhausted(row: CaseRow): Step | undefined {
  const order = liveOrdersOf(row).find(({ nobodyFound }) => nobodyFound !== undefined);
  return order && { ...step('ReassignWorkOrder', 'OfferToVolunteer'), workOrderId: order.workOrderId };
}

function resolution(row: CaseRow, { rules }: Desk): Step | undefined {
  const { joint, category } = row;
  if (!joint) return undefined;
  const isReserved = joint.plan && reservedBy(joint.plan, { category }, { rules }) !== undefined;
  const ended = joint.attempts >= rules.policy.jointResolution.attemptsMin;
  const end = ended ? (['EndJointResolution'] as const) : [];
  if (joint.refusals.length > 0) return step('ProposePlan', ...end);
  return planStep(joint.plan, isReserved) ?? lateKey(joint, partiesAsked(row, rules), end);
}

function planStep(plan: JointResolution['plan'], isReserved = false): Step | undefined {
  if (!plan || plan.assembly === 'rejected') return step('ProposePlan');
  if (plan.assembly === 'awaited') return step('RecordAssemblyDecision');
  return plan.assembly === undefined && isReserved ? step('ReferToOwnersAssembly') : undefined;
}

function lateKey(
  { clocks }: JointResolution,
  awaited: readonly Party[],
  end: readonly CaseCommandType[],
): Step | undefined {
  const late = clocks.find(({ party, overdue }) => overdue && awaited.includes(party));
  return late && { ...step('AppointStandIn', ...end), party: late.party };
}

function answerOwed({ requesters }: CaseRow): Step | undefined {
  const owed = requesters.find(({ answered, withdrawn }) => !answered && !withdrawn);
  return owed && { ...step('AnswerRequester', 'RecordContact'), requesterId: owed.requesterId };
}

/** Whoever reported it is told where it goes on (CASE, rule 7), before all. */
function goesOnElsewhere({ requesters }: CaseRow, then: CaseCommandType): Step | undefined {
  const owed = untoldIn(requesters);
  return owed && { ...step('AnswerRequester', then), requesterId: owed.requesterId };
}

function answerOrFollowUp(row: CaseRow): Step | undefined {
  const asked = row.requesters.find((each) => !each.withdrawn && !hasHeard(each));
  const owed = answerOwed(row);
  if (owed) return owed;
  return asked
    ? { ...step('RecordFollowUp', 'RecordContact'), requesterId: asked.requesterId }
    : step('CloseCase');
}

function reopening({ reopeningRequestIds }: CaseRow): Step | undefined {
  return reopeningRequestIds.length === 0 ? undefined : step('GrantReopening', 'RefuseReopening');
}
