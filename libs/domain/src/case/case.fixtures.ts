import type { Actor } from '../actor';
import { starterCatalogue } from '../catalogue/starter-catalogue';
import { postDefined, postFilled, rulesOf, theOrganisation } from '../community.fixtures';
import type { DecisionContext, EventContext } from '../decider';
import type { OrganisationEvent } from '../organisation/organisation.messages';
import { withPolicyVersion } from '../policy/policy-version';
import { isRefusal, type RefusalCode } from '../refusals';
import type { Rules } from '../rules';
import { caseCommands, type CaseCommand, type CaseCommandOf, type CaseCommandType } from './case.commands';
import { caseDecider } from './case.decider';
import { caseEvents, type CaseEvent, type CaseEventOf, type CaseEventType } from './case.events';
import type { Case, ReportedCase } from './case.state';
import { Party, type Deadline, type DeadlineName, type KeyDeadline } from './case.values';
import { archiveAtOf, deadlineOf, keyDeadlineOf, later } from './clocks';

export { later } from './clocks';

/** The n-th id. The hundreds tell what it is of: 1xx requesters, 2xx orders, 3xx offers, 4xx volunteers, 5xx the rest. */
export const id = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const theStart = '2026-03-02T02:00:00.000Z';
export const hours = (n: number): string => later(theStart, n * 3_600_000);
export const days = (n: number): string => hours(24 * n);

export const clerk: Actor = { id: 'clerk', role: 'intake-clerk', post: 'desk' };
export const dispatcher: Actor = { id: 'zhao', role: 'dispatcher', post: 'grid-worker-home' };
export const gridWorker: Actor = { id: 'li', role: 'grid-worker', post: 'grid-worker-1' };
export const socialWorker: Actor = { id: 'su', role: 'social-worker', post: 'social-worker' };
export const companyHandler: Actor = { id: 'wuye', role: 'handler' };
export const companyAuditor: Actor = { id: 'wuye-2', role: 'key-holder' };
export const electrician: Actor = { id: 'dian', role: 'volunteer' };
/** Complained about: a shop that a company runs. */
export const respondent = {
  ...{ respondentId: '00000000-0000-4000-8000-000000000003', kind: 'company' as const, name: '晨光物业' },
  ...{ organisation: 'property-company', keptOut: ['li', '00000000-0000-4000-8000-000000000191'] },
};
export const resident: Actor = { id: 'resident-1', role: 'resident' };
/** Who holds the keys of `spring`: the party group, the owners' committee, the company. */
export const keyHolders = { branch: 'zhi', owners: 'ye', property: 'wuye-2' } as const;
export const keyHolder = (party: keyof typeof keyHolders): Actor => ({
  id: keyHolders[party],
  role: 'key-holder',
});
/** In the order in which they stand in for the owners' committee. */
export const standInsOfOwners = ['gao', 'lou'] as const;
/** One person may stand in for two parties; on one plan they turn one key. */
const standIns: Readonly<Record<Party, readonly string[]>> = {
  branch: [],
  owners: standInsOfOwners,
  property: ['gao'],
};
export const timers: Actor = { id: 'timers', role: 'service' };
export const dispatchService: Actor = { id: 'dispatch', role: 'service' };

/** The desk, the grid worker of the first grid, the grid worker of the whole community. */
export const atDesk = { post: 'desk', person: 'clerk' };
export const atGrid = { post: 'grid-worker-1', person: 'li' };
export const atHome = { post: 'grid-worker-home', person: 'zhao' };
export const atMediation = { post: 'mediation', person: 'wen' };
export const mediator: Actor = { id: 'wen', role: 'mediator', post: 'mediation' };
export const atSocialWork = { post: 'social-worker', person: 'su' };

const organisation: readonly OrganisationEvent[] = [
  ...theOrganisation,
  postDefined('social-worker', 'home', 'social-worker'),
  postFilled('social-worker', 'su'),
  { type: 'RoleGranted', data: { person: 'su', role: 'social-worker' } },
  { type: 'RoleGranted', data: { person: 'wuye', role: 'handler', scope: 'property-company' } },
  { type: 'RoleGranted', data: { person: 'wuye-2', role: 'key-holder', party: 'property' } },
];

