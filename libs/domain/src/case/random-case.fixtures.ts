import type { Actor } from '../actor';
import type { Decider, DecisionContext } from '../decider';
import { isRefusal, type Refusal } from '../refusals';
import { allowedCommands } from './allowed-commands';
import { caseCommands, type CaseCommand, type CaseCommandOf, type CaseCommandType } from './case.commands';
import type { CaseEvent } from './case.events';
import * as a from './case.fixtures';
import type { Case, JointResolution, Offer, Order, ReportedCase } from './case.state';
import { Party, type WorkOrder } from './case.values';
import { later } from './clocks';
import { mayBeTakenBack } from './key-holders';
import { currentRound, isOpen, liveLeadOrder, liveOrders } from './openings';

/** One command of a random history, what came of it, and the case before and after. */
export interface Transition {
  readonly before: Case;
  readonly command: CaseCommand;
  readonly context: DecisionContext;
  readonly result: readonly CaseEvent[] | Refusal | Error;
  readonly after: Case;
}

export type CaseDecider = Decider<Case, CaseCommand, CaseEvent>;

/**
 * Plays a tape of numbers: each is one command, chosen by it and by the case as it then is, so that histories get
 * somewhere and a shorter tape is a shorter history. The case is folded from sealed events, as a store would give them.
 */
export function play(decider: CaseDecider, tape: readonly number[]): Transition[] {
  const transitions: Transition[] = [];
  let state = decider.initialState;
  let now = a.theStart;
  for (const number of tape) {
    const transition = step(decider, state, { now, dice: diceOf(number) });
    transitions.push(transition);
    state = transition.after;
    ({ now } = transition.context);
    if (transition.result instanceof Error) break;
  }
  return transitions;
}

function step(decider: CaseDecider, before: Case, { now, dice }: { now: string; dice: Dice }): Transition {
  const { command, at } = choose(before, now, dice);
  const occurredAt = dice.backdated(at);
  const context = { now: at, occurredAt, by: actorFor(command, dice), rules: a.caseRules };
  try {
    const result = decider.decide(command, before, context);
    const events = isRefusal(result) ? [] : result;
    const recorded = { recordedAt: at, occurredAt, by: context.by };
    const after = events.reduce(
      (state, event) => decider.evolve(state, sealed(event), { ...recorded, leafHash: a.leafHashOf(event) }),
      before,
    );
    return { before, command, context, result, after: frozen(after) };
  } catch (error) {
    return { before, command, context, result: error as Error, after: before };
  }
}

const mark = '§';
const isPersonal = (text: string): boolean => text.startsWith(mark) || /^1380000[0-9]{4}$/.test(text);

/** As the store gives it back: personal values opaque, absent members absent. By hand: JSON takes three times as long. */
export function sealed<T>(value: T): T {
  if (typeof value === 'string' && isPersonal(value))
    return { $pii: { kid: 'k', ct: 'c' }, $at: 'e#/p' } as unknown as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sealed) as unknown as T;
  const copy: Record<string, unknown> = {};
  for (const name in value) if (value[name] !== undefined) copy[name] = sealed(value[name]);
  return copy as T;
}

/** Whoever writes into what was given to be read throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const name in value) frozen(value[name]);
  return Object.freeze(value);
}

class Dice {
  constructor(private seed: number) {}

  /** Once in a while something is told of an hour ago, or of long ago. Moves no other throw. */
  backdated(at: string): string {
    const hoursAgo = [1, 10_000][Math.abs(this.seed) % 60];
    return hoursAgo === undefined ? at : later(at, -hoursAgo * 3_600_000);
  }

  /** Mulberry32 (Tommy Ettinger, public domain): [0, 1). */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  under(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(percent: number): boolean {
    return this.next() * 100 < percent;
  }

  one<T>(of: readonly T[]): T {
    return of[this.under(of.length)]!;
  }

  oneOr<T>(of: readonly T[], otherwise: T): T {
    return of.length === 0 || this.chance(4) ? otherwise : this.one(of);
  }

  weighted<T>(of: readonly (readonly [T, number])[]): T {
    let left = this.next() * of.reduce((sum, [, weight]) => sum + weight, 0);
    return (of.find(([, weight]) => (left -= weight) < 0) ?? of[0]!)[0];
  }

  freshId(): string {
    return a.id(0x1000_0000 + this.under(0xffff_ffff));
  }
}

const diceOf = (number: number): Dice => new Dice(number);

const minuteMs = 60_000;

interface Choice {
  readonly command: CaseCommand;
  readonly at: string;
}

const every = Object.keys(caseCommands) as CaseCommandType[];

