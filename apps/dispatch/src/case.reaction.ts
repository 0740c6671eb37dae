import type { CaseEventOf, CaseEventType, RefusalCode } from '@threekeys/domain';
import { replyTo, unlessRefused } from '@threekeys/messaging';
import type { Delivery, Reaction } from '@threekeys/messaging';
import { dispatch, Filing } from './filing';
import { Offering } from './offering';
import { caseBehind } from './ports';
import type { DispatchPorts } from './ports';
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
  /** Where the time was booked elsewhere, the list no longer holds: matching ranks anew. */
  const whenOfferWithdrawn: Reaction = async (delivery) => {
    const { reason } = delivery.content.data as CaseEventOf<'OfferWithdrawn'>['data'];
    if (reason !== bookingRefused) await offerOn(delivery);
  };
  const close: Reaction = (delivery) => closeIfHeard(ports, delivery);
  return {
    CaseAccepted: file,
    CaseFiled: dispatchAgain,
    CaseReopened: dispatchAgain,
    WorkOrderReturned: dispatchAgain,
    ReworkOrdered: dispatchAgain,
    OfferDeclined: offerOn,
    OfferExpired: offerOn,
    OfferWithdrawn: whenOfferWithdrawn,
    CaseHandled: close,
    RequesterAnswered: close,
    ContactAttempted: close,
    FollowUpRecorded: close,
    RequesterWithdrew: close,
  } satisfies Partial<Record<CaseEventType, Reaction>>;
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