const lighting = starterCatalogue.find(({ category }) => category === 'lighting')!;

const partyOf = (party: Party) => ({ holder: keyHolders[party], standIns: standIns[party] });
const partiesOfTheLock = {
  branch: partyOf('branch'),
  owners: partyOf('owners'),
  property: partyOf('property'),
};

/** The starter rules, keys of two compounds (in `autumn` no party group has been founded), a category that a social worker leads, and one that is retired. */
export const caseRules: Rules = (() => {
  const rules = rulesOf(organisation);
  const distress = {
    ...lighting,
    ...{ category: 'distress', sensitive: true, certifiedLead: true, kind: 'service' as const },
  };
  const categories = {
    ...rules.catalogue.categories,
    distress,
    whistle: { ...lighting, category: 'whistle', sensitive: true, kind: 'question' as const },
    'street-lamp': { ...lighting, category: 'street-lamp' },
    'outer-wall': {
      ...lighting,
      ...{ category: 'outer-wall', threeKeys: true, decisionRule: 'owners-assembly' as const },
    },
  };
  const { branch: _notFounded, ...twoParties } = partiesOfTheLock;
  const spring = { ...rules.compounds['spring']!, parties: partiesOfTheLock };
  const autumn = { ...rules.compounds['autumn']!, parties: twoParties };
  const compounds = { ...rules.compounds, spring, autumn };
  return { ...rules, compounds, catalogue: { ...rules.catalogue, categories, retired: ['street-lamp'] } };
})();

/** The worker of grid 1 has left, and somebody else holds the post. */
export const afterHandOver: Rules = {
  ...caseRules,
  organisation: rulesOf([
    ...organisation,
    { type: 'PostLeft', data: { post: 'grid-worker-1', person: 'li', takesOver: 'bo' } },
    postFilled('grid-worker-1', 'bo'),
  ]).organisation,
};

/** A deadline of the starter policy that begins at an instant. */
export const clock = (
  name: DeadlineName,
  startedAt = theStart,
  urgency: 'normal' | 'soon' | 'urgent' = 'soon',
): Deadline => deadlineOf(name, { startedAt, urgency }, caseRules);

/** The clock of a party's key. */
export const keyClock = (party: Party, startedAt = theStart): KeyDeadline =>
  keyDeadlineOf(party, { startedAt, urgency: 'soon' }, caseRules);
const allKeyClocks = (startedAt = theStart) => Party.options.map((party) => keyClock(party, startedAt));

/** As a store would tell it: the leaf of a plan has another hash than that of any other plan. */
export const leafHashOf = ({ type, data }: CaseEvent): string =>
  (type === 'PlanProposed' ? data.round * 1000 + data.version : 0).toString(16).padStart(64, '0');

type EventData<T extends CaseEventType> = CaseEventOf<T>['data'];
type CommandData<T extends CaseCommandType> = CaseCommandOf<T>['data'];

const event =
  <T extends CaseEventType>(type: T, usual: EventData<T>) =>
  (data: Partial<EventData<T>> = {}) =>
    ({ type, data: { ...usual, ...data } }) as CaseEventOf<T>;

const command =
  <T extends CaseCommandType>(type: T, usual: CommandData<T>) =>
  (data: Partial<CommandData<T>> = {}) =>
    ({ type, data: { ...usual, ...data } }) as CaseCommandOf<T>;

export const requester = (n = 1, data: Partial<CommandData<'JoinCase'>['requester']> = {}) => ({
  requesterId: id(100 + n),
  relation: 'self' as const,
  subject: { subjectId: id(150 + n), name: '何桂兰', phone: '13800001111' },
  confidential: false,
  trackingCode: `TRACK-${String(n)}`,
  ...data,
});
export const anonymous = (n = 1) => {
  const { subject: _nobody, ...rest } = requester(n);
  return rest;
};