/** What brings a case on is chosen more often than what merely can be done. */
const weights: Partial<Record<CaseCommandType, number>> = {
  ReportCase: 7,
  ImportCase: 1,
  JoinCase: 1,
  AcceptCase: 12,
  FileCase: 6,
  AcknowledgeWorkOrder: 10,
  OfferToVolunteer: 20,
  AcceptOffer: 24,
  AssignVolunteer: 24,
  CheckInVolunteer: 10,
  ReleaseVolunteer: 4,
  ReturnWorkOrder: 4,
  RecordNoShow: 4,
  ReportResult: 14,
  CheckResult: 24,
  RecordFollowUp: 18,
  CloseCase: 16,
  RequestReopening: 12,
  GrantReopening: 12,
  RefuseReopening: 4,
  WithdrawRequest: 0.5,
  DeclineCase: 1.5,
  AnswerDirectly: 1,
  ReportVolunteersExhausted: 1,
  TransferAccountability: 1,
  RecordExternalNote: 1,
  ReportProgress: 1,
  VerifyFacts: 0.6,
  DetermineResponsibility: 0.6,
  TakeSafetyMeasure: 1,
  EscalateCase: 1,
  AmendReport: 0.6,
  VoidCase: 0.7,
  ArchiveCase: 6,
  MergeCase: 0.7,
  ReferCase: 1.6,
  RecordReferralAnswer: 14,
  ConsentToDisclosure: 0.5,
};

const ofOffers: ReadonlySet<CaseCommandType> = new Set(['AssignVolunteer', 'WithdrawOffer', 'DeclineOffer']);

/** Towards the lock and, once it is open, now and then back from it. */
const inResolution: Partial<Record<CaseCommandType, number>> = {
  ProposePlan: 6,
  TurnKey: 60,
  RefuseKey: 8,
  TakeKeyBack: 4,
  AppointStandIn: 8,
  ReferToOwnersAssembly: 24,
  RecordAssemblyDecision: 30,
  EndJointResolution: 2,
  RecordKeyOverdue: 4,
};

function resolutionWeight(type: CaseCommandType, state: ReportedCase): number | undefined {
  if (type === 'ConveneJointResolution') return isThreeKeys(state) ? 40 : 2;
  const weight = inResolution[type];
  if (weight === undefined) return undefined;
  const { joint } = currentRound(state);
  if (type === 'ProposePlan' && joint?.plan === undefined) return 60;
  if (type === 'ProposePlan' && state.status === 'dispatched' && joint?.plan?.assembly) return 50;
  if (type === 'EndJointResolution') return (joint?.attempts ?? 0) > 1 ? 70 : 2;
  if (type === 'ProposePlan' && joint?.plan?.assembly === 'rejected') return 60;
  if (type === 'TakeKeyBack' && state.status === 'awaiting-check') return 20;
  if (type === 'TakeKeyBack' && state.status === 'awaiting-follow-up') return 90;
  if (joint?.interrupted && state.status === 'awaiting-keys') return afterObjection(type, joint) ?? weight;
  return state.status === 'awaiting-keys' ? weight : 2;
}

/** Now and then all owners have the last word on another plan. */
function afterObjection(type: CaseCommandType, { plan, keys }: JointResolution): number | undefined {
  const isTheirs = plan?.source === 'maintenance-fund';
  const byStage: Partial<Record<CaseCommandType, number>> =
    plan?.assembly === 'awaited'
      ? { TurnKey: keys.length < 2 ? 300 : 2, RecordAssemblyDecision: keys.length < 2 ? 2 : 300 }
      : { ProposePlan: isTheirs ? 2 : 120, ReferToOwnersAssembly: isTheirs ? 300 : 2 };
  return byStage[type];
}

const isDispute = ({ category: of }: ReportedCase): boolean => of === 'parking' || of === 'noise';
const isThreeKeys = ({ category: of }: ReportedCase): boolean => of === 'wall-plaster' || of === 'outer-wall';

function weightOf(type: CaseCommandType, state: Case): number {
  if (state.status === 'unreported') return weights[type] ?? 1;
  const ofResolution = resolutionWeight(type, state);
  if (ofResolution !== undefined) return ofResolution;
  if (state.status === 'awaiting-keys' && ofOffers.has(type)) return 25;
  if (state.status === 'awaiting-keys') return Math.min(2, weights[type] ?? 1);
  if (type === 'DispatchWorkOrder') return dispatchWeight(state);
  if (type === 'VoidCase' && state.voidProposed) return 3;
  if (type === 'RecordSettlement' || type === 'RecordSettlementFailure') return isDispute(state) ? 14 : 0.3;
  if (type === 'DeclineOffer' && ['filed', 'awaiting-check'].includes(state.status)) return 16;
  if (type === 'AnswerRequester') return state.requesters.some(isWaiting) && isToldNow(state) ? 18 : 1;
  if (type === 'RecordContact') return state.status === 'awaiting-follow-up' ? 6 : 1;
  return weights[type] ?? 2;
}

