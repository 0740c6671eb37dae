import type { CaseCommandType } from './case.commands';
import type { Case, JointResolution, Offer, Order, ReportedCase } from './case.state';
import { statusTable } from './case.status';
import { mayBeTakenBack } from './key-holders';
import {
  activeRequesters,
  currentRound,
  isAnonymous,
  isAssigned,
  isOpen,
  liveOrders,
  seatsLeft,
} from './openings';

type Circumstance = (state: ReportedCase) => boolean;

const hasLiveOrder: Circumstance = (state) => liveOrders(state).length > 0;
const hasRequester: Circumstance = (state) => activeRequesters(state).length > 0;
const hasRequest: Circumstance = ({ reopeningRequests }) => reopeningRequests.length > 0;
const someOffer =
  (fits: (offer: Offer, order: Order) => boolean): Circumstance =>
  ({ rounds }) =>
    rounds.some(({ orders }) => orders.some((order) => order.offers.some((offer) => fits(offer, order))));

const inResolution =
  (fits: (joint: JointResolution) => boolean): Circumstance =>
  (state) => {
    const { joint } = currentRound(state);
    return joint !== undefined && (state.status === 'awaiting-keys' || joint.lock === 'open') && fits(joint);
  };

/** What beside the status has to be there for a command to find something to do. */
const circumstances: Partial<Record<CaseCommandType, Circumstance>> = {
  AmendReport: (state) => activeRequesters(state).some((each) => isOpen(state) || !isAnonymous(each)),
  RecordExternalNote: ({ imported }) => imported !== undefined,
  ImportCase: () => false,
  EscalateCase: ({ unit }) => unit !== undefined,
  DispatchWorkOrder: ({ category }) => category !== undefined,
  AcknowledgeWorkOrder: (state) => liveOrders(state).some(({ status }) => status === 'dispatched'),
  ReturnWorkOrder: (state) =>
    liveOrders(state).some(({ part, status }) => part === 'support' || status === 'dispatched'),
  ReassignWorkOrder: hasLiveOrder,
  OfferToVolunteer: (state) =>
    liveOrders(state).some((order) => order.assignee.kind === 'volunteers' && seatsLeft(order) > 0),
  AcceptOffer: someOffer(({ status }, order) => status === 'open' && seatsLeft(order) > 0),
  DeclineOffer: someOffer(({ status }) => status === 'open'),
  ExpireOffer: someOffer(({ status }) => status === 'open'),
  WithdrawOffer: someOffer(({ status }) => status === 'open' || status === 'accepted'),
  AssignVolunteer: someOffer(({ status }) => status === 'accepted'),
  ReleaseVolunteer: someOffer(isAssigned),
  CheckInVolunteer: someOffer(({ status }) => status === 'assigned'),
  RecordNoShow: someOffer(({ status }) => status === 'assigned'),
  ReportVolunteersExhausted: (state) =>
    liveOrders(state).some(({ assignee }) => assignee.kind === 'volunteers'),
  ConsentToDisclosure: (state) => activeRequesters(state).some(({ disclosure }) => disclosure !== true),
  ProposePlan: inResolution(() => true),
  TurnKey: inResolution(
    ({ plan, parties, keys }) =>
      plan !== undefined && parties.some((party) => !keys.some((key) => key.party === party)),
  ),
  RefuseKey: inResolution(({ plan }) => plan !== undefined),
  TakeKeyBack: (state) => inResolution(({ keys }) => keys.some((key) => mayBeTakenBack(key, state)))(state),
  ReferToOwnersAssembly: inResolution(({ plan }) => plan !== undefined && plan.assembly === undefined),
  RecordAssemblyDecision: inResolution(({ plan }) => plan?.assembly === 'awaited'),
  RecordKeyOverdue: inResolution(({ clocks }) => clocks.some(({ overdue }) => !overdue)),
  StartHandling: (state) => liveOrders(state).some(({ status }) => status !== 'handling'),
  ReportProgress: hasLiveOrder,
  ReportResult: hasLiveOrder,
  RecordContact: hasRequester,
  AnswerRequester: hasRequester,
  RecordFollowUp: hasRequester,
  RequestReopening: hasRequester,
  GrantReopening: hasRequest,
  RefuseReopening: hasRequest,
  WithdrawRequest: hasRequester,
  VoidCase: ({ begun }) => !begun,
  WarnDeadline: ({ deadlines }) => deadlines.some(({ warned }) => !warned),
  BreachDeadline: ({ deadlines }) => deadlines.some(({ breached }) => !breached),
};

/**
 * What may be done with a case now, by whoever may do it: the state table, less what would find nothing to do. The decider
 * records nothing for any other command; one of these it may still refuse, for its details or for who sends it.
 */
export function allowedCommands(state: Case): CaseCommandType[] {
  const inStatus = Object.keys(statusTable[state.status].commands) as CaseCommandType[];
  if (state.status === 'unreported') return inStatus;
  return inStatus.filter((command) => circumstances[command]?.(state) ?? true);
}