const place = { compound: 'spring', building: 'b1', entrance: 'e1', spot: 'path' };
const report = {
  caseId: id(1),
  number: '2026-000001',
  channel: 'phone' as const,
  category: 'lighting',
  place,
  summary: '楼前路灯不亮',
  confidential: false,
  accountable: atDesk,
};
const outside = { origin: 'city-line', externalId: 'SR-1', outsideStatus: 'open' as const };
const versions = { policyVersion: 1, catalogueVersion: 1 };
const first = { round: 1 };
const ofOrder = { workOrderId: id(201) };
const window = { from: hours(10), to: hours(12) };
const ofOffer = { ...ofOrder, offerId: id(301) };
const where = { ...first, ...ofOffer, volunteerId: id(401) };

export const theNeed = {
  skills: ['electrics'],
  interests: [],
  certificates: [],
  seats: 1,
  place,
  windows: [window],
  minutes: 60,
};
const { spot: _spot, ...placeOfNeed } = place;
export const need = (seats = 1) => ({ ...theNeed, seats, place: placeOfNeed });

export const toPost = (n = 1, holder = atGrid) => ({
  workOrderId: id(200 + n),
  part: 'lead' as const,
  assignee: { kind: 'post' as const, ...holder },
});
export const toVolunteers = (n = 1, seats = 1) => ({
  workOrderId: id(200 + n),
  part: 'lead' as const,
  assignee: { kind: 'volunteers' as const },
  need: need(seats),
});
export const toCompany = (n = 1) => ({
  workOrderId: id(200 + n),
  part: 'lead' as const,
  assignee: { kind: 'organisation' as const, organisation: 'property-company' },
});

export const caseReported = event('CaseReported', {
  ...report,
  requesters: [requester()],
  urgency: 'soon',
  deadlines: [clock('acceptance'), clock('dispatch')],
});
export const caseImported = event('CaseImported', {
  ...report,
  ...outside,
  requesters: [anonymous()],
  urgency: 'soon',
});
export const requesterJoined = event('RequesterJoined', {
  requester: requester(2),
  words: '我家门口也不亮',
  channel: 'phone',
});
export const caseAccepted = event('CaseAccepted', {
  category: 'lighting',
  urgency: 'soon',
  deadlines: [],
  policyVersion: 1,
});
export const caseDeclined = event('CaseDeclined', { ground: 'not-our-area' });
export const caseFiled = event('CaseFiled', {
  ...first,
  level: 'grid-branch',
  unit: 'grid-1',
  deadlines: [],
  ...versions,
});
export const factsVerified = event('FactsVerified', {
  ...first,
  verificationId: id(580),
  found: '整排路灯都不亮',
});
export const responsibilityDetermined = event('ResponsibilityDetermined', {
  ...first,
  kind: 'common-service',
  basis: 'contract',
});
export const safetyMeasureTaken = event('SafetyMeasureTaken', {
  ...first,
  measureId: id(581),
  measure: 'cordon',
  words: '拉了警戒线',
});
export const caseEscalated = event('CaseEscalated', {
  ...first,
  from: { level: 'grid-branch', unit: 'grid-1' },
  to: { level: 'community', unit: 'home', post: 'grid-worker-home', person: 'zhao' },
  reason: 'not-settled',
  deadlines: [clock('escalation')],
  policyVersion: 1,
});
export const workOrderDispatched = event('WorkOrderDispatched', {
  ...first,
  order: toPost(),
  deadlines: [clock('acknowledgement'), clock('handling')],
  ...versions,
});
export const workOrderAcknowledged = event('WorkOrderAcknowledged', { ...first, ...ofOrder });
export const workOrderReturned = event('WorkOrderReturned', {
  ...first,
  ...ofOrder,
  ground: 'wrong-handler',
});
export const volunteerOffered = event('VolunteerOffered', {
  ...where,
  window,
  expiresAt: hours(2),
  wave: 1,
  basis: 'offer',
});
export const offerAccepted = event('OfferAccepted', { ...where, window });
export const offerDeclined = event('OfferDeclined', where);
export const offerExpired = event('OfferExpired', where);
export const offerWithdrawn = event('OfferWithdrawn', { ...where, reason: 'booking-refused' });
export const volunteerAssigned = event('VolunteerAssigned', {
  ...where,
  bookingId: id(501),
  window,
  basis: 'offer',
});
export const volunteerReleased = event('VolunteerReleased', {
  ...where,
  bookingId: id(501),
  reason: 'volunteer-asked',
});
export const volunteerCheckedIn = event('VolunteerCheckedIn', where);
export const volunteerNoShow = event('VolunteerNoShow', { ...where, bookingId: id(501) });
export const handlingStarted = event('HandlingStarted', { ...first, ...ofOrder });
export const workOrderReassigned = event('WorkOrderReassigned', {
  ...{ ...first, ...ofOrder, from: toPost().assignee, to: { kind: 'post', ...atHome } },
  ...{ reason: 'handler-unavailable', deadlines: [clock('acknowledgement')] },
});
export const progressReported = event('ProgressReported', {
  ...{ ...first, ...ofOrder, itemId: id(570), words: '配件已订' },
});
export const resultReported = event('ResultReported', {
  ...first,
  ...ofOrder,
  outcome: 'done',
  words: '换了灯泡',
  doneBy: ['li'],
});
export const resultChecked = event('ResultChecked', {
  ...first,
  checkId: id(510),
  passed: true,
  found: '灯亮了',
});
export const caseHandled = event('CaseHandled', { ...first, deadlines: [clock('follow-up')] });
export const caseHandledOnSpot = event('CaseHandledOnSpot', {
  ...first,
  category: 'lighting',
  check: false,
  by: 'li',
  words: '当场换好',
  archiveAt: archiveAtOf(theStart, caseRules),
});
export const requesterAnswered = event('RequesterAnswered', {
  requesterId: id(101),
  answerId: id(520),
  subjectOf: 'result',
  channel: 'phone',
  words: '灯已修好',
});
export const followUpRecorded = event('FollowUpRecorded', {
  ...first,
  followUpId: id(530),
  requesterId: id(101),
  outcome: 'reached',
  channel: 'phone',
  solved: true,
});
export const reworkOrdered = event('ReworkOrdered', { ...first, ...ofOrder, because: 'follow-up' });
/** When what ended then is archived by itself. */
export const archivedFrom = (endedAt = theStart): string => archiveAtOf(endedAt, caseRules);
export const caseClosed = event('CaseClosed', { ...first, as: 'solved', archiveAt: archivedFrom() });
export const reopeningRequested = event('ReopeningRequested', {
  requesterId: id(101),
  requestId: id(540),
  reason: '又不亮了',
});
export const caseReopened = event('CaseReopened', {
  round: 2,
  requestId: id(540),
  accountable: atDesk,
  deadlines: [clock('dispatch')],
  supervised: false,
});
export const requesterWithdrew = event('RequesterWithdrew', { requesterId: id(101) });
export const caseWithdrawn = event('CaseWithdrawn', first);