/** A supporting order that outlives its lead is rare: time is left to work on it. */
function dispatchWeight(state: ReportedCase): number {
  if (liveLeadOrder(state)) return 2;
  return liveOrders(state).length > 0 ? 3 : 16;
}

const isWaiting = ({ answered, withdrawn }: ReportedCase['requesters'][number]): boolean =>
  answered === undefined && !withdrawn;

const isToldNow = ({ status }: ReportedCase): boolean =>
  status === 'awaiting-follow-up' || status === 'declined' || status === 'merged';

function choose(state: Case, now: string, dice: Dice): Choice {
  const type = typeFor(state, dice);
  const at = later(now, waitFor(state, dice));
  const command = { type, data: builders[type](dice, known(state), at) } as CaseCommand;
  return { command, at: whenFor(command, state, { at, dice }) };
}

function typeFor(state: Case, dice: Dice): CaseCommandType {
  if (state.status === 'unreported' && dice.chance(55)) return dice.one(every);
  if (state.status !== 'unreported' && state.imported && dice.chance(4)) return 'ImportCase';
  if (state.status !== 'unreported' && dice.chance(state.status === 'referred' ? 16 : 5))
    return dice.one(late);
  const allowed = allowedCommands(state);
  if (allowed.length === 0 || dice.chance(10)) return dice.one(every);
  return dice.weighted(allowed.map((type) => [type, weightOf(type, state)] as const));
}

/** What sagas and timers send comes when it comes, whatever has become of the case. */
const late = [
  ...(['ExpireOffer', 'WithdrawOffer', 'AssignVolunteer', 'RecordNoShow'] as const),
  ...(['ReportVolunteersExhausted', 'WarnDeadline', 'BreachDeadline'] as const),
];

/** Minutes while somebody is asked, hours else, days now and then, months when it is over. */
function waitFor(state: Case, dice: Dice): number {
  const asked =
    state.status !== 'unreported' &&
    liveOrders(state).some(({ offers }) => offers.some(({ status }) => status === 'open'));
  if (state.status === 'closed' && dice.chance(15)) return dice.under(60 * 1440) * minuteMs;
  const [days, hoursLong] = asked ? [1, 10] : [12, 40];
  if (dice.chance(days)) return dice.under(4 * 1440) * minuteMs;
  return dice.under(dice.chance(hoursLong) ? 1800 : 12) * minuteMs;
}

/** Timers come when they are due, mostly. */
function whenFor(command: CaseCommand, state: Case, { at, dice }: { at: string; dice: Dice }): string {
  if (dice.chance(15) || state.status === 'unreported') return at;
  const due = dueAtOf(command, state);
  return due !== undefined && due > at ? due : at;
}

function dueAtOf({ type, data }: CaseCommand, state: ReportedCase): string | undefined {
  if (type === 'BreachDeadline' || type === 'RecordKeyOverdue') return data.dueAt;
  if (type === 'WarnDeadline') return state.deadlines.find(({ dueAt }) => dueAt === data.dueAt)?.warnAt;
  if (type === 'ExpireOffer' || type === 'RecordNoShow') {
    const offer = offersOf(state).find(([, { offerId }]) => offerId === data.offerId)?.[1];
    return type === 'ExpireOffer' ? offer?.expiresAt : offer?.window.from;
  }
  return undefined;
}

const staff = [a.clerk, a.dispatcher, a.gridWorker, a.socialWorker, a.mediator];
const holders: readonly Actor[] = [a.keyHolder('branch'), a.keyHolder('property')];
const everybody: readonly Actor[] = [
  ...staff,
  ...[a.companyHandler, a.companyAuditor, a.electrician, a.resident, a.timers, a.dispatchService],
];

function actorFor({ type, data }: CaseCommand, dice: Dice): Actor {
  if (type === 'TurnKey' || type === 'RefuseKey' || type === 'TakeKeyBack')
    return dice.chance(60) ? { id: data.holder, role: 'key-holder' } : dice.one([...staff, ...holders]);
  if (type === 'AcceptOffer' || type === 'CheckInVolunteer')
    return dice.chance(60) ? a.electrician : dice.one(staff);
  return dice.chance(60) ? dice.one(staff) : dice.one(everybody);
}

/** What a command may name: of the case as it is, or made up where there is none. */
const known = (state: Case): ReportedCase | undefined => (state.status === 'unreported' ? undefined : state);

type Builders = {
  readonly [T in CaseCommandType]: (
    dice: Dice,
    state: ReportedCase | undefined,
    now: string,
  ) => CaseCommandOf<T>['data'];
};

