import { keysAwaited } from '@threekeys/domain';
import type { CaseEventOf, CaseEventType, RefusalCode } from '@threekeys/domain';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import { dispatch, Filing } from './filing';
import { handOverLeft } from './hand-over';
import { Offering } from './offering';
import { caseBehind } from './ports';
import type { DispatchPorts } from './ports';
import { takeBack } from './taken-back';
import { bookingRefused } from './volunteer.reaction';

/** Not yet, or done already. */
const notYet: readonly RefusalCode[] = ['AnswerOwed', 'FollowUpOwed', 'CommandNotInStatus'];

/** What dispatch does about events of cases. */
export function caseReactions(ports: DispatchPorts) {
  const filing = new Filing(ports);
  const offering = new Offering(ports);
  const file: Reaction = (delivery) => filing.file(delivery);
  const dispatchAgain: Reaction = (delivery) => filing.dispatch(delivery);
  const offerOn: Reaction = (delivery) => {
    const { workOrderId } = delivery.content.data as CaseEventOf<'OfferDeclined'>['data'];
    return offering.goOn(delivery, caseIdOf(delivery), workOrderId);
  };
  /** Where the time was booked elsewhere, or the keys are waited for, the list no longer holds: matching ranks anew. */
  const whenOfferWithdrawn: Reaction = async (delivery) => {
    const { reason } = delivery.content.data as CaseEventOf<'OfferWithdrawn'>['data'];
    if (reason !== bookingRefused && reason !== keysAwaited) await offerOn(delivery);
  };
  const backAmongFiled: Reaction = async (delivery) => {
    await filing.fileWhereItLies(delivery);
    await filing.dispatch(delivery);
  };
  const close: Reaction = (delivery) => closeIfHeard(ports, delivery);
  return {
    CaseAccepted: file,
    CaseFiled: dispatchAgain,
    CaseReopened: dispatchAgain,
    WorkOrderReturned: dispatchAgain,
    ReworkOrdered: (delivery) => dispatchRework(ports, filing, delivery),
    LockOpened: (delivery) => goOn(ports, filing, delivery),
    JointResolutionFailed: backAmongFiled,
    ReferralAnswered: backAmongFiled,
    OfferDeclined: offerOn,
    OfferExpired: offerOn,
    OfferWithdrawn: whenOfferWithdrawn,
    VolunteerAssigned: offerOn,
    CaseHandled: close,
    RequesterAnswered: close,
    ContactAttempted: close,
    FollowUpRecorded: close,
    RequesterWithdrew: close,
  } satisfies Partial<Record<CaseEventType, Reaction>>;
}

/**
 * What was corrected while the keys were awaited holds from now on: the lead order comes back from where it does not belong any
 * more, and goes, as where there is none yet, where the case lies now; what all have heard ends. For work that was suspended
 * volunteers are ranked anew.
 */
async function goOn(ports: DispatchPorts, filing: Filing, delivery: Delivery): Promise<void> {
  await takeBack(ports, delivery);
  await filing.fileWhereItLies(delivery);
  await filing.dispatch(delivery);
  await closeIfHeard(ports, delivery);
}

/** What was handled on the spot is filed and dispatched; what somebody led goes back to whoever holds their post by now. */
async function dispatchRework(ports: DispatchPorts, filing: Filing, delivery: Delivery): Promise<void> {
  await filing.dispatch(delivery);
  await handOverLeft(ports, delivery);
}

/**
 * 结案 as soon as every requester has heard, or could not be reached; until then the refusal means: not yet. A hazard whose
 * requesters have all withdrawn has nobody to wait for once it is handled.
 */
async function closeIfHeard({ cases }: DispatchPorts, delivery: Delivery): Promise<void> {
  const { stream } = delivery.event;
  const { status } = await caseBehind(cases, stream);
  if (status !== 'awaiting-follow-up') return;
  const answer = cases.handle(stream, { type: 'CloseCase', data: {} }, replyTo(delivery, dispatch, 'close'));
  await unlessRefused(notYet, answer);
}

function caseIdOf({ event }: Delivery): string {
  return event.stream.slice('case-'.length);
}