export const plan = {
  content: '外墙重新抹灰',
  costFen: 1_200_000,
  payer: 'property',
  source: 'service-fee' as const,
  scope: '1号楼北墙',
  term: '2026-05-01',
};
export const jointResolutionConvened = event('JointResolutionConvened', {
  ...first,
  parties: [...Party.options],
  keyDeadlines: allKeyClocks(),
  policyVersion: 1,
});
export const planProposed = event('PlanProposed', {
  ...first,
  version: 1,
  plan,
  keyDeadlines: allKeyClocks(),
  policyVersion: 1,
});
export const keyTurned = (party: Party, data: Partial<EventData<'KeyTurned'>> = {}) =>
  event('KeyTurned', {
    ...{ ...first, party, version: 1, holder: keyHolders[party] },
    planHash: leafHashOf(planProposed({ version: data.version ?? 1 })),
  })(data);
export const keyRefused = (party: Party, data: Partial<EventData<'KeyRefused'>> = {}) =>
  event('KeyRefused', { ...first, party, version: 1, holder: keyHolders[party], reason: 'cost' })(data);
export const keyTakenBack = (party: Party, data: Partial<EventData<'KeyTakenBack'>> = {}) =>
  event('KeyTakenBack', {
    ...{ ...first, party, version: 1, holder: keyHolders[party], because: 'holder' as const },
    keyDeadlines: [keyClock(party)],
  })(data);
export const keyOverdue = (party: Party) =>
  event('KeyOverdue', { ...first, party, dueAt: hours(72), firedAt: hours(72) })();