const w = (text: string): string => mark + text;
const unknown = a.id(999);
const ground = (dice: Dice, of: readonly string[]): string => dice.oneOr(of, 'no-such-ground');
const { grounds } = a.caseRules.policy;

function newId(dice: Dice, state: ReportedCase | undefined): string {
  return state && dice.chance(4) ? dice.one(state.usedIds) : dice.freshId();
}

const phoneOf = (dice: Dice): string => `1380000${String(1000 + dice.under(9000))}`;

function requester(dice: Dice, state: ReportedCase | undefined) {
  const subject = { subjectId: dice.freshId(), name: w('名'), phone: phoneOf(dice) };
  const isProxy = dice.chance(20);
  return {
    requesterId: newId(dice, state),
    relation: isProxy ? ('proxy' as const) : ('self' as const),
    ...(dice.chance(25) ? {} : { subject }),
    ...(isProxy ? { proxy: { subjectId: dice.freshId(), name: w('代') } } : {}),
    confidential: dice.chance(20),
    trackingCode: w('TRACK'),
  };
}

const usualCategories = [
  ...[
    'lighting',
    'lighting',
    'lighting',
    'water-leak',
    'handrail',
    'lift',
    'smoke-alarm',
    'property-service',
  ],
  ...[
    'errand',
    'other',
    'question',
    'distress',
    'wall-plaster',
    'wall-plaster',
    'wall-plaster',
    'outer-wall',
    'outer-wall',
    'parking',
    'noise',
  ],
];
const category = (dice: Dice): string =>
  dice.chance(92) ? dice.one(usualCategories) : dice.one(['street-lamp', 'no-such-thing']);

const urgency = (dice: Dice) => dice.one(['normal', 'soon', 'urgent'] as const);

const identity = (dice: Dice) =>
  dice.one([
    { subject: { phone: phoneOf(dice) } },
    { subject: { name: w('名字'), phone: phoneOf(dice) }, callBack: true },
    { proxy: { name: w('代报') } },
    { subject: {} },
  ]);

const corrections = (dice: Dice) =>
  dice.one([
    {},
    { confidential: true },
    { summary: w('是东门') },
    { place: { compound: 'spring', building: dice.chance(70) ? 'b2' : 'b77' } },
    { category: category(dice), ...(dice.chance(40) ? { urgency: urgency(dice) } : {}) },
    { urgency: urgency(dice) },
    { requester: identity(dice) },
  ]);

const kin = ['li', 'zhao', 'su'];
const employees = [401, 402, 403, 404, 405, 406].map((n) => a.id(n));
const everybodyKeptOut = [...kin, ...employees];

function respondent(dice: Dice) {
  return {
    ...{ respondentId: a.id(3), kind: 'shop' as const, name: w('店') },
    ...(dice.chance(60) ? { organisation: 'property-company' } : {}),
    ...(dice.chance(60) ? { keptOut: [dice.one(kin), dice.one(employees)] } : {}),
  };
}

function report(dice: Dice) {
  const accountable = dice.oneOr([a.atDesk, a.atGrid], { post: 'desk', person: 'li' });
  return {
    caseId: a.id(1),
    number: '2026-000001',
    requester: requester(dice, undefined),
    ...(dice.chance(20) ? { respondent: respondent(dice) } : {}),
    channel: 'phone' as const,
    ...(dice.chance(20) ? {} : { category: category(dice) }),
    ...(dice.chance(30) ? { urgency: urgency(dice) } : {}),
    place: dice.chance(85)
      ? { compound: 'spring', building: 'b1', door: w('301') }
      : { compound: 'autumn', building: 'b9' },
    summary: w('灯不亮'),
    confidential: false,
    accountable,
  };
}

/** Mostly somebody who still has to hear or to say something. */
function requesterIdOf(dice: Dice, state: ReportedCase | undefined): string {
  const all = state?.requesters ?? [];
  const waiting = all.filter((each) => !each.withdrawn && (isWaiting(each) || each.followUp === undefined));
  const of = waiting.length > 0 && dice.chance(70) ? waiting : all;
  return dice.oneOr(
    of.map(({ requesterId }) => requesterId),
    unknown,
  );
}

const orderIdOf = (
  dice: Dice,
  state: ReportedCase | undefined,
  fits: (order: Order) => boolean = () => true,
) => {
  const live = state ? liveOrders(state).filter(fits) : [];
  const all = state?.rounds.flatMap(({ orders }) => orders) ?? [];
  const of = live.length > 0 && dice.chance(90) ? live : all;
  return { workOrderId: dice.oneOr(of, undefined)?.workOrderId ?? unknown };
};