export const standInAppointed = event('StandInAppointed', {
  ...{ ...first, party: 'owners', person: 'gao', basis: 'absent', until: days(30) },
  policyVersion: 1,
});
export const referredToOwnersAssembly = event('ReferredToOwnersAssembly', {
  ...first,
  version: 1,
  rule: 'maintenance-fund',
});
export const assemblyDecided = event('AssemblyDecided', {
  ...first,
  ...{ version: 1, approved: true, minutes: 'assembly-2026-1' },
});
export const lockOpened = event('LockOpened', { ...first, version: 1, deadlines: [clock('dispatch')] });
export const jointResolutionFailed = event('JointResolutionFailed', {
  ...first,
  reason: 'refused',
  deadlines: [clock('dispatch')],
});

export const caseReferred = event('CaseReferred', {
  ...{ ...first, referralId: id(590), body: 'market-supervision', basis: 'outside-powers' },
  policyVersion: 1,
});
export const referralAnswered = event('ReferralAnswered', {
  ...{ ...first, referralId: id(590), accepted: true, words: '已上门查处' },
  deadlines: [],
});
export const settlementRecorded = event('SettlementRecorded', {
  ...{ ...first, ...ofOrder, settlementId: id(591), form: 'written' as const },
  ...{ requesterIds: [id(101)], terms: '晚十点后不用跳绳', mediator: 'wen', doneBy: ['wen'] },
});
export const settlementFailed = event('SettlementFailed', {
  ...{ ...first, ...ofOrder, settlementId: id(591), reason: 'no-agreement' },
  ...{ rightsExplained: true as const, mediator: 'wen', doneBy: ['wen'] },
});
export const disclosureConsented = event('DisclosureConsented', { requesterId: id(101) });

export const reportAmended = event('ReportAmended', {
  ...{ amendmentId: id(595), requesterId: id(101), fields: { confidential: true }, supersedes: id(1000) },
});
export const voidProposed = event('VoidProposed', { ground: 'entered-twice', by: 'clerk' });
export const caseVoided = event('CaseVoided', {
  ...{ ...first, ground: 'entered-twice', first: 'clerk', second: 'zhao' },
});
export const caseMerged = event('CaseMerged', { ...first, into: id(2), policyVersion: 1 });
export const caseArchived = event('CaseArchived', first);

export const reportCase = command('ReportCase', { ...report, requester: requester() });
export const importCase = command('ImportCase', { ...report, ...outside, requester: anonymous() });
export const recordExternalNote = command('RecordExternalNote', {
  noteId: id(550),
  at: theStart,
  kind: 'status',
  words: '已派车',
});
export const joinCase = command('JoinCase', {
  requester: requester(2),
  words: '我家门口也不亮',
  channel: 'phone',
});
export const acceptCase = command('AcceptCase', { category: 'lighting' });
export const declineCase = command('DeclineCase', { ground: 'not-our-area' });
export const answerDirectly = command('AnswerDirectly', {
  channel: 'phone',
  words: '周一到周五都可以办',
  category: 'question',
});
export const recordHandledOnSpot = command('RecordHandledOnSpot', {
  category: 'lighting',
  channel: 'visit',
  words: '当场换好',
});
export const fileCase = command('FileCase', { level: 'grid-branch', unit: 'grid-1' });
export const verifyFacts = command('VerifyFacts', { verificationId: id(580), found: '整排路灯都不亮' });
export const determineResponsibility = command('DetermineResponsibility', {
  kind: 'common-service',
  basis: 'contract',
});
export const takeSafetyMeasure = command('TakeSafetyMeasure', {
  measureId: id(581),
  measure: 'cordon',
  words: '拉了警戒线',
});
export const escalateCase = command('EscalateCase', { reason: 'not-settled' });
export const dispatchWorkOrder = command('DispatchWorkOrder', { order: toPost() });
export const acknowledgeWorkOrder = command('AcknowledgeWorkOrder', ofOrder);
export const returnWorkOrder = command('ReturnWorkOrder', { ...ofOrder, ground: 'wrong-handler' });
export const reassignWorkOrder = command('ReassignWorkOrder', {
  ...ofOrder,
  to: { kind: 'post', ...atHome },
  reason: 'handler-unavailable',
});
export const offerToVolunteer = command('OfferToVolunteer', {
  ...ofOffer,
  volunteerId: id(401),
  window,
  wave: 1,
  basis: 'offer',
});
export const acceptOffer = command('AcceptOffer', ofOffer);
export const declineOffer = command('DeclineOffer', ofOffer);
export const expireOffer = command('ExpireOffer', ofOffer);
export const withdrawOffer = command('WithdrawOffer', { ...ofOffer, reason: 'booking-refused' });
export const assignVolunteer = command('AssignVolunteer', { ...ofOffer, bookingId: id(501) });
export const releaseVolunteer = command('ReleaseVolunteer', { ...ofOffer, reason: 'volunteer-asked' });
export const checkInVolunteer = command('CheckInVolunteer', ofOffer);
export const recordNoShow = command('RecordNoShow', ofOffer);
export const reportVolunteersExhausted = command('ReportVolunteersExhausted', {
  ...ofOrder,
  attempt: 1,
  reasons: [{ constraint: 'skill', count: 3 }],
});
export const transferAccountability = command('TransferAccountability', { to: atGrid, reason: 'workload' });
export const recordContact = command('RecordContact', {
  contactId: id(560),
  requesterId: id(101),
  purpose: 'follow-up',
  channel: 'phone',
  reached: false,
});
export const startHandling = command('StartHandling', ofOrder);
export const reportProgress = command('ReportProgress', { ...ofOrder, itemId: id(570), words: '配件已订' });
export const reportResult = command('ReportResult', { ...ofOrder, outcome: 'done', words: '换了灯泡' });
export const checkResult = command('CheckResult', { checkId: id(510), passed: true, found: '灯亮了' });
export const answerRequester = command('AnswerRequester', {
  answerId: id(520),
  requesterId: id(101),
  subjectOf: 'result',
  channel: 'phone',
  words: '灯已修好',
});
export const recordFollowUp = command('RecordFollowUp', {
  followUpId: id(530),
  requesterId: id(101),
  outcome: 'reached',
  channel: 'phone',
  solved: true,
});
export const conveneJointResolution = command('ConveneJointResolution', {});
export const proposePlan = command('ProposePlan', { version: 1, plan });
export const turnKey = (party: Party, data: Partial<CommandData<'TurnKey'>> = {}) =>
  command('TurnKey', { party, version: 1, holder: keyHolders[party] })(data);
export const refuseKey = (party: Party, data: Partial<CommandData<'RefuseKey'>> = {}) =>
  command('RefuseKey', { party, version: 1, holder: keyHolders[party], reason: 'cost' })(data);
export const takeKeyBack = (party: Party, data: Partial<CommandData<'TakeKeyBack'>> = {}) =>
  command('TakeKeyBack', { party, version: 1, holder: keyHolders[party] })(data);
export const appointStandIn = command('AppointStandIn', {
  ...{ party: 'owners', person: 'gao', basis: 'absent', until: days(30) },
});
export const referToOwnersAssembly = command('ReferToOwnersAssembly', { version: 1 });
export const recordAssemblyDecision = command('RecordAssemblyDecision', {
  ...{ version: 1, approved: true, minutes: 'assembly-2026-1' },
});
export const endJointResolution = command('EndJointResolution', { reason: 'refused' });
export const recordKeyOverdue = (party: Party, dueAt = hours(72)) =>
  command('RecordKeyOverdue', { party, dueAt })();