const offersOf = (state: ReportedCase | undefined): (readonly [Order, Offer])[] =>
  (state?.rounds ?? []).flatMap(({ orders }) =>
    orders.flatMap((order) => order.offers.map((offer) => [order, offer] as const)),
  );

/** An offer in one of these statuses, where there is one; sometimes any. */
function offerIdOf(dice: Dice, state: ReportedCase | undefined, statuses: readonly Offer['status'][]) {
  const all = offersOf(state);
  const fitting = all.filter(([, { status }]) => statuses.includes(status));
  const [order, offer] = dice.oneOr(fitting.length > 0 && dice.chance(90) ? fitting : all, undefined) ?? [];
  return { workOrderId: order?.workOrderId ?? unknown, offerId: offer?.offerId ?? unknown };
}

function assignee(dice: Dice, state: ReportedCase | undefined): WorkOrder['assignee'] {
  const leads = state?.category === 'distress' && dice.chance(80);
  if (leads) return { kind: 'post', ...a.atSocialWork };
  if (state && isDispute(state) && dice.chance(85)) return { kind: 'post', ...a.atMediation };
  return dice.weighted<WorkOrder['assignee']>([
    [{ kind: 'post', ...a.atGrid }, 3],
    [{ kind: 'post', ...a.atHome }, 3],
    [{ kind: 'post', post: 'grid-worker-1', person: 'zhao' }, 0.3],
    [{ kind: 'post', post: 'no-such-post', person: 'li' }, 0.2],
    [{ kind: 'organisation', organisation: 'property-company' }, 2],
    [{ kind: 'volunteers' }, 8],
  ]);
}

function order(dice: Dice, state: ReportedCase | undefined): WorkOrder {
  const leads = state && liveLeadOrder(state) ? dice.chance(8) : dice.chance(95);
  const to = assignee(dice, state);
  const needed = to.kind === 'volunteers' ? dice.chance(96) : dice.chance(30);
  return {
    workOrderId: newId(dice, state),
    part: leads ? 'lead' : 'support',
    assignee: to,
    ...(needed ? { need: a.need(1 + dice.under(2)) } : {}),
  };
}

function offer(dice: Dice, state: ReportedCase | undefined, now: string) {
  const isFarAhead = dice.chance(4);
  const from = later(now, (isFarAhead ? 3 * 1440 : dice.under(300) - 20) * minuteMs);
  const basis = dice.weighted<'offer' | 'standing-consent' | 'duty-roster' | 'override'>([
    ['offer', 8],
    ['standing-consent', 1],
    ['duty-roster', 1],
    ['override', 2],
  ]);
  return {
    ...orderIdOf(dice, state, ({ assignee: to }) => to.kind === 'volunteers'),
    offerId: newId(dice, state),
    volunteerId: a.id(401 + dice.under(6)),
    window: { from, to: later(from, (dice.chance(3) ? 1 : 120) * minuteMs) },
    wave: 1,
    basis,
    ...(basis === 'override' && dice.chance(85) ? { reason: ground(dice, grounds.override) } : {}),
  };
}

/** When volunteers may come again: sometimes over by then, and now and then where nobody comes. */
function agreed(dice: Dice, now: string, isRework: boolean) {
  if (!dice.chance(isRework ? 40 : 3)) return {};
  const from = later(now, (dice.under(600) - 180) * minuteMs);
  return { windows: [{ from, to: later(from, 120 * minuteMs) }] };
}

function followUp(
  dice: Dice,
  state: ReportedCase | undefined,
  now: string,
): CaseCommandOf<'RecordFollowUp'>['data'] {
  const outcome = dice.weighted<'reached' | 'not-reached' | 'refused' | 'not-possible'>([
    ['reached', 9],
    ['not-reached', 3],
    ['refused', 1],
    ['not-possible', 2],
  ]);
  const reached = outcome === 'reached' ? dice.chance(95) : dice.chance(5);
  const isSolved = dice.chance(75);
  return {
    followUpId: newId(dice, state),
    requesterId: requesterIdOf(dice, state),
    outcome,
    channel: 'phone',
    ...(reached ? { solved: isSolved, outcomeScore: dice.chance(95) ? 4 : 9 } : {}),
    ...(dice.chance(50) ? { words: w('谢谢') } : {}),
    ...agreed(dice, now, reached && !isSolved),
  };
}

const jointOf = (state: ReportedCase | undefined) => state && currentRound(state).joint;
const versionOf = (dice: Dice, state: ReportedCase | undefined): number =>
  (jointOf(state)?.plan?.version ?? 1) + (dice.chance(95) ? 0 : 1);
const sheet = (dice: Dice) =>
  dice.chance(70) ? { sheet: { channel: 'visit' as const, minutes: 'minutes-1' } } : {};