export const referCase = command('ReferCase', {
  ...{ referralId: id(590), body: 'market-supervision', basis: 'outside-powers' },
});
export const recordReferralAnswer = command('RecordReferralAnswer', {
  ...{ referralId: id(590), accepted: true, words: '已上门查处' },
});
export const recordSettlement = command('RecordSettlement', {
  ...{ ...ofOrder, settlementId: id(591), form: 'written' as const },
  ...{ requesterIds: [id(101)], terms: '晚十点后不用跳绳' },
});
export const recordSettlementFailure = command('RecordSettlementFailure', {
  ...{ ...ofOrder, settlementId: id(591), reason: 'no-agreement', rightsExplained: true },
});
export const consentToDisclosure = command('ConsentToDisclosure', { requesterId: id(101) });
export const amendReport = command('AmendReport', {
  ...{ amendmentId: id(595), requesterId: id(101), fields: { confidential: true }, supersedes: id(1000) },
});
export const voidCase = command('VoidCase', { ground: 'entered-twice' });
/** An older case, in which nobody is shut out. */
export const openTarget = {
  ...{ open: true, compound: 'spring', number: '2025-000009', confidential: false },
  ...{ keptOut: [], knowsRespondent: true },
};
export const mergeCase = command('MergeCase', {
  into: id(2),
  target: openTarget,
});
export const archiveCase = command('ArchiveCase', {});
export const closeCase = command('CloseCase', {});
export const requestReopening = command('RequestReopening', {
  requestId: id(540),
  requesterId: id(101),
  reason: '又不亮了',
});
export const grantReopening = command('GrantReopening', { requestId: id(540) });
export const refuseReopening = command('RefuseReopening', { requestId: id(540), ground: 'term-over' });
export const withdrawRequest = command('WithdrawRequest', { requesterId: id(101) });
export const warnDeadline = command('WarnDeadline', {
  name: 'acceptance',
  dueAt: clock('acceptance').dueAt,
});
export const deadlineBreached = event('DeadlineBreached', {
  ...{ name: 'handling', dueAt: clock('handling').dueAt, firedAt: hours(73) },
});
export const breachDeadline = command('BreachDeadline', {
  name: 'acceptance',
  dueAt: clock('acceptance').dueAt,
});

/** An event, when it was recorded and who sent the command. */
export interface Told {
  readonly event: CaseEvent;
  readonly context: EventContext;
}

/** Who takes an order does some of its work: not the clerk, unless a story says so. */
const takes: readonly CaseEventType[] = ['WorkOrderAcknowledged', 'HandlingStarted', 'ProgressReported'];
const sayingSo = ({ type }: CaseEvent): Actor => (takes.includes(type) ? dispatchService : clerk);

export const told = (event: CaseEvent, at = theStart, by: Actor = sayingSo(event)): Told => ({
  event,
  context: { recordedAt: at, occurredAt: at, by, leafHash: leafHashOf(event) },
});

const isTold = (each: CaseEvent | Told): each is Told => 'event' in each;

/** The case that a history comes to. An event alone was recorded at the start, by the clerk. */
export const foldCase = (history: readonly (CaseEvent | Told)[]): Case =>
  history.reduce((state: Case, each) => {
    const { event, context } = isTold(each) ? each : told(each);
    return caseDecider.evolve(state, event, context);
  }, caseDecider.initialState);

export const reported = (...history: readonly (CaseEvent | Told)[]): ReportedCase => {
  const state = foldCase(history);
  if (state.status === 'unreported') throw new Error('This history reports no case');
  return state;
};

interface Circumstances {
  readonly by?: Actor;
  readonly now?: string;
  /** Left out: now. */
  readonly occurredAt?: string;
  readonly rules?: Rules;
}

/** Given / when / then over the case. Every command and every decided event is checked against its schema. */
export const given = (...history: readonly (CaseEvent | Told)[]) => ({
  when: (command: CaseCommand, circumstances: Circumstances = {}) => {
    const { by = clerk, now = theStart, occurredAt = now, rules = caseRules } = circumstances;
    caseCommands[command.type]!.parse(command.data);
    const context: DecisionContext = { now, occurredAt, by, rules };
    const result = caseDecider.decide(command, foldCase(history), context);
    const events = isRefusal(result) ? [] : result;
    for (const { type, data } of events) caseEvents[type]!.parse(data);
    const types = isRefusal(result) ? result.refused : result.map(({ type }) => type);
    return {
      /** The events, or the refusal. */
      result,
      events,
      state: () => reported(...history, ...events.map((each) => told(each, now, by))),
      thenRecords: (...expected: readonly CaseEvent[]) =>
        expect(result).toEqual(withPolicyVersion(caseEvents, expected, rules)),
      thenTypes: (...expected: readonly CaseEventType[]) => expect(types).toEqual(expected),
      thenNothingNew: () => expect(result).toEqual([]),
      thenRefuses: (code: RefusalCode) => expect(types).toBe(code),
    };
  },
});