const passed = (...people: string[]) => people.map((person) => ({ person, basis: 'absent' }));

/** Mostly of a party whose key is missing, by whoever holds it. */
function key(dice: Dice, state: ReportedCase | undefined, now: string): CaseCommandOf<'TurnKey'>['data'] {
  const joint = jointOf(state);
  const decidesAlone = joint?.plan?.assembly === undefined || dice.chance(20);
  const missing = Party.options.filter(
    (party) => !joint?.keys.some((each) => each.party === party) && (party !== 'owners' || decidesAlone),
  );
  const party = missing.length > 0 && dice.chance(90) ? dice.one(missing) : dice.one(Party.options);
  // Now and then one whose term is over.
  const isLate = dice.chance(30);
  const standIn = joint?.standIns.find(
    (each) => each.party === party && (isLate || each.until > now),
  )?.person;
  const holder = dice.oneOr([standIn ?? a.keyHolders[party]], 'li');
  return { party, version: versionOf(dice, state), holder, ...sheet(dice) };
}

function deadline(dice: Dice, state: ReportedCase | undefined): CaseCommandOf<'WarnDeadline'>['data'] {
  const live = dice.oneOr(state?.deadlines ?? [], undefined);
  if (!live) return { name: 'handling', dueAt: a.days(9) };
  const { name, dueAt, workOrderId } = live;
  return { name, dueAt, ...(workOrderId === undefined ? {} : { workOrderId }) };
}

const builders: Builders = {
  ReportCase: report,
  ImportCase: (dice) => ({
    ...report(dice),
    origin: 'city-line',
    externalId: dice.chance(90) ? 'SR-1' : 'SR-2',
    outsideStatus: dice.chance(60) ? 'open' : 'closed',
  }),
  RecordExternalNote: (dice) => ({
    noteId: dice.chance(20) ? a.id(550) : dice.freshId(),
    at: a.theStart,
    kind: 'status',
    words: w('已派'),
  }),
  JoinCase: (dice, state) => ({
    ...{ requester: requester(dice, state), words: w('也是'), channel: 'phone' },
    ...(dice.chance(40) ? { from: a.id(0) } : {}),
  }),
  AcceptCase: (dice, state) => ({
    category: state?.category !== undefined && dice.chance(80) ? state.category : category(dice),
    ...(dice.chance(20) ? { urgency: urgency(dice) } : {}),
  }),
  DeclineCase: (dice) => ({ ground: ground(dice, grounds.decline), words: w('不属于本社区') }),
  AnswerDirectly: (dice) => ({
    channel: 'phone',
    words: w('可以'),
    ...(dice.chance(70) ? { category: dice.chance(80) ? 'question' : category(dice) } : {}),
  }),
  RecordHandledOnSpot: (dice) => ({
    category: category(dice),
    channel: 'visit',
    words: w('修好'),
    ...(dice.chance(50) ? { check: dice.chance(60) } : {}),
  }),
  FileCase: (dice, state) => ({
    ...dice.one([
      { level: 'grid-branch', unit: 'grid-1' },
      { level: 'community', unit: 'home' },
      { level: 'grid-branch', unit: dice.chance(85) ? 'grid-2' : 'home' },
    ] as const),
    ...(state?.category === undefined || dice.chance(5) ? { category: category(dice) } : {}),
  }),
  VerifyFacts: (dice, state) => ({ verificationId: newId(dice, state), found: w('属实') }),
  DetermineResponsibility: (dice) => ({
    kind: dice.one(['private', 'common-service', 'maintenance-fund'] as const),
    basis: ground(dice, grounds.responsibility),
  }),
  TakeSafetyMeasure: (dice, state) => ({
    measureId: newId(dice, state),
    measure: 'cordon',
    words: w('拉线'),
  }),
  EscalateCase: (dice) => ({ reason: ground(dice, grounds.escalation) }),
  DispatchWorkOrder: (dice, state) => ({
    order: order(dice, state),
    ...(dice.chance(10) ? { override: { reason: ground(dice, grounds.override), words: w('熟悉') } } : {}),
  }),
  AcknowledgeWorkOrder: (dice, state) => orderIdOf(dice, state, ({ status }) => status === 'dispatched'),
  ReturnWorkOrder: (dice, state) => ({ ...orderIdOf(dice, state), ground: ground(dice, grounds.return) }),
  ReassignWorkOrder: (dice, state) => ({
    ...orderIdOf(dice, state),
    to: assignee(dice, state),
    reason: ground(dice, grounds.override),
  }),
  OfferToVolunteer: offer,
  AcceptOffer: (dice, state) => ({ ...offerIdOf(dice, state, ['open']), conflict: dice.chance(3) }),
  DeclineOffer: (dice, state) => ({ ...offerIdOf(dice, state, ['open']), words: w('没空') }),
  ExpireOffer: (dice, state) => offerIdOf(dice, state, ['open']),
  WithdrawOffer: (dice, state) => ({
    ...offerIdOf(dice, state, ['open', 'accepted']),
    reason: 'booking-refused',
  }),
  AssignVolunteer: (dice, state) => ({ ...offerIdOf(dice, state, ['accepted']), bookingId: dice.freshId() }),
  ReleaseVolunteer: (dice, state) => ({
    ...offerIdOf(dice, state, ['assigned', 'checked-in']),
    reason: ground(dice, grounds.release),
  }),
  CheckInVolunteer: (dice, state) => offerIdOf(dice, state, ['assigned']),
  RecordNoShow: (dice, state) => offerIdOf(dice, state, ['assigned']),
  ReportVolunteersExhausted: (dice, state) => ({
    ...orderIdOf(dice, state, ({ assignee: to }) => to.kind === 'volunteers'),
    attempt: 1 + dice.under(2),
    reasons: [],
  }),
  TransferAccountability: (dice) => ({
    to: dice.oneOr([a.atDesk, a.atGrid, a.atHome], { post: 'desk', person: 'zhao' }),
    reason: ground(dice, grounds.transfer),
  }),
  RecordContact: (dice, state) => ({
    contactId: newId(dice, state),
    requesterId: requesterIdOf(dice, state),
    purpose: dice.one(['clarify', 'answer', 'follow-up'] as const),
    channel: 'phone',
    reached: dice.chance(30),
  }),
  StartHandling: (dice, state) => orderIdOf(dice, state),
  ReportProgress: (dice, state) => ({
    ...orderIdOf(dice, state),
    itemId: newId(dice, state),
    words: w('在修'),
    ...(dice.chance(30) ? { recordedBy: { person: 'zhao', channel: 'phone' as const } } : {}),
  }),
  ReportResult: (dice, state) => ({
    ...orderIdOf(dice, state, ({ part }) => part === 'lead' || dice.chance(20)),
    outcome: 'done',
    words: w('修好'),
    ...(dice.chance(20) ? { costFen: dice.one([500_000, 9_000_000]) } : {}),
    ...(dice.chance(25) ? { doneBy: [dice.one(['li', 'zhao', 'su'])] } : {}),
  }),
  CheckResult: (dice, state, now) => {
    const passed = dice.chance(80);
    return { checkId: newId(dice, state), passed, found: w('看过'), ...agreed(dice, now, !passed) };
  },
  AnswerRequester: (dice, state) => ({
    answerId: newId(dice, state),
    requesterId: requesterIdOf(dice, state),
    subjectOf: answerFor(dice, state),
    channel: 'phone',
    words: w('已修好'),
  }),
  RecordFollowUp: followUp,
  ReferCase: (dice, state) => ({
    referralId: newId(dice, state),
    body: dice.oneOr(['police', 'heating'], 'moon'),
    basis: ground(dice, grounds.referral),
  }),
  RecordReferralAnswer: (dice, state) => ({
    referralId: (dice.chance(92) ? state && currentRound(state).referral?.referralId : undefined) ?? unknown,
    accepted: dice.chance(65),
    words: w('已办'),
  }),
  RecordSettlement: (dice, state) => ({
    ...orderIdOf(dice, state, ({ part }) => part === 'lead' || dice.chance(10)),
    settlementId: newId(dice, state),
    form: 'oral',
    requesterIds: [requesterIdOf(dice, state)],
    terms: w('各让一步'),
    ...(dice.chance(50) ? { mediator: 'wen' } : {}),
  }),
  RecordSettlementFailure: (dice, state) => ({
    ...orderIdOf(dice, state, ({ part }) => part === 'lead' || dice.chance(10)),
    settlementId: newId(dice, state),
    reason: ground(dice, grounds.settlementFailure),
    rightsExplained: dice.chance(85),
    ...(dice.chance(60) ? { mediator: 'wen' } : {}),
  }),
  ConsentToDisclosure: (dice, state) => ({ requesterId: requesterIdOf(dice, state) }),
  AmendReport: (dice, state) => ({
    amendmentId: newId(dice, state),
    requesterId: requesterIdOf(dice, state),
    fields: state && !isOpen(state) && dice.chance(75) ? { requester: identity(dice) } : corrections(dice),
    supersedes: a.id(1000),
    ...(dice.chance(8) ? { known: false } : {}),
  }),
  VoidCase: (dice) => ({ ground: dice.oneOr(['entered-twice', 'entered-twice', 'test-entry'], 'mood') }),
  MergeCase: (dice) => ({
    into: dice.oneOr([a.id(2), a.id(2), a.id(0)], a.id(1)),
    ...(dice.chance(15) ? { compound: 'autumn' } : {}),
    ...(dice.chance(92)
      ? {
          target: {
            ...{ open: dice.chance(85), compound: dice.one(['spring', 'spring', 'spring', 'autumn']) },
            ...{ number: dice.oneOr(['2025-000009'], '2026-000002'), confidential: dice.chance(90) },
            ...{ organisation: 'property-company', keptOut: dice.chance(75) ? everybodyKeptOut : [] },
            knowsRespondent: dice.chance(95),
          },
        }
      : {}),
  }),
  ArchiveCase: () => ({}),
  ConveneJointResolution: () => ({}),
  ProposePlan: (dice, state) => ({
    version: (jointOf(state)?.versions ?? 0) + (dice.chance(92) ? 1 : 2),
    plan: {
      ...{ content: w('抹灰'), payer: 'property', scope: w('北墙'), term: '2026-06-01' },
      costFen: jointOf(state)?.interrupted && dice.chance(70) ? 1 : 1_000_000,
      source: jointOf(state)?.interrupted
        ? ('maintenance-fund' as const)
        : dice.one(['service-fee', 'service-fee', 'maintenance-fund'] as const),
    },
  }),
  TurnKey: key,
  RefuseKey: (dice, state, now) => ({ ...key(dice, state, now), reason: ground(dice, grounds.keyRefusal) }),
  TakeKeyBack: (dice, state) => {
    const keys = jointOf(state)?.keys ?? [];
    const theirs = keys.filter((each) => state && mayBeTakenBack(each, state));
    const turned = dice.oneOr(theirs.length > 0 && dice.chance(85) ? theirs : keys, undefined);
    const party = turned?.party ?? dice.one(Party.options);
    return {
      party,
      version: versionOf(dice, state),
      holder: dice.chance(70) ? (turned?.holder ?? 'nobody') : a.keyHolders[party],
      ...sheet(dice),
    };
  },
  AppointStandIn: (dice, _state, now) => ({
    ...dice.weighted([
      [{ party: 'owners', person: 'gao' }, 6],
      [{ party: 'property', person: 'gao' }, 6],
      [{ party: 'owners', person: 'lou' }, 2],
      [{ party: 'branch', person: 'gao' }, 1],
      // One person for two parties.
      [{ party: 'owners', person: 'su', passedOver: passed('gao', 'lou') }, 1],
      [{ party: 'owners', person: 'lou', passedOver: passed('gao') }, 3],
    ] as const),
    basis: ground(dice, grounds.standIn),
    until: later(now, dice.one([600, 1440, 2 * 1440, 20 * 1440, -5]) * minuteMs),
  }),
  ReferToOwnersAssembly: (dice, state) => ({ version: versionOf(dice, state) }),
  RecordAssemblyDecision: (dice, state) => ({
    version: versionOf(dice, state),
    approved: dice.chance(85),
    minutes: 'assembly-1',
  }),
  EndJointResolution: (dice) => ({ reason: ground(dice, grounds.jointFailure) }),
  RecordKeyOverdue: (dice, state, now) => {
    const clock = dice.oneOr(jointOf(state)?.clocks ?? [], undefined);
    return { party: clock?.party ?? 'branch', dueAt: clock?.dueAt ?? now };
  },
  CloseCase: () => ({}),
  RequestReopening: (dice, state) => ({
    requestId: newId(dice, state),
    requesterId: requesterIdOf(dice, state),
    reason: w('又坏了'),
  }),
  GrantReopening: (dice, state) => ({ requestId: requestIdOf(dice, state) }),
  RefuseReopening: (dice, state) => ({
    requestId: requestIdOf(dice, state),
    ground: ground(dice, grounds.reopeningRefusal),
  }),
  WithdrawRequest: (dice, state) => ({ requesterId: requesterIdOf(dice, state) }),
  WarnDeadline: deadline,
  BreachDeadline: deadline,
};

function answerFor(
  dice: Dice,
  state: ReportedCase | undefined,
): CaseCommandOf<'AnswerRequester'>['data']['subjectOf'] {
  if (dice.chance(10)) return dice.one(['decline', 'result', 'progress', 'referral', 'merge'] as const);
  if (state?.status === 'declined') return 'decline';
  if (state?.status === 'merged') return 'merge';
  if (state?.status === 'referred') return 'referral';
  return state?.status === 'awaiting-follow-up' ? 'result' : 'progress';
}

const requestIdOf = (dice: Dice, state: ReportedCase | undefined): string =>
  dice.oneOr(state?.reopeningRequests.map(({ requestId }) => requestId) ?? [], unknown);
